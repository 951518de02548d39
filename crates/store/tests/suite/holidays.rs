//! What the administrator says of the country's days: one record, a history, and whom a change moved.

use crate::{
    office_changes::entry,
    support::{booked, both, clock},
};
use eid_store::{
    holidays::{self, HolidayChange, Said},
    waiting::{self, EntryState},
};

fn change(id: &str, to_version: i64) -> HolidayChange {
    HolidayChange {
        id: id.into(),
        made_at: clock(to_version),
        made_by: "s1".into(),
        to_version,
        days_before: "[]".into(),
        days_after: "[1]".into(),
        note: "Quyết định mới".into(),
        undone_by: None,
    }
}

both! {
    async fn of_two_who_change_the_calendar_one_is_told(db) {
        let mut tx = db.store.begin().await.unwrap();
        let empty = Said { version: 0, data: "[]".into() };
        assert_eq!(holidays::lock(&mut tx).await.unwrap(), empty);
        assert_eq!(holidays::replace(&mut tx, 0, "[1]").await.unwrap(), Some(1));
        assert_eq!(holidays::replace(&mut tx, 0, "[2]").await.unwrap(), None);
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(holidays::current(&mut tx).await.unwrap(), Said { version: 1, data: "[1]".into() });
        assert_eq!(holidays::mark(&mut tx).await.unwrap(), 1);
    }

    async fn the_history_of_the_calendar_and_whom_it_moved(db) {
        for n in 0..2 {
            booked(&db.store, n, 0, &[2]).await;
        }
        let mut tx = db.store.begin().await.unwrap();
        for (id, version) in [("c1", 1), ("c2", 2)] {
            holidays::insert(&mut tx, &change(id, version)).await.unwrap();
        }
        assert!(holidays::note_undone(&mut tx, "c1", "c2").await.unwrap());
        assert!(!holidays::note_undone(&mut tx, "c1", "c2").await.unwrap());
        waiting::insert(&mut tx, &entry(0, EntryState::Waiting)).await.unwrap();
        waiting::insert(&mut tx, &entry(1, EntryState::Waiting)).await.unwrap();
        for id in ["w0", "w1", "w1"] {
            holidays::note_moved(&mut tx, "c1", id).await.unwrap();
        }
        waiting::end(&mut tx, "w1", EntryState::Taken, clock(3)).await.unwrap();
        let moving = holidays::moving(&mut tx).await.unwrap();
        assert_eq!(moving, [("c1".to_owned(), EntryState::Taken, 1), ("c1".to_owned(), EntryState::Waiting, 1)]);
        let told = holidays::list(&mut tx, 1).await.unwrap();
        assert_eq!(told, [(change("c2", 2), "s1".to_owned())]);
        let first = holidays::by_id(&mut tx, "c1").await.unwrap().unwrap();
        assert_eq!(first, HolidayChange { undone_by: Some("c2".into()), ..change("c1", 1) });
        tx.commit().await.unwrap();
    }
}

//! Announcements.

use crate::support::{both, clock};
use eid_store::{
    StoreError,
    announcements::{self, Announcement, Kind},
    retention::{self, Cutoffs},
};

fn announcement(n: i64, office: Option<&str>, from: i64, until: i64) -> Announcement {
    Announcement {
        id: format!("{n:032x}"),
        office_id: office.map(str::to_owned),
        kind: Kind::Warning,
        vi: "Nghỉ lễ".into(),
        en: "Holiday".into(),
        from: clock(from),
        until: clock(until),
        made_by: "s1".into(),
        made_at: clock(0),
        withdrawn_at: None,
        version: 1,
    }
}

both! {
    async fn shown_until_they_end_or_are_taken_back(db) {
        let mut tx = db.store.begin().await.unwrap();
        let all = [
            announcement(1, None, 0, 100),
            announcement(2, Some("one"), 50, 200),
            announcement(3, Some("two"), 60, 70),
        ];
        for one in &all {
            announcements::insert(&mut tx, one).await.unwrap();
        }
        let ids = |found: Vec<Announcement>| found.into_iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!(announcements::to_show(&mut tx, clock(0)).await.unwrap(), all);
        assert_eq!(ids(announcements::to_show(&mut tx, clock(100)).await.unwrap()), [all[1].id.clone()]);
        assert_eq!(ids(announcements::list(&mut tx, Some("one"), clock(0), 9).await.unwrap()), [all[1].id.clone()]);
        let last_first = [&all[2], &all[1]].map(|one| one.id.clone());
        assert_eq!(ids(announcements::list(&mut tx, None, clock(0), 2).await.unwrap()), last_first);

        let mut mine = announcements::by_id(&mut tx, &all[1].id).await.unwrap().unwrap();
        let mut theirs = mine.clone();
        theirs.vi = "Nghỉ Tết".into();
        theirs.kind = Kind::Outage;
        announcements::update(&mut tx, &mut theirs).await.unwrap();
        assert_eq!(theirs.version, 2);
        mine.withdrawn_at = Some(clock(5));
        assert!(matches!(announcements::update(&mut tx, &mut mine).await, Err(StoreError::Stale(_))));
        theirs.withdrawn_at = Some(clock(5));
        announcements::update(&mut tx, &mut theirs).await.unwrap();
        assert_eq!(announcements::by_id(&mut tx, &theirs.id).await.unwrap(), Some(theirs));
        assert_eq!(announcements::to_show(&mut tx, clock(0)).await.unwrap().len(), 2);
        assert_eq!(announcements::by_id(&mut tx, "none").await.unwrap(), None);
        tx.commit().await.unwrap();
    }

    async fn they_go_when_they_are_long_over(db) {
        let mut tx = db.store.begin().await.unwrap();
        for one in [announcement(1, None, 0, 100), announcement(2, Some("one"), 50, 200)] {
            announcements::insert(&mut tx, &one).await.unwrap();
        }
        let (early, late) = (clock(0), clock(150));
        let cutoffs = Cutoffs { lapsed: early, answers: early, messages: late, places: early };
        assert_eq!(retention::purge(&mut tx, &cutoffs).await.unwrap(), 1);
        assert_eq!(announcements::list(&mut tx, None, early, 9).await.unwrap().len(), 1);
        assert_eq!(retention::purge(&mut tx, &cutoffs).await.unwrap(), 0);
    }
}

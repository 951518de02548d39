//! A new plan of an office: ticks, who is judged, the history.

use crate::support::{OFFICE, booked, both, clock, dossier, hash, hold, places, tick};
use eid_store::{
    Store, appointments, closures,
    closures::Closure,
    holds::{self, Taken},
    office_changes::{self, OfficeChange},
    offices,
    replan::{self, Target, Who},
    waiting::{self, Entry, EntryState},
};
use jiff::civil::date;

pub(crate) fn target(n: i64, capacity: u16) -> Target {
    Target {
        starts_at: tick(n),
        capacity,
        closed: false,
    }
}

async fn bring(store: &Store, targets: &[Target]) {
    let mut tx = store.begin().await.unwrap();
    replan::lock(&mut tx, OFFICE, tick(0)).await.unwrap();
    replan::bring(&mut tx, OFFICE, targets).await.unwrap();
    tx.commit().await.unwrap();
}

pub(crate) async fn gives_back(store: &Store, n: usize) {
    let mut tx = store.begin().await.unwrap();
    let visit = appointments::latest_of_dossier(&mut tx, &dossier(n).id)
        .await
        .unwrap()
        .unwrap();
    let (from, to) = (visit.state, appointments::AppointmentState::Cancelled);
    assert!(
        appointments::set_state(&mut tx, &visit.id, from, to, None)
            .await
            .unwrap()
    );
    assert!(holds::release_booked(&mut tx, &hash(n)).await.unwrap());
    tx.commit().await.unwrap();
}

pub(crate) async fn holds_one(store: &Store, n: usize, first: i64, capacities: &[u16]) -> bool {
    let mut tx = store.begin().await.unwrap();
    let taken = hold(&mut tx, n, first, capacities, clock(0)).await.unwrap();
    tx.commit().await.unwrap();
    matches!(taken, Taken::Held(_))
}

fn change(id: &str, from_version: i64) -> OfficeChange {
    OfficeChange {
        id: id.into(),
        office_id: OFFICE.into(),
        made_at: clock(from_version),
        made_by: "s1".into(),
        from_version,
        to_version: from_version + 1,
        data_before: "{}".into(),
        data_after: "{\"a\":1}".into(),
        note: "Thêm bàn".into(),
        undone_by: None,
    }
}

fn closure(id: &str) -> Closure {
    Closure {
        id: id.into(),
        office_id: OFFICE.into(),
        date: date(2026, 11, 23),
        part: "day".into(),
        from: tick(0),
        to: tick(6),
        reason: "Sửa điện".into(),
        staff_id: "s1".into(),
        created_at: clock(0),
    }
}

pub(crate) fn entry(n: usize, state: EntryState) -> Entry {
    Entry {
        id: format!("w{n}"),
        dossier_id: dossier(n).id,
        kind: "closure".into(),
        exception_id: None,
        offices: vec![OFFICE.into()],
        from: date(2026, 11, 24),
        to: date(2027, 1, 22),
        earliest: None,
        latest: None,
        visit_at: tick(0),
        service: "new_card".into(),
        age_group: "adult".into(),
        ticks: 1,
        state,
        silent: 0,
        created_at: clock(2),
        family_id: None,
    }
}

both! {
    async fn fewer_places_than_taken_take_nothing_from_anybody(db) {
        for n in 0..3 {
            booked(&db.store, n, 0, &[3, 3]).await;
        }
        bring(&db.store, &[target(0, 1), target(1, 3), target(2, 2)]).await;
        assert_eq!(places(&db.store, clock(1)).await, [(3, 3), (3, 3), (2, 0)]);
        assert!(!holds_one(&db.store, 9, 0, &[3]).await, "by a plan that is not true any more");
        // What is over the plan goes with whoever leaves; then places are places again.
        gives_back(&db.store, 0).await;
        assert_eq!(places(&db.store, clock(1)).await, [(2, 2), (3, 2), (2, 0)]);
        assert!(!holds_one(&db.store, 9, 0, &[1, 3]).await);
        gives_back(&db.store, 1).await;
        gives_back(&db.store, 2).await;
        assert_eq!(places(&db.store, clock(1)).await, [(1, 0), (3, 0), (2, 0)]);
        assert!(holds_one(&db.store, 9, 0, &[3, 3]).await, "the row knows better than the plan");
        assert!(!holds_one(&db.store, 10, 0, &[3, 3]).await);
    }

    async fn more_places_are_there_at_once_and_none_where_the_plan_has_none(db) {
        booked(&db.store, 0, 0, &[1]).await;
        assert!(!holds_one(&db.store, 1, 0, &[1]).await);
        bring(&db.store, &[target(0, 2), target(1, 0)]).await;
        assert!(holds_one(&db.store, 2, 0, &[1]).await);
        assert!(!holds_one(&db.store, 3, 1, &[5]).await, "a server that does not know the new plan");
        // Back again: the tick that was never wanted has a row now, and is open by it.
        bring(&db.store, &[target(0, 2), target(1, 5)]).await;
        assert!(holds_one(&db.store, 4, 1, &[5]).await);
    }

    async fn a_closed_time_stays_closed_whatever_the_plan(db) {
        booked(&db.store, 0, 0, &[2]).await;
        let closed = Target { closed: true, ..target(0, 4) };
        bring(&db.store, &[closed, Target { starts_at: tick(1), ..closed }]).await;
        assert_eq!(places(&db.store, clock(1)).await, [(1, 1), (0, 0)]);
        gives_back(&db.store, 0).await;
        assert_eq!(places(&db.store, clock(1)).await, [(0, 0), (0, 0)]);
        bring(&db.store, &[target(0, 4), target(1, 1)]).await;
        assert_eq!(places(&db.store, clock(1)).await, [(4, 0), (1, 0)]);
    }

    async fn lapsed_holds_over_the_plan_free_nothing(db) {
        for n in 0..3 {
            assert!(holds_one(&db.store, n, 0, &[3]).await);
        }
        bring(&db.store, &[target(0, 1)]).await;
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(holds::expire_due(&mut tx, clock(10_000)).await.unwrap(), 3);
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(10_000)).await, [(1, 0)]);
    }

    async fn who_booked_first_is_judged_first(db) {
        for n in [2, 0, 1] {
            booked(&db.store, n, 0, &[9]).await;
        }
        assert!(holds_one(&db.store, 5, 0, &[9]).await);
        assert!(holds_one(&db.store, 6, 400, &[9]).await);
        let mut tx = db.store.begin().await.unwrap();
        waiting::insert(&mut tx, &entry(0, EntryState::Waiting)).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        let seen = replan::takers(&mut tx, OFFICE, tick(0), clock(2)).await.unwrap();
        let order: Vec<(&str, bool)> = seen
            .iter()
            .map(|taker| match &taker.who {
                Who::Visit { dossier_id, moving, .. } => (dossier_id.as_str(), *moving),
                Who::Hold => ("hold", false),
            })
            .collect();
        // All were booked at one moment; whoever is moved anyway keeps their place last, and holds come behind.
        assert_eq!(order, [("d1", false), ("d2", false), ("d0", true), ("hold", false), ("hold", false)]);
        assert_eq!(replan::takers(&mut tx, OFFICE, tick(1), clock(2)).await.unwrap().len(), 1);
        assert_eq!(replan::takers(&mut tx, OFFICE, tick(0), clock(9_999)).await.unwrap().len(), 3);
        assert_eq!(replan::touched_from(&mut tx, OFFICE, tick(1)).await.unwrap(), [tick(400)]);
    }

    async fn two_managers_do_not_overwrite_each_other(db) {
        let mut tx = db.store.begin().await.unwrap();
        offices::put(&mut tx, OFFICE, "{}").await.unwrap();
        let mark = offices::mark(&mut tx).await.unwrap();
        assert_eq!(offices::lock(&mut tx, OFFICE).await.unwrap().unwrap().version, 1);
        assert_eq!(offices::replace(&mut tx, OFFICE, 1, "{\"a\":1}").await.unwrap(), Some(2));
        assert_eq!(offices::replace(&mut tx, OFFICE, 1, "{\"a\":2}").await.unwrap(), None);
        assert_eq!(offices::replace(&mut tx, "nowhere", 1, "{}").await.unwrap(), None);
        assert_eq!(offices::get(&mut tx, OFFICE).await.unwrap().unwrap().data, "{\"a\":1}");
        assert_ne!(offices::mark(&mut tx).await.unwrap(), mark);
        tx.commit().await.unwrap();
        let store = db.store.clone();
        let both = [3, 4].map(|n| {
            let store = store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let version = offices::replace(&mut tx, OFFICE, 2, &format!("{{\"a\":{n}}}")).await.unwrap();
                tx.commit().await.unwrap();
                version
            })
        });
        let mut versions = Vec::new();
        for one in both {
            versions.push(one.await.unwrap());
        }
        versions.sort_unstable();
        assert_eq!(versions, [None, Some(3)]);
    }

    async fn the_history_and_whom_it_moved(db) {
        for n in 0..2 {
            booked(&db.store, n, 0, &[2]).await;
        }
        let mut tx = db.store.begin().await.unwrap();
        offices::put(&mut tx, OFFICE, "{}").await.unwrap();
        for (id, version) in [("c1", 1), ("c2", 2)] {
            office_changes::insert(&mut tx, &change(id, version)).await.unwrap();
        }
        assert!(office_changes::note_undone(&mut tx, "c1", "c2").await.unwrap());
        assert!(!office_changes::note_undone(&mut tx, "c1", "c2").await.unwrap());
        waiting::insert(&mut tx, &entry(0, EntryState::Waiting)).await.unwrap();
        waiting::insert(&mut tx, &entry(1, EntryState::Waiting)).await.unwrap();
        for id in ["w0", "w1", "w1"] {
            office_changes::note_moved(&mut tx, "c1", id).await.unwrap();
        }
        waiting::end(&mut tx, "w1", EntryState::Taken, clock(3)).await.unwrap();
        let moving = office_changes::moving(&mut tx, OFFICE).await.unwrap();
        assert_eq!(moving, [("c1".to_owned(), EntryState::Taken, 1), ("c1".to_owned(), EntryState::Waiting, 1)]);
        let told = office_changes::of_office(&mut tx, OFFICE, 9).await.unwrap();
        let ids: Vec<(&str, &str)> = told.iter().map(|(c, by)| (c.id.as_str(), by.as_str())).collect();
        assert_eq!(ids, [("c2", "s1"), ("c1", "s1")]);
        let first = office_changes::by_id(&mut tx, "c1").await.unwrap().unwrap();
        assert_eq!(first, OfficeChange { undone_by: Some("c2".into()), ..change("c1", 1) });
        assert_eq!(office_changes::changed_offices(&mut tx).await.unwrap(), [OFFICE]);
        assert_eq!(office_changes::of_office(&mut tx, "nowhere", 9).await.unwrap(), []);
        tx.commit().await.unwrap();
    }

    async fn a_closure_is_taken_back_once_and_can_be_made_again(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(closures::insert(&mut tx, &closure("x1")).await.unwrap());
        assert!(!closures::insert(&mut tx, &closure("x2")).await.unwrap());
        closures::close_ticks(&mut tx, OFFICE, tick(0), tick(6), &[tick(0)]).await.unwrap();
        assert!(closures::reopen(&mut tx, "x1", "s2", clock(9)).await.unwrap());
        assert!(!closures::reopen(&mut tx, "x1", "s2", clock(9)).await.unwrap());
        assert_eq!(closures::of_office(&mut tx, OFFICE, clock(0)).await.unwrap(), []);
        assert_eq!(closures::to_come(&mut tx, clock(0)).await.unwrap(), []);
        assert!(closures::by_id(&mut tx, "x1").await.unwrap().is_some(), "it stays as a record");
        assert!(closures::insert(&mut tx, &closure("x2")).await.unwrap());
        assert!(!closures::insert(&mut tx, &closure("x3")).await.unwrap());
        tx.commit().await.unwrap();
    }
}

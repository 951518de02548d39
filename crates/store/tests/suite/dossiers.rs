//! Dossiers, their events, keys, and how they are forgotten.

use crate::support::{OFFICE, booked, both, clock, dossier, places};
use eid_store::{
    Constraint, StoreError,
    access_keys::{self, AccessKey},
    accounts, appointments, audit,
    dossiers::{self, Dossier},
    events::{self, Event},
    holds, offices, own_data, sessions,
};
use jiff::civil::date;

fn same(a: &Dossier, b: &Dossier) {
    assert!(a == b, "dossier {} differs", a.id);
}

both! {
    async fn a_dossier_is_read_as_it_was_stored(db) {
        let mut full = dossier(1);
        full.code = Some("G01.899.001-261123-0001".into());
        full.contact_phone = Some("+14155550100".into());
        full.representative_name = Some("TRẦN THỊ MẪU".into());
        full.received_at = Some(clock(5));
        full.due_on = Some(date(2026, 12, 2));
        full.paused_on = Some(date(2026, 11, 25));
        full.pauses = r#"[["2026-11-20","2026-11-21"]]"#.into();
        full.message = Some("Ảnh bị mờ".into());
        full.reschedules = 2;
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &full).await.unwrap();
        dossiers::insert(&mut tx, &dossier(2)).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        same(&dossiers::by_id(&mut tx, "d1").await.unwrap().unwrap(), &full);
        same(&dossiers::by_reference(&mut tx, "R000000001").await.unwrap().unwrap(), &full);
        same(&dossiers::by_code(&mut tx, "G01.899.001-261123-0001").await.unwrap().unwrap(), &full);
        same(&dossiers::open_by_person(&mut tx, &full.personal_number).await.unwrap().unwrap(), &full);
        same(&dossiers::by_reference(&mut tx, "R000000002").await.unwrap().unwrap(), &dossier(2));
        assert!(dossiers::by_reference(&mut tx, "R000000003").await.unwrap().is_none());
    }

    async fn a_change_of_what_has_changed_is_refused(db) {
        let mut tx = db.store.begin().await.unwrap();
        let mut mine = dossier(1);
        dossiers::insert(&mut tx, &mine).await.unwrap();
        let mut theirs = mine.clone();
        mine.state = "received".into();
        mine.received_at = Some(clock(9));
        dossiers::update(&mut tx, &mut mine).await.unwrap();
        assert_eq!(mine.version, 2);
        theirs.state = "cancelled".into();
        assert!(matches!(dossiers::update(&mut tx, &mut theirs).await, Err(StoreError::Stale("dossier"))));
        assert_eq!(theirs.version, 1);
        // Stale is no failure of the transaction.
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        same(&dossiers::by_id(&mut tx, "d1").await.unwrap().unwrap(), &mine);
    }

    async fn of_many_that_open_a_dossier_for_one_person_one_wins(db) {
        let tries: Vec<_> = (0..40).map(|n| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut mine = dossier(n);
                mine.personal_number = "099000000001".into();
                let mut tx = store.begin().await.unwrap();
                match dossiers::insert(&mut tx, &mine).await {
                    Ok(()) => tx.commit().await.map(|()| true).unwrap(),
                    Err(StoreError::Constraint(Constraint::DossierOneOpenPerPerson)) => false,
                    Err(other) => panic!("{other}"),
                }
            })
        }).collect();
        let mut won = 0;
        for one in tries {
            won += usize::from(one.await.unwrap());
        }
        assert_eq!(won, 1);
        let mut tx = db.store.begin().await.unwrap();
        let mut open = dossiers::open_by_person(&mut tx, "099000000001").await.unwrap().unwrap();
        open.is_open = false;
        dossiers::update(&mut tx, &mut open).await.unwrap();
        let mut next = dossier(77);
        next.personal_number = "099000000001".into();
        dossiers::insert(&mut tx, &next).await.unwrap();
        assert_eq!(dossiers::by_person(&mut tx, "099000000001").await.unwrap().len(), 2);
        // The finished one cannot be opened again beside it.
        open.is_open = true;
        let refused = dossiers::update(&mut tx, &mut open).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::DossierOneOpenPerPerson));
    }

    async fn children_without_a_number_do_not_stand_in_each_others_way(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in 1..=2 {
            let mut child = dossier(n);
            child.personal_number = String::new();
            dossiers::insert(&mut tx, &child).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn codes_are_given_once(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in 1..=2 {
            let mut received = dossier(n);
            received.code = Some("same".into());
            let stored = dossiers::insert(&mut tx, &received).await;
            assert_eq!(stored.err().and_then(|e| e.constraint()), (n == 2).then_some(Constraint::DossierCodeUnique));
        }
    }

    async fn dossiers_are_listed_by_state(db) {
        let mut tx = db.store.begin().await.unwrap();
        for (n, state, at) in [(1, "at_office", 30), (2, "printing", 10), (3, "at_office", 20), (4, "at_office", 40)] {
            let mut one = dossier(n);
            (one.state, one.state_at) = (state.into(), clock(at));
            dossiers::insert(&mut tx, &one).await.unwrap();
        }
        let ids = |found: Vec<Dossier>| found.into_iter().map(|d| d.id).collect::<Vec<_>>();
        assert_eq!(ids(dossiers::at_office(&mut tx, OFFICE, "at_office", 2).await.unwrap()), ["d3", "d1"]);
        assert_eq!(ids(dossiers::in_state(&mut tx, "at_office", clock(30), 9).await.unwrap()), ["d3", "d1"]);
        assert!(dossiers::at_office(&mut tx, "elsewhere", "at_office", 9).await.unwrap().is_empty());
    }

    async fn events_come_in_order(db) {
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        let event = |id: &str, at, state: &str| Event {
            id: id.into(), dossier_id: "d1".into(), at: clock(at), state: state.into(),
            actor: "citizen".into(), note: (at > 1).then(|| "ghi chú".into()),
        };
        let stored = [event("3", 0, "booked"), event("1", 5, "checked_in"), event("2", 5, "received")];
        for one in [1, 2, 0] {
            events::insert(&mut tx, &stored[one]).await.unwrap();
        }
        assert_eq!(events::of_dossier(&mut tx, "d1").await.unwrap(), stored);
    }

    async fn a_key_opens_until_it_lapses_or_is_revoked(db) {
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        let key = AccessKey { hash: "k".into(), dossier_id: "d1".into(), scope: "manage".into(), expires_at: clock(9), staff_session: None };
        access_keys::insert(&mut tx, &key).await.unwrap();
        assert_eq!(access_keys::live(&mut tx, "k", clock(8)).await.unwrap(), Some(key));
        assert_eq!(access_keys::live(&mut tx, "k", clock(9)).await.unwrap(), None);
        assert_eq!(access_keys::revoke_scope(&mut tx, "d1", "manage").await.unwrap(), 1);
        assert_eq!(access_keys::live(&mut tx, "k", clock(8)).await.unwrap(), None);
    }

    async fn a_finished_dossier_is_forgotten_with_all_of_it(db) {
        let visit = booked(&db.store, 1, 0, &[1]).await;
        booked(&db.store, 2, 1, &[1]).await;
        let mut tx = db.store.begin().await.unwrap();
        appointments::set_state(&mut tx, &visit.id, appointments::AppointmentState::Booked,
            appointments::AppointmentState::Done, None).await.unwrap();
        let mut done = dossiers::by_id(&mut tx, "d1").await.unwrap().unwrap();
        done.is_open = false;
        dossiers::update(&mut tx, &mut done).await.unwrap();
        let key = AccessKey { hash: "k".into(), dossier_id: "d1".into(), scope: "read".into(), expires_at: clock(9), staff_session: None };
        access_keys::insert(&mut tx, &key).await.unwrap();
        let of_account = Dossier { is_open: false, ..dossier(3) };
        dossiers::insert(&mut tx, &of_account).await.unwrap();
        accounts::insert(&mut tx, &crate::people::account(3, Some("d3"))).await.unwrap();
        sessions::insert(&mut tx, &crate::people::session("s", sessions::SessionKind::Staff)).await.unwrap();
        sessions::reveal(&mut tx, "s", "d1", clock(3), "at_counter").await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        assert!(own_data::forget_dossier(&mut tx, "d1").await.unwrap());
        // That of an account stays, closed or not.
        assert!(!own_data::forget_dossier(&mut tx, "d3").await.unwrap());
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        assert!(dossiers::by_id(&mut tx, "d1").await.unwrap().is_none());
        assert!(dossiers::by_id(&mut tx, "d2").await.unwrap().is_some());
        assert!(holds::get(&mut tx, &visit.reservation_id).await.unwrap().is_none());
        assert!(audit::of_object(&mut tx, "dossier", "d1", 9).await.unwrap().is_empty());
        drop(tx);
        assert_eq!(places(&db.store, clock(0)).await, [(1, 0), (1, 1)]);
    }

    async fn an_office_counts_its_changes(db) {
        let mut tx = db.store.begin().await.unwrap();
        for data in ["{}", "{}", r#"{"name":"Phòng PC06"}"#] {
            offices::put(&mut tx, OFFICE, data).await.unwrap();
        }
        offices::put(&mut tx, "aaa", "{}").await.unwrap();
        let office = offices::get(&mut tx, OFFICE).await.unwrap().unwrap();
        assert_eq!((office.version, office.data.as_str()), (2, r#"{"name":"Phòng PC06"}"#));
        let all: Vec<String> = offices::list(&mut tx).await.unwrap().into_iter().map(|o| o.id).collect();
        assert_eq!(all, ["aaa", OFFICE]);
    }
}

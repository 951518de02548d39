//! Batches with the ministry, and whose hands a card went into.

use crate::support::{both, clock, dossier};
use eid_store::{
    Constraint, StoreError,
    batches::{self, Batch, decisions, requests, rows, rows::Row},
    dossiers, hand_overs,
    hand_overs::HandOver,
};

fn batch(id: &str, state: &str, hash: &str) -> Batch {
    Batch {
        id: id.into(),
        office_id: dossier(1).office_id,
        kind: "results".into(),
        state: state.into(),
        format: "csv".into(),
        name: "tep.csv".into(),
        hash: hash.into(),
        heading: "decision_id".into(),
        created_at: clock(0),
        created_by: "s1".into(),
        total: 3,
        checked: 0,
        good: 0,
        already: 0,
        bad: 0,
        applied: 0,
        failed: 0,
        position: 0,
        confirmed_at: None,
        confirmed_by: None,
        finished_at: None,
        fault: None,
        missing: String::new(),
    }
}

fn row(n: u32, state: &str, mark: &str, after: &str) -> Row {
    Row {
        n,
        line: n + 1,
        state: state.into(),
        mark: mark.into(),
        code: format!("C{}", n % 2),
        subject: "card".into(),
        after: after.into(),
        data: "{}".into(),
        ..Row::default()
    }
}

both! {
    async fn a_file_is_worked_on_once_at_a_time(db) {
        let mut tx = db.store.begin().await.unwrap();
        batches::insert(&mut tx, &batch("b1", "uploading", "b1")).await.unwrap();
        batches::insert(&mut tx, &batch("b2", "uploading", "b2")).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        batches::update(&mut tx, ("uploading", 0), &batch("b1", "checking", "h")).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        let twice = batches::update(&mut tx, ("uploading", 0), &batch("b2", "checking", "h")).await;
        assert!(matches!(twice, Err(StoreError::Constraint(Constraint::BatchFileOpen))), "{twice:?}");
        tx.rollback().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(batches::open(&mut tx).await.unwrap(), ["b1"]);
        // Nobody goes on from where it does not stand any more.
        let stale = batches::update(&mut tx, ("checking", 7), &batch("b1", "checked", "h")).await;
        assert!(matches!(stale, Err(StoreError::Stale("batch"))), "{stale:?}");
        tx.rollback().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        let mut done = batch("b1", "done", "h");
        (done.checked, done.good, done.applied, done.failed) = (3, 2, 2, 1);
        done.bad = 1;
        batches::update(&mut tx, ("checking", 0), &done).await.unwrap();
        batches::update(&mut tx, ("uploading", 0), &batch("b2", "checking", "h")).await.unwrap();
        assert_eq!(batches::locked(&mut tx, "b1").await.unwrap(), Some(done.clone()));
        assert_eq!(batches::of_file(&mut tx, &done.office_id, "results", "h").await.unwrap().unwrap().id, "b2");
        assert_eq!(batches::of_office(&mut tx, &done.office_id, 10).await.unwrap().len(), 2);
        let mut odd = batch("b3", "done", "x");
        odd.applied = 1;
        assert!(batches::insert(&mut tx, &odd).await.is_err(), "more taken over than could be");
        tx.rollback().await.unwrap();
    }

    async fn rows_are_known_by_what_they_say(db) {
        let mut tx = db.store.begin().await.unwrap();
        batches::insert(&mut tx, &batch("b1", "checking", "h")).await.unwrap();
        batches::insert(&mut tx, &batch("b2", "checking", "i")).await.unwrap();
        let many: Vec<Row> = (1..=250).map(|n| row(n, "raw", "", "")).collect();
        rows::put(&mut tx, "b1", &many).await.unwrap();
        rows::put(&mut tx, "b2", &many[..1]).await.unwrap();
        let known = [row(1, "good", "d1", "in_review"), row(2, "bad", "d2", ""), row(3, "good", "d3", "approved")];
        rows::put(&mut tx, "b1", &known).await.unwrap();
        let found = rows::after(&mut tx, "b1", 0, 500).await.unwrap();
        assert_eq!(found.len(), 250, "put again is not put twice");
        assert!(found[..3] == known && found[3].state == "raw");
        let marked = rows::marked(&mut tx, "b1", &["d1", "d2", "d4"]).await.unwrap();
        assert_eq!(marked.into_iter().collect::<Vec<_>>(), ["d1", "d2"]);
        let states = rows::states(&mut tx, "b1", &["C1"]).await.unwrap();
        assert_eq!(states[&("C1".to_owned(), "card".to_owned())], "approved", "the last one");
        let wrong = rows::wrong_after(&mut tx, "b1", 0, 10).await.unwrap();
        assert_eq!(wrong.iter().map(|row| row.n).collect::<Vec<_>>(), [2]);
        assert!(rows::marked(&mut tx, "b1", &[]).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn a_decision_is_taken_over_once(db) {
        let mut tx = db.store.begin().await.unwrap();
        let taken = |id: &str, digest: &str| (id.to_owned(), digest.to_owned());
        assert_eq!(decisions::note(&mut tx, &[taken("d1", "x")], "b1", clock(1)).await.unwrap(), 1);
        let again = [taken("d1", "y"), taken("d3", "z")];
        assert_eq!(decisions::note(&mut tx, &again, "b2", clock(2)).await.unwrap(), 1);
        assert_eq!(decisions::note(&mut tx, &[], "b2", clock(2)).await.unwrap(), 0);
        let known = decisions::among(&mut tx, &["d1", "d2"]).await.unwrap();
        assert_eq!(known.into_iter().collect::<Vec<_>>(), [("d1".to_owned(), "x".to_owned())]);
        tx.commit().await.unwrap();
    }

    async fn what_waits_for_the_ministry(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in 1..4 {
            let mut one = dossier(n);
            one.code = Some(format!("K{n}"));
            one.state = if n == 3 { "approved".into() } else { "received".into() };
            dossiers::insert(&mut tx, &one).await.unwrap();
        }
        let office = dossier(1).office_id;
        assert_eq!(requests::count_to_send(&mut tx, &office).await.unwrap(), 2);
        assert_eq!(requests::count_to_send(&mut tx, "nowhere").await.unwrap(), 0);
        assert!(requests::accounts_to_send(&mut tx, &office, 10).await.unwrap().is_empty());
        assert!(requests::accounts_waiting(&mut tx, 10).await.unwrap().is_empty());
        let found = requests::by_codes(&mut tx, &["K1", "K3", "K9"]).await.unwrap();
        assert_eq!(found.keys().collect::<Vec<_>>(), ["K1", "K3"]);
        assert!(requests::account_states(&mut tx, &["d1"]).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn a_card_goes_into_one_pair_of_hands(db) {
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        dossiers::insert(&mut tx, &dossier(2)).await.unwrap();
        let other = Some(("Trần Thị Mẫu".to_owned(), "parent".to_owned()));
        for (n, other) in [(1, None), (2, other)] {
            let given = HandOver { dossier_id: dossier(n).id, at: clock(1), staff_id: "s1".into(), seen: if other.is_some() { "card" } else { "slip" }.into(), other };
            hand_overs::insert(&mut tx, &given).await.unwrap();
            assert!(hand_overs::of_dossier(&mut tx, &given.dossier_id).await.unwrap() == Some(given));
        }
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        let again = HandOver { dossier_id: dossier(1).id, at: clock(2), staff_id: "s2".into(), seen: "slip".into(), other: None };
        assert!(hand_overs::insert(&mut tx, &again).await.is_err(), "once");
    }
}

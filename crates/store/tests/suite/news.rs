//! Whether anything has happened to the dossiers of an office.

use crate::support::{OFFICE, both, clock, dossier};
use eid_store::{
    Store, dossiers, news,
    tickets::{self, Answer, Ticket},
};

const STATES: [&str; 3] = ["booked", "in_review", "in_transit"];

async fn now(store: &Store, office: &str) -> i64 {
    let mut tx = store.peek().await.unwrap();
    news::of_office(&mut tx, office, &STATES, clock(10), clock(0))
        .await
        .unwrap()
}

both! {
    async fn every_change_of_today_makes_another_number(db) {
        let store = &db.store;
        let quiet = now(store, OFFICE).await;
        let mut tx = store.begin().await.unwrap();
        // Nothing of yesterday counts.
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(now(store, OFFICE).await, quiet);

        let mut seen = vec![quiet];
        for (second, state) in [(11, "in_review"), (12, "in_transit"), (12, "booked")] {
            let mut tx = store.begin().await.unwrap();
            let mut moved = dossiers::by_id(&mut tx, &dossier(1).id).await.unwrap().unwrap();
            moved.state = state.into();
            moved.state_at = clock(second);
            dossiers::update(&mut tx, &mut moved).await.unwrap();
            tx.commit().await.unwrap();
            seen.push(now(store, OFFICE).await);
        }
        let mut tx = store.begin().await.unwrap();
        let asked = Ticket {
            id: "t1".into(),
            dossier_id: dossier(1).id,
            office_id: OFFICE.into(),
            asked_at: clock(1),
            text: "Khi nào có thẻ?".into(),
            not_me_at: None,
            answer: None,
        };
        assert!(tickets::ask(&mut tx, &asked).await.unwrap());
        tx.commit().await.unwrap();
        seen.push(now(store, OFFICE).await);
        let mut tx = store.begin().await.unwrap();
        let given = Answer { at: clock(20), text: "Tuần sau.".into(), staff_id: "s".into() };
        assert!(tickets::answer(&mut tx, "t1", &given).await.unwrap());
        tx.commit().await.unwrap();
        seen.push(now(store, OFFICE).await);
        assert_eq!(seen.iter().collect::<std::collections::BTreeSet<_>>().len(), 6, "{seen:?}");
        assert_eq!(now(store, "hn-pc06").await, quiet, "another office hears nothing");
    }
}

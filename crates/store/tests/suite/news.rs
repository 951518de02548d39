//! Whether anything has happened to the dossiers of an office.

use crate::support::{OFFICE, both, clock, dossier};
use eid_store::{
    Store, dossiers,
    mendings::{self, Mending},
    news,
    tickets::{self, Answer, Ticket},
};

const STATES: [&str; 3] = ["booked", "in_review", "in_transit"];

async fn now(store: &Store, office: &str) -> i64 {
    let mut tx = store.peek().await.unwrap();
    news::of_office(&mut tx, office, &STATES, clock(10), clock(0))
        .await
        .unwrap()
}

async fn asked(store: &Store) -> i64 {
    news::of_tickets(&mut store.peek().await.unwrap()).await.unwrap()
}

fn mending() -> Mending {
    Mending {
        id: "m1".into(),
        dossier_id: dossier(1).id,
        office_id: OFFICE.into(),
        opened_at: clock(2),
        origin: "counter".into(),
        what: r#"["name"]"#.into(),
        words: String::new(),
        paper: None,
        stage: "open".into(),
        place: "civil_registry".into(),
        sent_at: None,
        sent_words: String::new(),
        answer: None,
        closed_at: None,
    }
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

    /// For the help desk, which looks at what all offices are asked.
    async fn every_step_of_a_question_anywhere_makes_another_number(db) {
        let store = &db.store;
        let mut seen = vec![asked(store).await];
        for step in 0..5 {
            let mut tx = store.begin().await.unwrap();
            match step {
                0 => {
                    dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
                    let question = Ticket {
                        id: "t1".into(),
                        dossier_id: dossier(1).id,
                        office_id: "hn-pc06".into(),
                        asked_at: clock(1),
                        text: "Khi nào có thẻ?".into(),
                        not_me_at: None,
                        answer: None,
                    };
                    assert!(tickets::ask(&mut tx, &question).await.unwrap());
                }
                1 => assert!(mendings::open(&mut tx, &mending()).await.unwrap()),
                2 => {
                    let given = Answer { at: clock(20), text: "Tuần sau.".into(), staff_id: "s".into() };
                    assert!(tickets::answer(&mut tx, "t1", &given).await.unwrap());
                }
                3 => {
                    let sent = Mending { stage: "sent_on".into(), sent_at: Some(clock(30)), ..mending() };
                    assert!(mendings::advance(&mut tx, &sent, "open").await.unwrap());
                }
                _ => mendings::close_of_dossier(&mut tx, &dossier(1).id, clock(40)).await.unwrap(),
            }
            tx.commit().await.unwrap();
            seen.push(asked(store).await);
        }
        assert_eq!(seen.iter().collect::<std::collections::BTreeSet<_>>().len(), 6, "{seen:?}");
    }
}

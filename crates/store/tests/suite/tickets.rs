//! Questions to the office.

use crate::support::{both, clock, dossier};
use eid_store::{
    dossiers,
    mendings::{self, Mending},
    retention::{self, Cutoffs},
    tickets::{self, Answer, Ticket},
};
use jiff::SignedDuration;

fn question(id: &str, n: usize) -> Ticket {
    Ticket {
        id: id.into(),
        dossier_id: dossier(n).id,
        office_id: dossier(n).office_id,
        asked_at: clock(1),
        text: "Khi nào có thẻ?".into(),
        not_me_at: None,
        answer: None,
    }
}

fn mending(id: &str, n: usize) -> Mending {
    Mending {
        id: id.into(),
        dossier_id: dossier(n).id,
        office_id: dossier(n).office_id,
        opened_at: clock(1),
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
    async fn wrong_data_is_a_ticket_beside_the_questions(db) {
        let store = &db.store;
        let mut tx = store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        assert!(tickets::ask(&mut tx, &question("t1", 1)).await.unwrap());
        assert!(mendings::open(&mut tx, &mending("m1", 1)).await.unwrap(), "a question does not stand in its way");
        assert!(!mendings::open(&mut tx, &mending("m2", 1)).await.unwrap(), "one is open already");
        assert!(tickets::by_id(&mut tx, "m1").await.unwrap().is_none());
        assert!(mendings::by_id(&mut tx, "t1").await.unwrap().is_none());
        assert_eq!(tickets::of_dossier(&mut tx, &dossier(1).id).await.unwrap().len(), 1);
        let mut sent = mending("m1", 1);
        sent.stage = "sent_on".into();
        sent.sent_at = Some(clock(2));
        assert!(mendings::advance(&mut tx, &sent, "open").await.unwrap());
        assert!(!mendings::advance(&mut tx, &sent, "open").await.unwrap(), "somebody was quicker");
        assert!(mendings::open_of_dossier(&mut tx, &dossier(1).id).await.unwrap() == Some(sent.clone()));
        let office = dossier(1).office_id;
        assert_eq!(mendings::open_of_office(&mut tx, Some(&office), 10).await.unwrap().len(), 1);
        assert!(mendings::open_of_office(&mut tx, Some("nowhere"), 10).await.unwrap().is_empty());
        mendings::close_of_dossier(&mut tx, &dossier(1).id, clock(3)).await.unwrap();
        assert!(mendings::open_of_dossier(&mut tx, &dossier(1).id).await.unwrap().is_none());
        assert!(mendings::open(&mut tx, &mending("m2", 1)).await.unwrap());
        // What was closed long ago goes; what is open, and a question that waits, stay.
        let cutoffs = Cutoffs { lapsed: clock(9), answers: clock(9), messages: clock(9), places: clock(9) };
        retention::purge(&mut tx, &cutoffs).await.unwrap();
        assert!(mendings::by_id(&mut tx, "m1").await.unwrap().is_none());
        assert!(mendings::by_id(&mut tx, "m2").await.unwrap().is_some());
        assert!(tickets::by_id(&mut tx, "t1").await.unwrap().is_some());
        tx.commit().await.unwrap();
    }

    async fn one_question_waits_at_a_time(db) {
    let store = &db.store;
    let mut tx = store.begin().await.unwrap();
    dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
    dossiers::insert(&mut tx, &dossier(2)).await.unwrap();
    assert!(tickets::ask(&mut tx, &question("t1", 1)).await.unwrap());
    assert!(!tickets::ask(&mut tx, &question("t2", 1)).await.unwrap(), "one waits already");
    assert!(tickets::ask(&mut tx, &question("t3", 2)).await.unwrap(), "another's");
    let answer = Answer { at: clock(5), text: "Ngày mai.".into(), staff_id: "s1".into() };
    assert!(tickets::answer(&mut tx, "t1", &answer).await.unwrap());
    assert!(!tickets::answer(&mut tx, "t1", &answer).await.unwrap(), "one answer is enough");
    assert!(!tickets::answer(&mut tx, "none", &answer).await.unwrap());
    assert!(tickets::ask(&mut tx, &question("t2", 1)).await.unwrap(), "the first is answered");
    let seen = tickets::of_dossier(&mut tx, &dossier(1).id).await.unwrap();
    assert_eq!(seen.len(), 2);
    assert!(seen.iter().any(|one| one.answer == Some(answer.clone())));
    let ids = |found: &[tickets::Referred]| found.iter().map(|(one, _)| one.id.clone()).collect::<Vec<_>>();
    let office = dossier(1).office_id;
    let (waiting, answered) = tickets::of_office(&mut tx, Some(&office), clock(0), 10).await.unwrap();
    assert_eq!((ids(&waiting).len(), ids(&answered)), (2, vec!["t1".to_owned()]));
    assert!(waiting.iter().all(|(_, reference)| !reference.is_empty()));
    let later = clock(5) + SignedDuration::from_secs(1);
    let (_, none) = tickets::of_office(&mut tx, None, later, 10).await.unwrap();
    assert!(none.is_empty(), "answered too long ago");
    let (elsewhere, _) = tickets::of_office(&mut tx, Some("nowhere"), clock(0), 10).await.unwrap();
    assert!(elsewhere.is_empty());
    tx.commit().await.unwrap();
    }
}

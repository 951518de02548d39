//! Who represents a child, until when, and whose consent stands.

use crate::support::{both, clock};
use eid_store::{
    Tx,
    representatives::{self, Consent, Representative},
    retention::{self, Cutoffs},
};
use jiff::civil::{Date, date};

const CHILD: &str = "097317090001";
const BIRTHDAY: Date = date(2031, 8, 15);

fn represents(id: &str, number: &str, n: i64) -> Representative {
    Representative {
        id: id.into(),
        child_number: CHILD.into(),
        child_name: "Trần Bé Thử".into(),
        child_birth_date: "2017-08-15".into(),
        personal_number: number.into(),
        full_name: "Trần Thị Mẫu".into(),
        relation: "mother".into(),
        proof: "birth_certificate".into(),
        own_from: BIRTHDAY,
        recorded_at: clock(n),
        recorded_by: "s1".into(),
        reminded_at: None,
        ended: None,
    }
}

fn consent(id: &str, representative: &str, n: i64) -> Consent {
    Consent {
        id: id.into(),
        child_number: CHILD.into(),
        representative_id: representative.into(),
        text_version: "2026-11".into(),
        given_at: clock(n),
    }
}

async fn both_parents(tx: &mut Tx) {
    for (id, number, n) in [("r1", "098185120001", 1), ("r2", "098085120002", 2)] {
        assert!(
            representatives::record(tx, &represents(id, number, n))
                .await
                .unwrap()
        );
    }
}

async fn names(tx: &mut Tx) -> Vec<String> {
    let all = representatives::of_child(tx, CHILD).await.unwrap();
    all.into_iter().map(|one| one.id).collect()
}

both! {
    async fn a_person_represents_a_child_once_and_until_the_birthday(db) {
        let mut tx = db.store.begin().await.unwrap();
        both_parents(&mut tx).await;
        assert!(!representatives::record(&mut tx, &represents("r3", "098185120001", 3)).await.unwrap());
        assert_eq!(names(&mut tx).await, ["r1", "r2"]);
        let stored = representatives::by_id(&mut tx, "r1").await.unwrap();
        assert!(stored == Some(represents("r1", "098185120001", 1)));
        // The day itself is not the representative's any more, whether or not the job has been there.
        for (day, count) in [(date(2031, 8, 14), 1), (BIRTHDAY, 0), (date(2031, 8, 16), 0)] {
            let mine = representatives::children_of(&mut tx, "098185120001", day).await.unwrap();
            assert_eq!(mine.len(), count, "{day}");
        }
        assert!(representatives::children_of(&mut tx, CHILD, date(2026, 11, 23)).await.unwrap().is_empty());
        assert!(representatives::end(&mut tx, "r1", "court", clock(4)).await.unwrap());
        assert!(!representatives::end(&mut tx, "r1", "died", clock(5)).await.unwrap());
        assert_eq!(names(&mut tx).await, ["r2"]);
        let ended = representatives::by_id(&mut tx, "r1").await.unwrap().unwrap();
        assert_eq!(ended.ended, Some((clock(4), "court".to_owned())));
        // Who was ended can be recorded again.
        assert!(representatives::record(&mut tx, &represents("r3", "098185120001", 6)).await.unwrap());
        tx.commit().await.unwrap();
    }

    async fn one_consent_stands_and_goes_with_whose_it_is(db) {
        let mut tx = db.store.begin().await.unwrap();
        both_parents(&mut tx).await;
        assert!(!representatives::withdraw(&mut tx, CHILD, clock(3)).await.unwrap());
        assert!(representatives::consent(&mut tx, &consent("c1", "r1", 4)).await.unwrap());
        assert!(!representatives::consent(&mut tx, &consent("c2", "r2", 5)).await.unwrap());
        assert_eq!(representatives::consent_of(&mut tx, CHILD).await.unwrap(), Some(consent("c1", "r1", 4)));
        // The other parent goes: the consent stays. Whose it is goes: it goes too.
        representatives::end(&mut tx, "r2", "court", clock(6)).await.unwrap();
        assert!(representatives::consent_of(&mut tx, CHILD).await.unwrap().is_some());
        representatives::end(&mut tx, "r1", "court", clock(7)).await.unwrap();
        assert_eq!(representatives::consent_of(&mut tx, CHILD).await.unwrap(), None);
        assert!(representatives::record(&mut tx, &represents("r4", "098185120001", 8)).await.unwrap());
        assert!(representatives::consent(&mut tx, &consent("c3", "r4", 9)).await.unwrap());
        assert!(representatives::withdraw(&mut tx, CHILD, clock(10)).await.unwrap());
        assert_eq!(representatives::consent_of(&mut tx, CHILD).await.unwrap(), None);
        tx.commit().await.unwrap();
    }

    async fn the_birthday_is_told_of_once_and_ends_it_on_the_day(db) {
        let mut tx = db.store.begin().await.unwrap();
        both_parents(&mut tx).await;
        assert!(representatives::to_remind(&mut tx, date(2031, 8, 14), 10).await.unwrap().is_empty());
        let due = representatives::to_remind(&mut tx, BIRTHDAY, 10).await.unwrap();
        assert_eq!(due.len(), 2);
        representatives::reminded(&mut tx, "r1", clock(3)).await.unwrap();
        let due = representatives::to_remind(&mut tx, BIRTHDAY, 10).await.unwrap();
        assert_eq!(due.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["r2"]);
        assert!(representatives::of_age(&mut tx, date(2031, 8, 14), 10).await.unwrap().is_empty());
        assert_eq!(representatives::of_age(&mut tx, BIRTHDAY, 1).await.unwrap().len(), 1);
        assert_eq!(representatives::of_age(&mut tx, date(2031, 9, 1), 10).await.unwrap().len(), 2);
        tx.commit().await.unwrap();
    }

    async fn what_has_ended_is_forgotten_with_its_consents(db) {
        let mut tx = db.store.begin().await.unwrap();
        both_parents(&mut tx).await;
        representatives::consent(&mut tx, &consent("c1", "r1", 3)).await.unwrap();
        representatives::end(&mut tx, "r1", "court", clock(4)).await.unwrap();
        for (at, there) in [(clock(4), true), (clock(5), false)] {
            let cutoffs = Cutoffs { lapsed: at, answers: at, messages: at, places: at };
            retention::purge(&mut tx, &cutoffs).await.unwrap();
            assert_eq!(representatives::by_id(&mut tx, "r1").await.unwrap().is_some(), there);
        }
        assert_eq!(names(&mut tx).await, ["r2"]);
        tx.commit().await.unwrap();
    }
}

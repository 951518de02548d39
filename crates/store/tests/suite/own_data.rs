//! What is held about a person: every table is told or has a reason not to be, and every list can be read.

use crate::{
    people::account,
    support::{both, clock, dossier},
};
use eid_store::{
    accounts, dossiers,
    own_data::{self, NOT_TAKEN, Of, Value, parts},
    phone_changes::{self, PhoneChange, Step},
};
use std::collections::BTreeSet;

both! {
    async fn every_table_is_told_or_has_a_reason(db) {
        let mut tx = db.store.begin().await.unwrap();
        let found: BTreeSet<String> = eid_store::testing::tables(&mut tx).await.unwrap().into_iter().collect();
        let taken = parts().map(|part| part.table);
        let known: BTreeSet<String> = taken.chain(NOT_TAKEN.iter().map(|(table, _)| *table)).map(str::to_owned).collect();
        assert_eq!(found.difference(&known).collect::<Vec<_>>(), Vec::<&String>::new(), "on neither list");
        assert_eq!(known.difference(&found).collect::<Vec<_>>(), Vec::<&String>::new(), "no such table");
        for part in parts() {
            assert!(own_data::read(&mut tx, part, "nobody").await.unwrap().is_empty(), "{}", part.name);
            assert_eq!(own_data::count(&mut tx, part, "nobody").await.unwrap(), 0);
        }
    }

    async fn a_record_has_what_is_there_and_no_more(db) {
        let mut tx = db.store.begin().await.unwrap();
        accounts::insert(&mut tx, &account(1, None)).await.unwrap();
        let part = parts().find(|part| part.name == "account").unwrap();
        let rows = own_data::read(&mut tx, part, "account1").await.unwrap();
        let cell = |name: &str| rows[0].iter().find(|(column, _)| *column == name).map(|(_, value)| value.clone());
        assert_eq!(cell("level"), Some(Value::Number(i64::from(account(1, None).level))));
        assert_eq!(cell("lock_reason"), None);
        assert_eq!(part.of, Of::Account);
    }

    async fn only_what_is_closed_and_was_never_received_is_forgotten(db) {
        let mut tx = db.store.begin().await.unwrap();
        let (mut open, mut received, mut over) = (dossier(1), dossier(2), dossier(3));
        open.is_open = true;
        received.is_open = false;
        received.received_at = Some(clock(1));
        over.is_open = false;
        over.received_at = None;
        for one in [&open, &received, &over] {
            dossiers::insert(&mut tx, one).await.unwrap();
        }
        assert!(!own_data::forget_dossier(&mut tx, &open.id).await.unwrap());
        assert!(!own_data::forget_dossier(&mut tx, &received.id).await.unwrap());
        assert!(own_data::forget_dossier(&mut tx, &over.id).await.unwrap());
        assert!(!own_data::forget_dossier(&mut tx, &over.id).await.unwrap());
        assert!(dossiers::by_id(&mut tx, &received.id).await.unwrap().is_some());
        assert!(dossiers::by_id(&mut tx, &over.id).await.unwrap().is_none());
    }

    async fn a_change_of_phone_is_one_session_s_and_lapses(db) {
        let mut tx = db.store.begin().await.unwrap();
        accounts::insert(&mut tx, &account(1, None)).await.unwrap();
        let change = |step, code: &str| PhoneChange {
            account_id: "account1".into(),
            session_hash: "mine".into(),
            phone: "+84990000001".into(),
            step,
            code_id: code.into(),
            expires_at: clock(100),
        };
        phone_changes::put(&mut tx, &change(Step::Old, "c1")).await.unwrap();
        phone_changes::put(&mut tx, &change(Step::New, "c2")).await.unwrap();
        let found = phone_changes::live(&mut tx, "account1", "mine", clock(99)).await.unwrap();
        assert!(found == Some(change(Step::New, "c2")));
        assert!(phone_changes::live(&mut tx, "account1", "other", clock(99)).await.unwrap().is_none());
        assert!(phone_changes::live(&mut tx, "account1", "mine", clock(100)).await.unwrap().is_none());
        phone_changes::end_ways(&mut tx, "account1").await.unwrap();
        assert!(phone_changes::live(&mut tx, "account1", "mine", clock(1)).await.unwrap().is_none());
    }
}

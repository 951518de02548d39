//! Opening, migrating, committing, failing.

use crate::support::{both, clock, dossier};
use eid_store::{Constraint, Dialect, Options, Store, StoreError, audit, dossiers, retention, settings};

both! {
    async fn migrating_again_changes_nothing(db) {
        let store: &Store = &db.store;
        assert_eq!(store.migrate().await.unwrap(), 0);
        store.ping().await.unwrap();
    }

    async fn a_newer_schema_is_refused(db) {
        let mut tx = db.store.begin().await.unwrap();
        let newer = "INSERT INTO schema_version VALUES (9999, 'later', 'x', 'now')";
        eid_store::testing::script(&mut tx, newer).await.unwrap();
        tx.commit().await.unwrap();
        let refused = db.store.migrate().await.unwrap_err();
        assert!(matches!(&refused, StoreError::Schema(why) if why.contains("9999")), "{refused:?}");
    }

    async fn a_changed_script_is_refused(db) {
        let mut tx = db.store.begin().await.unwrap();
        eid_store::testing::script(&mut tx, "UPDATE schema_version SET digest = 'other' WHERE version = 1").await.unwrap();
        tx.commit().await.unwrap();
        assert!(matches!(db.store.migrate().await, Err(StoreError::Schema(_))));
    }

    async fn servers_that_start_together_migrate_once(db) {
        // A database of their own: this one is migrated already.
        let fresh = eid_store::testing::TestDatabase::empty(db.store.dialect()).await.unwrap().unwrap();
        let starts = (0..4).map(|_| {
            let store: Store = fresh.store.clone();
            tokio::spawn(async move { store.migrate().await.unwrap() })
        });
        let mut applied = 0;
        for start in starts.collect::<Vec<_>>() {
            applied += start.await.unwrap();
        }
        assert_eq!(applied, 38);
        fresh.close().await.unwrap();
    }

    async fn nothing_of_a_dropped_transaction_is_stored(db) {
        let mut tx = db.store.begin().await.unwrap();
        settings::set(&mut tx, "kept", "no").await.unwrap();
        drop(tx);
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(settings::get(&mut tx, "kept").await.unwrap(), None);
        settings::set(&mut tx, "kept", "yes").await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.peek().await.unwrap();
        assert_eq!(settings::get(&mut tx, "kept").await.unwrap().as_deref(), Some("yes"));
    }

    async fn nothing_of_a_failed_transaction_is_stored(db) {
        let mut tx = db.store.begin().await.unwrap();
        settings::set(&mut tx, "kept", "no").await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        let mut same = dossier(2);
        same.reference = dossier(1).reference;
        let refused = dossiers::insert(&mut tx, &same).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::DossierReferenceUnique));
        // PostgreSQL would answer this with a silent rollback.
        assert!(matches!(tx.commit().await, Err(StoreError::Failed)));
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(settings::get(&mut tx, "kept").await.unwrap(), None);
    }

    async fn a_reading_transaction_cannot_write(db) {
        for mut tx in [db.store.read().await.unwrap()] {
            assert!(settings::set(&mut tx, "kept", "no").await.is_err());
        }
    }

    async fn a_reading_transaction_sees_one_state(db) {
        let mut reader = db.store.read().await.unwrap();
        assert_eq!(settings::get(&mut reader, "pace").await.unwrap(), None);
        let mut tx = db.store.begin().await.unwrap();
        settings::set(&mut tx, "pace", "hurried").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(settings::get(&mut reader, "pace").await.unwrap(), None);
        let mut later = db.store.read().await.unwrap();
        assert_eq!(settings::get(&mut later, "pace").await.unwrap().as_deref(), Some("hurried"));
    }

    async fn the_audit_only_grows(db) {
        let entry = audit::Entry {
            id: "1".into(),
            at: clock(0),
            actor_kind: "staff".into(),
            actor_id: "s1".into(),
            actor_role: None,
            actor_office: None,
            action: "dossier.reveal".into(),
            object_kind: "dossier".into(),
            object_id: "d1".into(),
            request_id: "r1".into(),
            reason: Some("at_counter".into()),
        };
        let mut tx = db.store.begin().await.unwrap();
        audit::append(&mut tx, &entry).await.unwrap();
        tx.commit().await.unwrap();
        for change in ["UPDATE audit SET reason = NULL", "DELETE FROM audit"] {
            let mut tx = db.store.begin().await.unwrap();
            let refused = eid_store::testing::script(&mut tx, change).await.unwrap_err();
            assert_eq!(refused.constraint(), Some(Constraint::AuditAppendOnly), "{refused:?}");
        }
        let mut tx = db.store.read().await.unwrap();
        let told = audit::of_object(&mut tx, "dossier", "d1", 9).await.unwrap();
        assert_eq!(told, audit::of_actor(&mut tx, "staff", "s1", 9).await.unwrap());
        assert_eq!(told, [entry]);
    }

    async fn work_is_done_anew_where_others_were_in_the_way(db) {
        let tries = std::sync::Arc::new(std::sync::atomic::AtomicU32::new(0));
        let counted = tries.clone();
        // In a task of its own: the future must be one that a server can move between threads.
        let store = db.store.clone();
        let work = tokio::spawn(async move {
            store
                .write(move |tx| {
                    let n = counted.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                    Box::pin(async move {
                        settings::set(tx, &format!("try{n}"), "done").await?;
                        if n < 2 { Err(StoreError::Busy) } else { Ok(n) }
                    })
                })
                .await
        });
        assert_eq!(work.await.unwrap().unwrap(), 2);
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(settings::get(&mut tx, "try1").await.unwrap(), None);
        assert_eq!(settings::get(&mut tx, "try2").await.unwrap().as_deref(), Some("done"));
    }

    async fn a_setting_is_agreed_on(db) {
        let starts: Vec<_> = (0..20).map(|n| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let value = settings::get_or_insert(&mut tx, "key", &format!("key{n}")).await.unwrap();
                tx.commit().await.unwrap();
                value
            })
        }).collect();
        let mut values = std::collections::BTreeSet::new();
        for start in starts {
            values.insert(start.await.unwrap());
        }
        assert_eq!(values.len(), 1, "{values:?}");
    }

    async fn what_is_past_its_time_goes(db) {
        let mut tx = db.store.begin().await.unwrap();
        let cut = clock(1000);
        let cutoffs = retention::Cutoffs { lapsed: cut, answers: cut, messages: cut, places: cut };
        eid_store::proofs::insert(&mut tx, "old", "+84900000000", clock(999)).await.unwrap();
        eid_store::proofs::insert(&mut tx, "new", "+84900000000", clock(1001)).await.unwrap();
        assert_eq!(retention::purge(&mut tx, &cutoffs).await.unwrap(), 1);
        assert!(eid_store::proofs::phone(&mut tx, "new", clock(1000)).await.unwrap().is_some());
        tx.commit().await.unwrap();
    }
}

#[tokio::test]
async fn wrong_addresses_are_told() {
    for url in [
        "mysql://localhost/x",
        "sqlite::memory:",
        "eid.db",
        "sqlite:/proc/none/eid.db",
    ] {
        let refused = Store::open(url, &Options::default()).await.err().unwrap();
        assert!(matches!(refused, StoreError::Address(_)), "{url}: {refused:?}");
    }
    let impatient = Options {
        acquire_timeout: std::time::Duration::from_millis(300),
        ..Options::default()
    };
    let nobody = Store::open("postgres://eid@127.0.0.1:1/eid", &impatient)
        .await
        .err()
        .unwrap();
    assert!(matches!(nobody, StoreError::Unavailable(_)), "{nobody:?}");
}

#[tokio::test]
async fn the_file_is_its_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let db = eid_store::testing::TestDatabase::new(Dialect::Sqlite)
        .await
        .unwrap()
        .unwrap();
    let path = db.url.trim_start_matches("sqlite:");
    for name in [path.to_owned(), format!("{path}-wal")] {
        assert_eq!(
            std::fs::metadata(&name).unwrap().permissions().mode() & 0o077,
            0,
            "{name}"
        );
    }
    db.close().await.unwrap();
}

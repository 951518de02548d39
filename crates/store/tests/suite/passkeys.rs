//! Passkeys, their ceremonies, and the one device of an account: each challenge and each code is good once, however many ask.

use crate::{
    people::account,
    support::{both, clock, dossier},
};
use eid_store::{
    Store, accounts,
    devices::{self, Device},
    dossiers,
    passkeys::{self, Ceremony, Passkey},
    recoveries::{self, Recovery},
    sessions::SessionKind,
};

fn passkey(id: &str, subject_id: &str, credential_id: &str) -> Passkey {
    Passkey {
        id: id.into(),
        kind: SessionKind::Citizen,
        subject_id: subject_id.into(),
        user_handle: "handle".into(),
        credential_id: credential_id.into(),
        credential: "{}".into(),
        name: "Máy".into(),
        created_at: clock(0),
        used_at: None,
        refused_at: None,
    }
}

async fn one_account(store: &Store) -> String {
    let mut tx = store.begin().await.unwrap();
    dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
    let account = account(1, Some("d1"));
    accounts::insert(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    account.id
}

both! {
    async fn a_credential_has_one_owner(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(passkeys::insert(&mut tx, &passkey("p1", "a1", "c1")).await.unwrap());
        assert!(!passkeys::insert(&mut tx, &passkey("p2", "a2", "c1")).await.unwrap());
        assert!(passkeys::insert(&mut tx, &passkey("p3", "a1", "c3")).await.unwrap());
        let mine = passkeys::of_subject(&mut tx, SessionKind::Citizen, "a1").await.unwrap();
        assert_eq!(mine.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["p1", "p3"]);
        assert!(passkeys::of_subject(&mut tx, SessionKind::Staff, "a1").await.unwrap().is_empty());
        // Nobody takes away what is somebody else's.
        assert!(!passkeys::remove(&mut tx, SessionKind::Citizen, "a2", "p1").await.unwrap());
        assert!(!passkeys::remove(&mut tx, SessionKind::Staff, "a1", "p1").await.unwrap());
        passkeys::used(&mut tx, "p1", "{\"n\":1}", clock(5)).await.unwrap();
        assert!(passkeys::refuse(&mut tx, "p1", clock(6)).await.unwrap());
        assert!(!passkeys::refuse(&mut tx, "p1", clock(7)).await.unwrap());
        let found = passkeys::by_credential(&mut tx, "c1").await.unwrap().unwrap();
        assert_eq!((found.used_at, found.refused_at), (Some(clock(5)), Some(clock(6))));
        assert!(passkeys::remove(&mut tx, SessionKind::Citizen, "a1", "p1").await.unwrap());
        assert!(passkeys::by_credential(&mut tx, "c1").await.unwrap().is_none());
    }

    async fn what_was_added_after_a_moment_goes_and_nothing_else(db) {
        let mut tx = db.store.begin().await.unwrap();
        let at = |id: &str, subject: &str, kind, seconds| Passkey {
            kind,
            created_at: clock(seconds),
            ..passkey(id, subject, &format!("c-{id}"))
        };
        for one in [
            at("before", "a1", SessionKind::Citizen, 9),
            at("then", "a1", SessionKind::Citizen, 10),
            at("after", "a1", SessionKind::Citizen, 11),
            at("other", "a2", SessionKind::Citizen, 11),
            at("staff", "a1", SessionKind::Staff, 11),
        ] {
            assert!(passkeys::insert(&mut tx, &one).await.unwrap());
        }
        assert_eq!(passkeys::remove_since(&mut tx, SessionKind::Citizen, "a1", clock(10)).await.unwrap(), 1);
        let left = passkeys::of_subject(&mut tx, SessionKind::Citizen, "a1").await.unwrap();
        assert_eq!(left.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["before", "then"]);
        assert!(passkeys::by_credential(&mut tx, "c-other").await.unwrap().is_some());
        assert!(passkeys::by_credential(&mut tx, "c-staff").await.unwrap().is_some());
        assert_eq!(passkeys::remove_since(&mut tx, SessionKind::Citizen, "a1", clock(10)).await.unwrap(), 0);
    }

    async fn many_at_once_take_a_challenge_up_once(db) {
        let ceremony = Ceremony {
            hash: "h".into(),
            purpose: "citizen_sign_in".into(),
            subject_id: String::new(),
            state: "{}".into(),
            expires_at: clock(300),
        };
        let mut tx = db.store.begin().await.unwrap();
        passkeys::begin(&mut tx, &ceremony).await.unwrap();
        assert_eq!(passkeys::take(&mut tx, "h", "staff_sign_in", clock(1)).await.unwrap(), None);
        assert_eq!(passkeys::take(&mut tx, "h", "citizen_sign_in", clock(300)).await.unwrap(), None);
        tx.commit().await.unwrap();
        let tries = (0..8).map(|_| {
            let store: Store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let taken = passkeys::take(&mut tx, "h", "citizen_sign_in", clock(1)).await.unwrap();
                tx.commit().await.unwrap();
                taken.is_some()
            })
        });
        let mut taken = 0;
        for one in tries.collect::<Vec<_>>() {
            taken += u32::from(one.await.unwrap());
        }
        assert_eq!(taken, 1);
    }

    async fn an_account_has_one_device_and_its_code_is_good_once(db) {
        let id = one_account(&db.store).await;
        let mut tx = db.store.begin().await.unwrap();
        let device = |hash: &str, at| Device { hash: hash.into(), agent: "Chrome, Android".into(), since: clock(at) };
        devices::put(&mut tx, &id, &device("one", 0)).await.unwrap();
        devices::put(&mut tx, &id, &device("two", 5)).await.unwrap();
        assert_eq!(devices::of_account(&mut tx, &id).await.unwrap(), Some(device("two", 5)));
        devices::put_code(&mut tx, &id, "mac", clock(180)).await.unwrap();
        assert!(!devices::use_code(&mut tx, &id, "other", clock(1)).await.unwrap());
        assert!(!devices::use_code(&mut tx, &id, "mac", clock(180)).await.unwrap());
        assert!(devices::use_code(&mut tx, &id, "mac", clock(1)).await.unwrap());
        assert!(!devices::use_code(&mut tx, &id, "mac", clock(1)).await.unwrap());
        devices::remove(&mut tx, &id).await.unwrap();
        assert_eq!(devices::of_account(&mut tx, &id).await.unwrap(), None);
    }

    async fn a_way_to_another_password_lapses_and_ends_with_its_account(db) {
        let id = one_account(&db.store).await;
        let recovery = |hash: &str, account_id: Option<&str>| Recovery {
            hash: hash.into(),
            account_id: account_id.map(Into::into),
            code_id: "c".into(),
            proved: false,
            expires_at: clock(900),
        };
        let mut tx = db.store.begin().await.unwrap();
        recoveries::insert(&mut tx, &recovery("h1", Some(&id))).await.unwrap();
        recoveries::insert(&mut tx, &recovery("h2", None)).await.unwrap();
        recoveries::prove(&mut tx, "h1", clock(1_800)).await.unwrap();
        assert!(recoveries::live(&mut tx, "h1", clock(1_000)).await.unwrap().unwrap().proved);
        assert_eq!(recoveries::live(&mut tx, "h2", clock(900)).await.unwrap(), None);
        recoveries::end_of_account(&mut tx, &id).await.unwrap();
        assert_eq!(recoveries::live(&mut tx, "h1", clock(1_000)).await.unwrap(), None);
        assert_eq!(recoveries::live(&mut tx, "h2", clock(1)).await.unwrap(), Some(recovery("h2", None)));
    }
}

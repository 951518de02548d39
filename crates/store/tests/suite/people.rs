//! Accounts, activations, sessions, staff.

use crate::support::{both, clock, dossier};
use eid_store::{
    Constraint, StoreError,
    accounts::{self, Account, SecurityAnswer},
    activations::{self, Activation},
    dossiers,
    sessions::{self, Proved, Session, SessionKind},
    staff::{self, Staff},
};
use jiff::{SignedDuration, civil::date};

pub(crate) fn account(n: usize, dossier_id: Option<&str>) -> Account {
    Account {
        id: format!("account{n}"),
        personal_number: format!("0990{n:08}"),
        dossier_id: dossier_id.map(str::to_owned),
        full_name: "NGUYỄN VĂN THỬ".into(),
        birth_date: "1985-08-15".into(),
        phone: "+84900000000".into(),
        level: 2,
        state: "notified".into(),
        notified_at: Some(clock(0)),
        activate_by: Some(date(2026, 11, 9)),
        password_hash: None,
        passcode_hash: None,
        activated_at: None,
        last_sign_in_at: None,
        card_expires_on: Some(date(2045, 8, 15)),
        lock_reason: None,
        locked_from: None,
        version: 1,
    }
}

pub(crate) fn session(hash: &str, kind: SessionKind) -> Session {
    Session {
        hash: hash.into(),
        kind,
        subject_id: "someone".into(),
        created_at: clock(0),
        seen_at: clock(0),
        expires_at: clock(43_200),
        agent: "Chrome, Android".into(),
        proved: Proved::Password,
    }
}

const IDLE: SignedDuration = SignedDuration::from_mins(15);

both! {
    async fn a_person_has_one_account(db) {
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        accounts::insert(&mut tx, &account(1, Some("d1"))).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        let second = Account { id: "other".into(), ..account(1, None) };
        let refused = accounts::insert(&mut tx, &second).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::AccountOnePerPerson));
        drop(tx);
        let mut tx = db.store.begin().await.unwrap();
        let mut mine = accounts::by_person(&mut tx, "099000000001").await.unwrap().unwrap();
        assert!(mine == account(1, Some("d1")));
        assert!(accounts::by_dossier(&mut tx, "d1").await.unwrap().unwrap() == mine);
        let mut theirs = mine.clone();
        mine.state = "active".into();
        mine.password_hash = Some("$argon2id$".into());
        mine.activated_at = Some(clock(7));
        accounts::update(&mut tx, &mut mine).await.unwrap();
        assert!(matches!(accounts::update(&mut tx, &mut theirs).await, Err(StoreError::Stale("account"))));
        accounts::signed_in(&mut tx, "account1", clock(8)).await.unwrap();
        mine.last_sign_in_at = Some(clock(8));
        assert!(accounts::by_id(&mut tx, "account1").await.unwrap().unwrap() == mine);
        tx.commit().await.unwrap();
    }

    async fn accounts_past_their_day_are_found(db) {
        let mut tx = db.store.begin().await.unwrap();
        for (n, day) in [(1, 9), (2, 10), (3, 8)] {
            accounts::insert(&mut tx, &Account { activate_by: Some(date(2026, 11, day)), ..account(n, None) })
                .await.unwrap();
        }
        accounts::insert(&mut tx, &Account { activate_by: None, ..account(4, None) }).await.unwrap();
        let found = accounts::overdue(&mut tx, "notified", date(2026, 11, 10), 9).await.unwrap();
        assert_eq!(found.into_iter().map(|a| a.id).collect::<Vec<_>>(), ["account3", "account1"]);
        assert!(accounts::overdue(&mut tx, "active", date(2026, 11, 10), 9).await.unwrap().is_empty());
    }

    async fn answers_replace_the_former(db) {
        let answer = |q: &str, a: &str| SecurityAnswer { question: q.into(), answer_hash: a.into() };
        let mut tx = db.store.begin().await.unwrap();
        accounts::insert(&mut tx, &account(1, None)).await.unwrap();
        accounts::set_answers(&mut tx, "account1", &[answer("pet", "1"), answer("city", "2")]).await.unwrap();
        accounts::set_answers(&mut tx, "account1", &[answer("pet", "3"), answer("book", "4")]).await.unwrap();
        let read = accounts::answers(&mut tx, "account1").await.unwrap();
        assert!(read == [answer("book", "4"), answer("pet", "3")]);
        assert!(accounts::set_answers(&mut tx, "account1", &[answer("pet", "5"), answer("pet", "6")]).await.is_err());
    }

    async fn an_activation_goes_step_by_step(db) {
        let mut tx = db.store.begin().await.unwrap();
        let mut one = Activation {
            hash: "h".into(), account_id: None, step: "code".into(), code_id: Some("c".into()),
            expires_at: clock(1800), password_hash: None, passcode_hash: None, created_at: clock(0),
        };
        activations::insert(&mut tx, &one).await.unwrap();
        one.step = "password".into();
        activations::advance(&mut tx, "code", &one).await.unwrap();
        let twice = activations::advance(&mut tx, "code", &one).await;
        assert!(matches!(twice, Err(StoreError::Stale("activation"))));
        assert!(activations::live(&mut tx, "h", clock(1799)).await.unwrap().unwrap() == one);
        assert!(activations::live(&mut tx, "h", clock(1800)).await.unwrap().is_none());
        activations::delete(&mut tx, "h").await.unwrap();
        assert!(activations::live(&mut tx, "h", clock(0)).await.unwrap().is_none());
        accounts::insert(&mut tx, &account(1, None)).await.unwrap();
        activations::insert(&mut tx, &Activation { account_id: Some("account1".into()), ..one }).await.unwrap();
    }

    async fn a_session_ends_by_idleness_age_or_sign_out(db) {
        let mut tx = db.store.begin().await.unwrap();
        sessions::insert(&mut tx, &session("s", SessionKind::Citizen)).await.unwrap();
        let live = sessions::live(&mut tx, "s", SessionKind::Citizen, clock(899), IDLE).await.unwrap();
        assert_eq!(live, Some(session("s", SessionKind::Citizen)));
        assert!(live.unwrap().wants_touch(clock(60)));
        for (kind, now) in [(SessionKind::Staff, 0), (SessionKind::Citizen, 900)] {
            assert_eq!(sessions::live(&mut tx, "s", kind, clock(now), IDLE).await.unwrap(), None);
        }
        sessions::touch(&mut tx, "s", clock(800)).await.unwrap();
        sessions::touch(&mut tx, "s", clock(700)).await.unwrap();
        let live = sessions::live(&mut tx, "s", SessionKind::Citizen, clock(1600), IDLE).await.unwrap().unwrap();
        assert_eq!(live.seen_at, clock(800));
        assert!(!live.wants_touch(clock(859)));
        sessions::touch(&mut tx, "s", clock(43_199)).await.unwrap();
        assert!(sessions::live(&mut tx, "s", SessionKind::Citizen, clock(43_199), IDLE).await.unwrap().is_some());
        assert!(sessions::live(&mut tx, "s", SessionKind::Citizen, clock(43_200), IDLE).await.unwrap().is_none());
        sessions::insert(&mut tx, &session("t", SessionKind::Citizen)).await.unwrap();
        sessions::delete(&mut tx, "s").await.unwrap();
        assert_eq!(sessions::delete_of_subject(&mut tx, SessionKind::Citizen, "someone").await.unwrap(), 1);
    }

    async fn a_reason_to_look_holds_for_one_session(db) {
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        for hash in ["s", "t"] {
            sessions::insert(&mut tx, &session(hash, SessionKind::Staff)).await.unwrap();
        }
        for reason in ["at_counter", "correction"] {
            sessions::reveal(&mut tx, "s", "d1", clock(1), reason).await.unwrap();
        }
        assert!(sessions::is_revealed(&mut tx, "s", "d1", clock(0)).await.unwrap());
        assert!(!sessions::is_revealed(&mut tx, "s", "d1", clock(1)).await.unwrap(), "too long ago");
        assert!(!sessions::is_revealed(&mut tx, "t", "d1", clock(0)).await.unwrap());
        assert!(!sessions::is_revealed(&mut tx, "s", "d2", clock(0)).await.unwrap());
        sessions::delete(&mut tx, "s").await.unwrap();
        assert!(!sessions::is_revealed(&mut tx, "s", "d1", clock(0)).await.unwrap());
        tx.commit().await.unwrap();
    }

    async fn staff_are_found_by_user_name(db) {
        let mut officer = Staff {
            id: "s1".into(), username: "canbo".into(), name: "Lê Thị Mẫu".into(), role: "intake_officer".into(),
            office_id: "hcm-pc06".into(), password_hash: "$argon2id$".into(), disabled: false, password_until: None,
        };
        let mut tx = db.store.begin().await.unwrap();
        staff::put(&mut tx, &officer).await.unwrap();
        officer.disabled = true;
        officer.password_until = Some(clock(60));
        staff::put(&mut tx, &officer).await.unwrap();
        assert!(staff::by_username(&mut tx, "canbo").await.unwrap().unwrap() == officer);
        assert!(staff::by_id(&mut tx, "s1").await.unwrap().unwrap() == officer);
        assert!(staff::by_username(&mut tx, "CANBO").await.unwrap().is_none());
        assert_eq!(staff::list(&mut tx).await.unwrap().len(), 1);
        let twin = Staff { id: "s2".into(), ..officer };
        let refused = staff::put(&mut tx, &twin).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::StaffUsernameUnique));
    }
}

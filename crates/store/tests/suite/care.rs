//! Looking along, links that lock, and accounts whose card has run out.

use crate::{
    people::account,
    support::{both, clock},
};
use eid_store::{
    Store, accounts,
    helpers::{self, End, Helper, HelperSession, Look},
    lock_links::{self, LockLink},
    retention,
};
use jiff::civil::date;

async fn one_account(store: &Store, n: usize) -> String {
    let account = account(n, None);
    let mut tx = store.begin().await.unwrap();
    accounts::insert(&mut tx, &account).await.unwrap();
    tx.commit().await.unwrap();
    account.id
}

fn asked(id: &str, account_id: &str, at: i64) -> HelperSession {
    HelperSession {
        id: id.into(),
        account_id: account_id.into(),
        citizen_session: "cs".into(),
        asked_at: clock(at),
        code_until: clock(at + 300),
        helper: None,
        ended: None,
    }
}

fn helper() -> Helper {
    Helper {
        staff_id: "st".into(),
        role: "help_desk".into(),
        session: "ss".into(),
        ends_at: clock(600),
    }
}

both! {
    async fn a_code_is_one_person_s_and_good_once(db) {
        let (one, other) = (one_account(&db.store, 1).await, one_account(&db.store, 2).await);
        let mut tx = db.store.begin().await.unwrap();
        assert!(helpers::ask(&mut tx, &asked("h1", &one, 0), "mac").await.unwrap());
        // The same code for somebody else, and a second one of the same person.
        assert!(!helpers::ask(&mut tx, &asked("h2", &other, 0), "mac").await.unwrap());
        assert!(!helpers::ask(&mut tx, &asked("h3", &one, 0), "mac3").await.unwrap());
        assert_eq!(helpers::begin(&mut tx, "mac", &helper(), clock(300)).await.unwrap(), None);
        let begun = helpers::begin(&mut tx, "mac", &helper(), clock(1)).await.unwrap().unwrap();
        assert_eq!(begun.helper, Some(helper()));
        assert_eq!(helpers::begin(&mut tx, "mac", &helper(), clock(1)).await.unwrap(), None);
        // Used up, so the same digits can be somebody else's now.
        assert!(helpers::ask(&mut tx, &asked("h2", &other, 2), "mac").await.unwrap());
        assert_eq!(helpers::end_of_account(&mut tx, &one, End::Citizen, clock(5)).await.unwrap(), 1);
        assert_eq!(helpers::end_of_account(&mut tx, &one, End::Helper, clock(6)).await.unwrap(), 0);
        let ended = helpers::by_id(&mut tx, "h1").await.unwrap().unwrap();
        assert_eq!(ended.ended, Some((clock(5), End::Citizen)));
        assert!(helpers::ask(&mut tx, &asked("h4", &one, 9), "mac4").await.unwrap());
        assert_eq!(helpers::last_of_account(&mut tx, &one, clock(8)).await.unwrap().unwrap().id, "h4");
        assert_eq!(helpers::last_of_account(&mut tx, &one, clock(9)).await.unwrap(), None);
    }

    async fn of_many_who_type_a_code_at_once_one_looks(db) {
        let id = one_account(&db.store, 1).await;
        let mut tx = db.store.begin().await.unwrap();
        helpers::ask(&mut tx, &asked("h1", &id, 0), "mac").await.unwrap();
        tx.commit().await.unwrap();
        let tries = (0..6).map(|_| {
            let store: Store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let begun = helpers::begin(&mut tx, "mac", &helper(), clock(1)).await.unwrap();
                tx.commit().await.unwrap();
                begun.is_some()
            })
        });
        let mut begun = 0;
        for one in tries.collect::<Vec<_>>() {
            begun += u32::from(one.await.unwrap());
        }
        assert_eq!(begun, 1);
    }

    async fn looks_are_listed_and_go_with_their_session(db) {
        let id = one_account(&db.store, 1).await;
        let mut tx = db.store.begin().await.unwrap();
        helpers::ask(&mut tx, &asked("h1", &id, 0), "mac").await.unwrap();
        let look = |id: &str, at, part: &str| Look { id: id.into(), helper_session_id: "h1".into(), at: clock(at), part: part.into() };
        for one in [look("l1", 1, "account"), look("l2", 2, "dossier")] {
            helpers::note_look(&mut tx, &one).await.unwrap();
        }
        assert_eq!(helpers::looks(&mut tx, "h1", 9).await.unwrap(), [look("l2", 2, "dossier"), look("l1", 1, "account")]);
        tx.commit().await.unwrap();
        let cutoffs = retention::Cutoffs { lapsed: clock(0), answers: clock(0), messages: clock(1), places: clock(0) };
        let mut tx = db.store.begin().await.unwrap();
        retention::purge(&mut tx, &cutoffs).await.unwrap();
        assert_eq!(helpers::by_id(&mut tx, "h1").await.unwrap(), None);
        assert_eq!(helpers::looks(&mut tx, "h1", 9).await.unwrap(), []);
    }

    async fn a_link_locks_once_and_lapses(db) {
        let id = one_account(&db.store, 1).await;
        let link = |hash: &str| LockLink { hash: hash.into(), account_id: id.clone(), told_at: clock(0), expires_at: clock(100) };
        let mut tx = db.store.begin().await.unwrap();
        for hash in ["k1", "k1", "k2"] {
            lock_links::insert(&mut tx, &link(hash)).await.unwrap();
        }
        assert_eq!(lock_links::take(&mut tx, "k1", clock(1)).await.unwrap(), Some(link("k1")));
        assert_eq!(lock_links::take(&mut tx, "k1", clock(1)).await.unwrap(), None);
        assert_eq!(lock_links::take(&mut tx, "k2", clock(100)).await.unwrap(), None);
        assert_eq!(lock_links::take(&mut tx, "k3", clock(1)).await.unwrap(), None);
    }

    async fn cards_that_have_run_out_are_found_by_the_day(db) {
        let day = date(2026, 11, 27);
        let mut tx = db.store.begin().await.unwrap();
        let kinds = [("l2_active", None), ("l1_active", None), ("locked", Some("own_request")), ("locked", Some("card_expired")), ("l2_approved", None)];
        for (n, (state, reason)) in (1..).zip(kinds) {
            let mut account = account(n, None);
            account.state = state.into();
            account.lock_reason = reason.map(Into::into);
            account.card_expires_on = Some(day);
            accounts::insert(&mut tx, &account).await.unwrap();
        }
        let found = |accounts: Vec<accounts::Account>| accounts.into_iter().map(|one| one.id).collect::<Vec<_>>();
        assert_eq!(found(accounts::card_over(&mut tx, date(2026, 11, 26), 9).await.unwrap()), Vec::<String>::new());
        assert_eq!(found(accounts::card_over(&mut tx, day, 9).await.unwrap()), ["account1", "account2", "account3"]);
        assert_eq!(found(accounts::of_phone(&mut tx, "+84900000000").await.unwrap()).len(), 5);
        assert_eq!(accounts::of_phone(&mut tx, "+84900000001").await.unwrap().len(), 0);
    }
}

//! What counts once, or so often: idempotency keys, limits, codes, proofs.

use crate::support::{both, clock};
use eid_store::{
    Store,
    codes::{self, OneTimeCode},
    idempotency::{self, Answer, Begun},
    limits::{self, Limit},
    proofs, settings,
};
use jiff::SignedDuration;

async fn begin(tx: &mut eid_store::Tx, key: &str, request: &str, now: i64) -> Begun {
    idempotency::begin(
        tx,
        key,
        "POST /api/bookings",
        request,
        clock(now),
        clock(now - 60),
    )
    .await
    .unwrap()
}

fn answer() -> Answer {
    Answer {
        status: 201,
        body: "{\"reference\":\"R\"}".into(),
        headers: "[]".into(),
    }
}

/// One request: takes the key, does its work (counts one up), answers.
async fn request(store: &Store, fails: bool) -> &'static str {
    let mut tx = store.begin().await.unwrap();
    match begin(&mut tx, "key", "same", 0).await {
        Begun::Fresh => {
            let done = settings::get(&mut tx, "done")
                .await
                .unwrap()
                .map_or(0, |n| n.parse::<u32>().unwrap());
            settings::set(&mut tx, "done", &(done + 1).to_string())
                .await
                .unwrap();
            tokio::task::yield_now().await;
            if fails {
                return "undone";
            }
            idempotency::finish(&mut tx, "key", &answer()).await.unwrap();
            tx.commit().await.unwrap();
            "worked"
        }
        Begun::Replay(stored) => {
            assert!(stored == answer());
            "replayed"
        }
        Begun::InProgress => "in progress",
        Begun::Mismatch => "mismatch",
    }
}

const FIVE: Limit = Limit {
    name: "sign_in",
    most: 5,
    window: SignedDuration::from_mins(15),
    locks: false,
};

async fn hit(tx: &mut eid_store::Tx, limit: &Limit, key: &str, now: i64) -> (u32, bool, i64) {
    let hit = limits::hit(tx, limit, key, clock(now)).await.unwrap();
    (hit.count, hit.allowed, hit.retry_after.as_secs())
}

fn code(id: &str, sent: i64) -> OneTimeCode {
    OneTimeCode {
        id: id.into(),
        purpose: "phone".into(),
        subject_hash: "subject".into(),
        phone: Some("+84900000000".into()),
        mac: "mac".into(),
        sent_at: clock(sent),
        expires_at: clock(sent + 180),
        tries_left: 5,
        used_at: None,
        payload: "{}".into(),
    }
}

both! {
    async fn of_many_repeats_one_works_and_all_get_its_answer(db) {
        let mut told = std::collections::BTreeMap::new();
        for n in (0..60).map(|n| {
            let store = db.store.clone();
            // Some die half-way: their work is undone, and another does it.
            tokio::spawn(async move { request(&store, n % 20 == 0).await })
        }).collect::<Vec<_>>() {
            *told.entry(n.await.unwrap()).or_insert(0) += 1;
        }
        assert_eq!(told.get("worked"), Some(&1), "{told:?}");
        assert!(told.keys().all(|k| ["worked", "replayed", "undone"].contains(k)), "{told:?}");
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(settings::get(&mut tx, "done").await.unwrap().as_deref(), Some("1"));
    }

    async fn a_key_serves_one_request(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(begin(&mut tx, "key", "mine", 0).await == Begun::Fresh);
        assert!(begin(&mut tx, "key", "other", 0).await == Begun::Mismatch);
        assert!(begin(&mut tx, "key", "mine", 0).await == Begun::InProgress);
        idempotency::abandon(&mut tx, "key").await.unwrap();
        assert!(begin(&mut tx, "key", "other", 0).await == Begun::Fresh);
        idempotency::finish(&mut tx, "key", &answer()).await.unwrap();
        assert!(begin(&mut tx, "key", "other", 9).await == Begun::Replay(answer()));
        // What is answered stays answered.
        idempotency::abandon(&mut tx, "key").await.unwrap();
        assert!(begin(&mut tx, "key", "other", 999).await == Begun::Replay(answer()));
        let elsewhere = idempotency::begin(&mut tx, "key", "POST /api/holds", "other", clock(0), clock(0)).await;
        assert!(elsewhere.unwrap() == Begun::Mismatch);
    }

    async fn work_that_died_is_taken_over(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(begin(&mut tx, "key", "mine", 0).await == Begun::Fresh);
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        assert!(begin(&mut tx, "key", "mine", 60).await == Begun::InProgress);
        assert!(begin(&mut tx, "key", "other", 61).await == Begun::Mismatch);
        assert!(begin(&mut tx, "key", "mine", 61).await == Begun::Fresh);
        assert!(begin(&mut tx, "key", "mine", 61).await == Begun::InProgress);
    }

    async fn of_many_hits_as_many_as_allowed_pass(db) {
        let mut allowed = 0;
        for n in (0..200).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let hit = limits::hit(&mut tx, &FIVE, "someone", clock(0)).await.unwrap();
                tx.commit().await.unwrap();
                hit.allowed
            })
        }).collect::<Vec<_>>() {
            allowed += u32::from(n.await.unwrap());
        }
        assert_eq!(allowed, 5);
    }

    async fn a_window_begins_with_its_first_hit(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(hit(&mut tx, &FIVE, "a", 100).await, (1, true, 0));
        for n in 2..=5 {
            assert_eq!(hit(&mut tx, &FIVE, "a", 200).await, (n, true, 0));
        }
        let state = limits::state(&mut tx, &FIVE, "a", clock(200)).await.unwrap();
        assert_eq!((state.count, state.allowed, state.retry_after.as_secs()), (5, false, 800));
        assert_eq!(hit(&mut tx, &FIVE, "a", 300).await, (6, false, 700));
        assert_eq!(hit(&mut tx, &FIVE, "a", 999).await, (6, false, 1));
        assert_eq!(hit(&mut tx, &FIVE, "b", 999).await, (1, true, 0));
        assert_eq!(hit(&mut tx, &Limit { name: "other", ..FIVE }, "a", 999).await, (1, true, 0));
        assert_eq!(hit(&mut tx, &FIVE, "a", 1000).await, (1, true, 0));
        limits::clear(&mut tx, &FIVE, "a").await.unwrap();
        let state = limits::state(&mut tx, &FIVE, "a", clock(1000)).await.unwrap();
        assert_eq!((state.count, state.allowed), (0, true));
    }

    async fn a_hit_that_was_none_is_given_back_alone(db) {
        let mut tx = db.store.begin().await.unwrap();
        let left = async |tx: &mut eid_store::Tx, key: &str, now| limits::state(tx, &FIVE, key, clock(now)).await.unwrap().count;
        for n in 1..=3 {
            assert_eq!(hit(&mut tx, &FIVE, "a", 0).await, (n, true, 0));
        }
        hit(&mut tx, &FIVE, "b", 0).await;
        limits::give_back(&mut tx, &FIVE, "a", clock(1)).await.unwrap();
        assert_eq!((left(&mut tx, "a", 1).await, left(&mut tx, "b", 1).await), (2, 1), "nobody else's");
        // A window that is over has nothing to give back, and what is empty does not go below nothing.
        limits::give_back(&mut tx, &FIVE, "a", clock(900)).await.unwrap();
        assert_eq!(left(&mut tx, "a", 899).await, 2);
        for _ in 0..3 {
            limits::give_back(&mut tx, &FIVE, "a", clock(2)).await.unwrap();
        }
        assert_eq!(left(&mut tx, "a", 2).await, 0);
        // What was refused was counted as one above: given back, it leaves room for one, not for two.
        for _ in 0..8 {
            hit(&mut tx, &FIVE, "a", 3).await;
        }
        limits::give_back(&mut tx, &FIVE, "a", clock(4)).await.unwrap();
        assert!(hit(&mut tx, &FIVE, "a", 5).await.1);
        assert!(!hit(&mut tx, &FIVE, "a", 5).await.1);
        // Nobody has hit it: nothing to do.
        limits::give_back(&mut tx, &FIVE, "nobody", clock(5)).await.unwrap();
        assert_eq!(left(&mut tx, "nobody", 5).await, 0);
    }

    async fn a_lock_has_its_full_length(db) {
        let lock = Limit { locks: true, ..FIVE };
        let mut tx = db.store.begin().await.unwrap();
        for n in 1..=5 {
            assert_eq!(hit(&mut tx, &lock, "a", 200 * i64::from(n)).await, (n, true, 0));
        }
        // The first hit was at 200, the last allowed one at 1000: fifteen minutes from then.
        assert_eq!(hit(&mut tx, &lock, "a", 1101).await, (6, false, 799));
        assert_eq!(hit(&mut tx, &lock, "a", 1899).await, (6, false, 1));
        assert_eq!(hit(&mut tx, &lock, "a", 1900).await, (1, true, 0));
        let none = Limit { most: 0, ..FIVE };
        assert!(!hit(&mut tx, &none, "z", 0).await.1);
    }

    async fn of_many_guesses_as_many_as_tries_count(db) {
        let mut tx = db.store.begin().await.unwrap();
        codes::insert(&mut tx, &code("c", 0)).await.unwrap();
        tx.commit().await.unwrap();
        let mut compared = 0;
        for n in (0..50).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let code = codes::take_try(&mut tx, "c", clock(1)).await.unwrap();
                tx.commit().await.unwrap();
                code.is_some()
            })
        }).collect::<Vec<_>>() {
            compared += u32::from(n.await.unwrap());
        }
        assert_eq!(compared, 5);
    }

    async fn a_code_counts_once_and_in_its_time(db) {
        let mut tx = db.store.begin().await.unwrap();
        codes::insert(&mut tx, &code("c", 0)).await.unwrap();
        assert!(codes::by_id(&mut tx, "c").await.unwrap().unwrap() == code("c", 0));
        assert!(codes::take_try(&mut tx, "c", clock(180)).await.unwrap().is_none());
        assert_eq!(codes::take_try(&mut tx, "c", clock(179)).await.unwrap().unwrap().tries_left, 4);
        assert!(codes::mark_used(&mut tx, "c", clock(179)).await.unwrap());
        assert!(!codes::mark_used(&mut tx, "c", clock(179)).await.unwrap());
        assert!(codes::take_try(&mut tx, "c", clock(179)).await.unwrap().is_none());
        assert!(!codes::renew(&mut tx, &code("c", 200)).await.unwrap());
    }

    async fn a_new_code_takes_the_place_of_the_old(db) {
        let mut tx = db.store.begin().await.unwrap();
        codes::insert(&mut tx, &code("old", 0)).await.unwrap();
        assert_eq!(codes::void_of_subject(&mut tx, "phone", "subject").await.unwrap(), 1);
        codes::insert(&mut tx, &code("new", 60)).await.unwrap();
        assert!(codes::take_try(&mut tx, "old", clock(61)).await.unwrap().is_none());
        assert_eq!(codes::last_of_subject(&mut tx, "phone", "subject").await.unwrap().unwrap().id, "new");
        assert!(codes::last_of_subject(&mut tx, "tracking", "subject").await.unwrap().is_none());
        codes::take_try(&mut tx, "new", clock(61)).await.unwrap().unwrap();
        assert!(codes::renew(&mut tx, &OneTimeCode { mac: "other".into(), ..code("new", 130) }).await.unwrap());
        let renewed = codes::take_try(&mut tx, "new", clock(300)).await.unwrap().unwrap();
        assert_eq!((renewed.mac.as_str(), renewed.tries_left), ("other", 4));
    }

    async fn a_proof_is_used_up_once(db) {
        let mut tx = db.store.begin().await.unwrap();
        proofs::insert(&mut tx, "p", "+84900000000", clock(100)).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(proofs::phone(&mut tx, "p", clock(99)).await.unwrap().as_deref(), Some("+84900000000"));
        assert_eq!(proofs::phone(&mut tx, "p", clock(100)).await.unwrap(), None);
        drop(tx);
        let mut used = 0;
        for n in (0..20).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let phone = proofs::consume(&mut tx, "p", clock(99)).await.unwrap();
                tx.commit().await.unwrap();
                phone.is_some()
            })
        }).collect::<Vec<_>>() {
            used += u32::from(n.await.unwrap());
        }
        assert_eq!(used, 1);
    }
}

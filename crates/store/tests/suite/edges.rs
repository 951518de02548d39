//! The five edges of booking a slot, where two moments lie between what a person sees and what they do. The rules that
//! the server adds are tried through its endpoints, in its own `edges.rs`.

use crate::support::{appointment, both, clock, dossier, hash, hold, places};
use eid_store::{
    Constraint, Store, appointments, dossiers,
    holds::{self, ReservationState, Taken},
    idempotency::{self, Answer, Begun},
    limits::{self, Limit},
};
use jiff::SignedDuration;

const HOLDS: Limit = Limit {
    name: "hold_source",
    most: 3,
    window: SignedDuration::from_mins(10),
    locks: false,
};

/// One click on a time, as the server carries it out: the limit first, then the place, all or nothing.
async fn click(store: &Store, n: usize, source: &str, first: i64, now: i64) -> &'static str {
    let mut tx = store.begin().await.unwrap();
    if !limits::hit(&mut tx, &HOLDS, source, clock(now))
        .await
        .unwrap()
        .allowed
    {
        tx.rollback().await.unwrap();
        return "limit";
    }
    match hold(&mut tx, n, first, &[1, 1], clock(now)).await.unwrap() {
        Taken::Held(_) => {
            tx.commit().await.unwrap();
            "held"
        }
        Taken::Full => {
            tx.rollback().await.unwrap();
            "full"
        }
    }
}

/// A confirmation with its idempotency key, as the server carries it out: key, place, person and answer in one
/// transaction.
async fn confirm(store: &Store, key: &str, place: usize, person: usize, now: i64) -> String {
    let mut tx = store.begin().await.unwrap();
    let (at, stale, request) = (clock(now), clock(now - 60), hash(place));
    let begun = idempotency::begin(&mut tx, key, "POST /api/bookings", &request, at, stale);
    match begun.await.unwrap() {
        Begun::Fresh => {}
        Begun::Replay(answer) => return answer.body,
        Begun::InProgress | Begun::Mismatch => return "key in use".into(),
    }
    let Some(reserved) = holds::book(&mut tx, &hash(place), at).await.unwrap() else {
        tx.rollback().await.unwrap();
        return "hold expired".into();
    };
    let mut mine = dossier(10_000 + place);
    mine.personal_number = dossier(person).personal_number;
    if let Err(refused) = dossiers::insert(&mut tx, &mine).await {
        assert_eq!(refused.constraint(), Some(Constraint::DossierOneOpenPerPerson));
        tx.rollback().await.unwrap();
        return "booking exists".into();
    }
    appointments::insert(&mut tx, &appointment(&mine, &reserved))
        .await
        .unwrap();
    let answer = Answer {
        status: 201,
        body: mine.reference,
        headers: String::new(),
    };
    idempotency::finish(&mut tx, key, &answer).await.unwrap();
    tx.commit().await.unwrap();
    answer.body
}

async fn bookings(store: &Store) -> usize {
    let mut tx = store.read().await.unwrap();
    dossiers::in_state(&mut tx, "booked", clock(9_999), 100)
        .await
        .unwrap()
        .len()
}

both! {
    async fn limits_are_reached_while_slots_load(db) {
        // Somebody looks at the free times; meanwhile others of the same address use up its limit.
        assert_eq!(places(&db.store, clock(0)).await, [], "all is free");
        let mut others = Vec::new();
        for n in 0..6 {
            let store = db.store.clone();
            others.push(tokio::spawn(async move { click(&store, n, "café", 4 * n as i64, 1).await }));
        }
        let mut told = Vec::new();
        for one in others {
            told.push(one.await.unwrap());
        }
        told.sort_unstable();
        assert_eq!(told, ["held", "held", "held", "limit", "limit", "limit"]);
        let before = places(&db.store, clock(2)).await;
        assert_eq!(click(&db.store, 10, "café", 40, 2).await, "limit");
        assert_eq!(places(&db.store, clock(2)).await, before, "the refused click has taken nothing");
        // The time is still there for everybody else, and for them when the window is over.
        assert_eq!(click(&db.store, 11, "elsewhere", 40, 3).await, "held");
        assert_eq!(click(&db.store, 12, "café", 44, 601).await, "held");
    }

    async fn two_confirm_the_same_slot(db) {
        for round in 0..20_usize {
            // Two click on the last place at once …
            let (one, other, first) = (100 + 2 * round, 101 + 2 * round, 4 * round as i64);
            let clicks = [one, other].map(|n| {
                let store = db.store.clone();
                tokio::spawn(async move { (n, click(&store, n, &format!("of {n}"), first, 0).await) })
            });
            let mut won = Vec::new();
            for click in clicks {
                let (n, told) = click.await.unwrap();
                assert!(["held", "full"].contains(&told), "{told}");
                won.extend((told == "held").then_some(n));
            }
            let [winner] = won[..] else { panic!("round {round}: {won:?}") };
            // … and two confirm the one hold at once, each for a person of their own.
            let confirms = [1_000 + 2 * round, 1_001 + 2 * round].map(|person| {
                let store = db.store.clone();
                tokio::spawn(async move { confirm(&store, &format!("key {person}"), winner, person, 1).await })
            });
            let mut told = Vec::new();
            for one in confirms {
                told.push(one.await.unwrap());
            }
            told.sort();
            assert_eq!(told, [dossier(10_000 + winner).reference, "hold expired".into()]);
        }
        assert_eq!(bookings(&db.store).await, 20);
    }

    async fn the_day_fills_before_the_click_lands(db) {
        // A day of six ticks with one place each; somebody sees all of it free.
        assert_eq!(places(&db.store, clock(0)).await, []);
        for (n, first) in [(1, 0), (2, 2), (3, 4)] {
            assert_eq!(click(&db.store, n, &format!("of {n}"), first, 1).await, "held");
        }
        for first in 0..5 {
            assert_eq!(click(&db.store, 10 + first, "slow", first as i64, 2).await, "full");
        }
        assert_eq!(places(&db.store, clock(2)).await, [(1, 1); 6]);
        let mut tx = db.store.begin().await.unwrap();
        assert!(holds::get(&mut tx, &hash(10)).await.unwrap().is_none(), "a refused click leaves nothing behind");
        // Nor did it cost the person anything: what frees up is theirs at the next click.
        assert!(holds::release(&mut tx, &hash(2)).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(click(&db.store, 20, "slow", 2, 3).await, "held");
    }

    async fn a_hold_has_expired_at_the_confirmation(db) {
        assert_eq!(click(&db.store, 1, "mine", 0, 0).await, "held");
        assert_eq!(confirm(&db.store, "late", 1, 1, 600).await, "hold expired");
        assert_eq!(bookings(&db.store).await, 0);
        // The refusal is not kept: the same key is judged anew, and to the second before it was in time.
        assert_eq!(confirm(&db.store, "late", 1, 1, 599).await, dossier(10_001).reference);
        // Where the place went to another meanwhile, it stays theirs.
        assert_eq!(click(&db.store, 2, "mine", 8, 0).await, "held");
        assert_eq!(click(&db.store, 3, "theirs", 8, 600).await, "held");
        assert_eq!(confirm(&db.store, "too late", 2, 2, 600).await, "hold expired");
        assert_eq!(confirm(&db.store, "theirs", 3, 3, 601).await, dossier(10_003).reference);
        let mut tx = db.store.read().await.unwrap();
        let mine = holds::get(&mut tx, &hash(2)).await.unwrap().unwrap();
        assert_eq!(mine.state, ReservationState::Released);
        drop(tx);
        assert_eq!(places(&db.store, clock(601)).await, [(1, 1); 4]);
        // And where both come in the same moment, by the clocks of two servers, one of them has it.
        for round in 0..20_usize {
            let (mine, theirs, first) = (100 + 2 * round, 101 + 2 * round, 12 + 4 * round as i64);
            assert_eq!(click(&db.store, mine, &format!("of {mine}"), first, 0).await, "held");
            let (store, key) = (db.store.clone(), format!("key {mine}"));
            let late = tokio::spawn(async move { confirm(&store, &key, mine, mine, 599).await });
            let (store, source) = (db.store.clone(), format!("of {theirs}"));
            let next = tokio::spawn(async move { click(&store, theirs, &source, first, 600).await });
            let told = (late.await.unwrap() == "hold expired", next.await.unwrap());
            assert!(matches!(told, (true, "held") | (false, "full")), "round {round}: {told:?}");
        }
    }

    async fn a_confirmation_is_repeated(db) {
        assert_eq!(click(&db.store, 1, "mine", 0, 0).await, "held");
        // With the same key, many times at once: one booking, and all are told the same.
        let mut told = Vec::new();
        for n in (0..12).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move { confirm(&store, "one key", 1, 1, 1).await })
        }).collect::<Vec<_>>() {
            told.push(n.await.unwrap());
        }
        told.dedup();
        assert_eq!(told, [dossier(10_001).reference]);
        // With another key: the hold is a booking by now, and nothing is booked twice.
        assert_eq!(confirm(&db.store, "another key", 1, 1, 2).await, "hold expired");
        // With another key and another place: the person has a visit.
        assert_eq!(click(&db.store, 2, "mine", 4, 2).await, "held");
        assert_eq!(confirm(&db.store, "a third key", 2, 1, 3).await, "booking exists");
        assert_eq!(bookings(&db.store).await, 1);
        // The place that was not needed is still a hold, and lapses.
        assert_eq!(places(&db.store, clock(3)).await, [(1, 1); 4]);
        assert_eq!(places(&db.store, clock(602)).await, [(1, 1), (1, 1), (1, 0), (1, 0)]);
    }
}

//! A family whose time was closed waits as one, is offered one window or none, and answers once.

use crate::{
    support::{OFFICE, appointment, both, clock, dossier, hash, places, tick},
    waiting::entry,
};
use eid_store::{
    Store, Tx, appointments, dossiers,
    holds::{self, GroupVisit, Moved, NewGroup, Way},
    waiting::{self, Entry, EntryState, OfferState, Whose},
};
use jiff::{SignedDuration, Timestamp};

/// First tick and length of each member's visit.
const FAMILY: [(u8, u8); 3] = [(0, 2), (0, 3), (2, 2)];
/// Ticks of its window.
const WINDOW: usize = 4;
/// Its visits, long after every window that is offered.
const BOOKED_AT: i64 = 100;

fn visits(n: usize) -> Vec<GroupVisit<'static>> {
    let part = |(nth, (first, ticks)): (usize, &(u8, u8))| GroupVisit {
        id: hash(10 * n + nth),
        first: *first,
        ticks: *ticks,
        service: "card",
        age_group: "from_60",
    };
    FAMILY.iter().enumerate().map(part).collect()
}

fn group<'a>(
    household_id: &'a str,
    visits: &'a [GroupVisit<'a>],
    first: i64,
    capacities: &'a [u16],
    now: Timestamp,
) -> NewGroup<'a> {
    NewGroup {
        household_id,
        office_id: OFFICE,
        starts_at: tick(first),
        capacities,
        visits,
        expires_at: now + SignedDuration::from_mins(32),
        source_hash: "waiting",
        now,
    }
}

fn dossiers_of(family: usize) -> Vec<usize> {
    (0..FAMILY.len()).map(|nth| 10 * family + nth).collect()
}

/// A family with visits in a closed time, and its entries.
async fn waits(store: &Store, family: usize) -> Vec<Entry> {
    let mut tx = store.begin().await.unwrap();
    let (id, visits) = (hash(900_000 + family), visits(family));
    let wanted = group(&id, &visits, BOOKED_AT, &[60; WINDOW], clock(0));
    holds::create_group(&mut tx, &wanted).await.unwrap().unwrap();
    let booked = holds::book_group(&mut tx, &id, clock(1)).await.unwrap();
    let mut entries = Vec::new();
    for n in dossiers_of(family) {
        let member = dossier(n);
        dossiers::insert(&mut tx, &member).await.unwrap();
        let place = booked.iter().find(|place| place.id == hash(n)).unwrap();
        appointments::insert(&mut tx, &appointment(&member, place))
            .await
            .unwrap();
        let entry = Entry {
            ticks: place.ticks,
            visit_at: place.starts_at,
            family_id: Some(format!("family{family}")),
            ..entry(n, "closure", 10)
        };
        waiting::insert(&mut tx, &entry).await.unwrap();
        entries.push(entry);
    }
    tx.commit().await.unwrap();
    entries
}

/// Offers the window at `first`; false where it does not hold all of them, or they do not wait.
async fn offer(
    store: &Store,
    family: usize,
    window: usize,
    first: i64,
    capacities: &[u16],
    now: Timestamp,
) -> bool {
    let mut tx = store.begin().await.unwrap();
    if !waiting::claim_family(&mut tx, &format!("family{family}"))
        .await
        .unwrap()
    {
        tx.rollback().await.unwrap();
        return false;
    }
    let members = waiting::family(&mut tx, &format!("family{family}"))
        .await
        .unwrap();
    let (id, mut visits) = (hash(800_000 + window), visits(70_000 + window));
    visits.truncate(members.len());
    let wanted = group(&id, &visits, first, capacities, now);
    let ids: Vec<String> = (0..members.len()).map(|nth| format!("o{window}-{nth}")).collect();
    let whose: Vec<Whose<'_>> = members
        .iter()
        .zip(&ids)
        .map(|(entry, id)| Whose {
            id,
            entry_id: &entry.id,
            dossier_id: &entry.dossier_id,
        })
        .collect();
    let expires_at = now + SignedDuration::from_mins(30);
    let kept = waiting::keep_family(&mut tx, &wanted, &Way::PLAIN, &whose, expires_at)
        .await
        .unwrap();
    if kept {
        tx.commit().await.unwrap();
    } else {
        tx.rollback().await.unwrap();
    }
    kept
}

async fn states(store: &Store, entries: &[Entry]) -> Vec<EntryState> {
    let mut tx = store.read().await.unwrap();
    let mut states = Vec::new();
    for one in entries {
        states.push(waiting::entry(&mut tx, &one.id).await.unwrap().unwrap().state);
    }
    states
}

/// The dossiers in the order in which everybody locks their visits.
async fn lock(tx: &mut Tx, family: usize) -> Vec<String> {
    let ids: Vec<String> = dossiers_of(family).into_iter().map(|n| dossier(n).id).collect();
    let names: Vec<&str> = ids.iter().map(String::as_str).collect();
    waiting::lock_visits(tx, &names).await.unwrap();
    ids
}

/// Takes what is kept, for all, as the server does. False where nothing is kept any more.
async fn take(store: &Store, family: usize, now: Timestamp) -> bool {
    let mut tx = store.begin().await.unwrap();
    let ids = lock(&mut tx, family).await;
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut old = Vec::new();
    for id in &ids {
        old.push(
            appointments::latest_of_dossier(&mut tx, id)
                .await
                .unwrap()
                .unwrap(),
        );
    }
    let places: Vec<&str> = old.iter().map(|visit| visit.reservation_id.as_str()).collect();
    waiting::lock_changes(&mut tx, &ids, &places).await.unwrap();
    let name = format!("family{family}");
    let offers = waiting::settle_family(&mut tx, &name, OfferState::Taken, now)
        .await
        .unwrap();
    if offers.len() != old.len() {
        tx.rollback().await.unwrap();
        return false;
    }
    let kept = offers[0].reservation_id.as_str();
    let household = holds::households(&mut tx, &[kept])
        .await
        .unwrap()
        .remove(kept)
        .unwrap();
    let Moved::To(new) = holds::move_group(&mut tx, &places, &household, now)
        .await
        .unwrap()
    else {
        panic!("an open offer without its places");
    };
    for visit in &old {
        let offer = offers
            .iter()
            .find(|offer| offer.dossier_id == visit.dossier_id)
            .unwrap();
        let place = new.iter().find(|place| place.id == offer.reservation_id).unwrap();
        waiting::end(&mut tx, &offer.entry_id, EntryState::Taken, now)
            .await
            .unwrap();
        appointments::relocate(&mut tx, visit, place).await.unwrap();
    }
    tx.commit().await.unwrap();
    true
}

/// Nobody has answered in time.
async fn silence(store: &Store, family: usize, now: Timestamp) -> bool {
    let mut tx = store.begin().await.unwrap();
    let name = format!("family{family}");
    let offers = waiting::settle_family(&mut tx, &name, OfferState::Silent, now)
        .await
        .unwrap();
    waiting::give_back(&mut tx, &offers).await.unwrap();
    tx.commit().await.unwrap();
    !offers.is_empty()
}

/// One of them calls their visit off.
async fn cancel(store: &Store, n: usize, now: Timestamp) -> bool {
    let mut tx = store.begin().await.unwrap();
    let id = dossier(n).id;
    waiting::lock_visit(&mut tx, &id).await.unwrap();
    let visit = appointments::latest_of_dossier(&mut tx, &id)
        .await
        .unwrap()
        .unwrap();
    waiting::lock_change(&mut tx, &id, &[&visit.reservation_id])
        .await
        .unwrap();
    if let Some(entry) = waiting::open_of_dossier(&mut tx, &id).await.unwrap() {
        waiting::leave(&mut tx, &entry, EntryState::Withdrawn, now)
            .await
            .unwrap();
    }
    let (from, to) = (
        appointments::AppointmentState::Booked,
        appointments::AppointmentState::Cancelled,
    );
    assert!(
        appointments::set_state(&mut tx, &visit.id, from, to, None)
            .await
            .unwrap()
    );
    assert!(
        holds::release_booked(&mut tx, &visit.reservation_id)
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
    true
}

async fn first_ticks(store: &Store) -> Vec<u16> {
    let all = places(store, clock(100)).await;
    all.iter().take(WINDOW).map(|(_, taken)| *taken).collect()
}

both! {
    async fn one_stands_for_all_and_all_are_offered_a_window_or_none(db) {
        let entries = waits(&db.store, 1).await;
        let mut tx = db.store.read().await.unwrap();
        let queue = waiting::to_offer(&mut tx, OFFICE, 10).await.unwrap();
        assert_eq!(queue.len(), 1, "one turn for the family");
        assert_eq!(waiting::untold_families(&mut tx, OFFICE).await.unwrap(), ["family1"]);
        drop(tx);

        // One tick has a place too few: nobody is offered anything.
        assert!(!offer(&db.store, 1, 1, 0, &[2, 2, 1, 1], clock(20)).await);
        assert_eq!(states(&db.store, &entries).await, [EntryState::Waiting; 3]);
        assert!(offer(&db.store, 1, 2, 0, &[2, 2, 2, 1], clock(20)).await);
        assert_eq!(first_ticks(&db.store).await, [2, 2, 2, 1]);
        assert_eq!(states(&db.store, &entries).await, [EntryState::Offered; 3]);
        assert!(!offer(&db.store, 1, 3, 10, &[2; WINDOW], clock(20)).await, "one window at a time");

        assert!(take(&db.store, 1, clock(30)).await);
        assert!(!take(&db.store, 1, clock(31)).await, "once");
        assert_eq!(states(&db.store, &entries).await, [EntryState::Taken; 3]);
        let mut tx = db.store.read().await.unwrap();
        for (n, (first, ticks)) in dossiers_of(1).into_iter().zip(FAMILY) {
            let visit = appointments::latest_of_dossier(&mut tx, &dossier(n).id).await.unwrap().unwrap();
            assert_eq!((visit.starts_at, visit.ticks), (tick(i64::from(first)), ticks));
        }
    }

    async fn no_answer_gives_all_back_and_all_wait_again(db) {
        let entries = waits(&db.store, 1).await;
        assert!(offer(&db.store, 1, 2, 0, &[2; WINDOW], clock(20)).await);
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(waiting::due(&mut tx, clock(20 + 1_800), 10).await.unwrap().len(), 3);
        drop(tx);
        assert!(silence(&db.store, 1, clock(1_820)).await);
        assert!(!silence(&db.store, 1, clock(1_820)).await);
        assert_eq!(states(&db.store, &entries).await, [EntryState::Waiting; 3]);
        assert_eq!(first_ticks(&db.store).await, [0; WINDOW]);

        let mut tx = db.store.begin().await.unwrap();
        assert!(waiting::tell_none(&mut tx, "family1", clock(1_900)).await.unwrap());
        assert!(!waiting::tell_none(&mut tx, "family1", clock(1_901)).await.unwrap(), "told once");
        assert!(waiting::untold_families(&mut tx, OFFICE).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn who_leaves_a_family_takes_nobody_along_and_leaves_no_place_stuck(db) {
        let entries = waits(&db.store, 1).await;
        assert!(offer(&db.store, 1, 2, 0, &[2; WINDOW], clock(20)).await);
        assert!(cancel(&db.store, dossiers_of(1)[0], clock(30)).await);
        let now = states(&db.store, &entries).await;
        assert_eq!(now, [EntryState::Withdrawn, EntryState::Waiting, EntryState::Waiting]);
        assert_eq!(first_ticks(&db.store).await, [0; WINDOW], "the window was for three");
        let mut tx = db.store.read().await.unwrap();
        let queue = waiting::to_offer(&mut tx, OFFICE, 10).await.unwrap();
        assert_eq!(queue.len(), 1, "the next stands for the rest");
        drop(tx);
        assert!(offer(&db.store, 1, 3, 0, &[2; 3], clock(40)).await, "a window of two");
        assert_eq!(first_ticks(&db.store).await, [2, 2, 1, 0]);
    }

    // Two of the family take it, one calls off, and the clock runs out, all at once: everybody has moved, or nobody, and
    // nobody waits for another in a circle.
    async fn whatever_a_family_does_at_once_it_is_never_torn_apart(db) {
        for round in 1..=20_usize {
            let entries = waits(&db.store, round).await;
            let first = i64::try_from(round % 3 * 10).unwrap();
            assert!(offer(&db.store, round, round, first, &[60; WINDOW], clock(20)).await);
            let (now, store) = (clock(30), &db.store);
            let mut tasks = Vec::new();
            for n in 0..4 {
                let store = store.clone();
                tasks.push(tokio::spawn(async move {
                    match n {
                        0 | 1 => take(&store, round, now).await,
                        2 => silence(&store, round, now).await,
                        _ => round % 2 == 0 && cancel(&store, dossiers_of(round)[1], now).await,
                    }
                }));
            }
            let mut done = Vec::new();
            for task in tasks {
                done.push(task.await.unwrap());
            }
            assert!(!(done[0] && done[1]), "taken twice");
            let moved = done[0] || done[1];
            let states = states(store, &entries).await;
            let rest = states.iter().filter(|state| **state == EntryState::Taken).count();
            assert!(rest == 0 || rest == 3, "round {round}: {states:?}");
            assert_eq!(moved, rest == 3, "round {round}: {states:?}");
            assert_eq!(db.store.check_invariants().await.unwrap(), Vec::<String>::new(), "round {round}");
        }
    }
}

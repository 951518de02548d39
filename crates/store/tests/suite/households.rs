//! Families hold together: all or nothing, also in a crowd.

use crate::support::{OFFICE, appointment, both, clock, dossier, hash, hold, places, tick};
use eid_store::{
    Store, Tx, appointments, dossiers,
    holds::{self, GroupVisit, NewGroup, Reservation, ReservationState, Taken},
};
use jiff::{SignedDuration, Timestamp};

/// First tick and length of each member's visit: grandmother, child beside her, mother behind her.
const FAMILY: [(u8, u8); 3] = [(0, 3), (0, 4), (3, 2)];

async fn hold_family(
    tx: &mut Tx,
    n: usize,
    first: i64,
    capacity: u16,
    now: Timestamp,
) -> Option<Vec<Reservation>> {
    let visits: Vec<GroupVisit<'_>> = FAMILY
        .iter()
        .zip(0..)
        .map(|((first, ticks), at)| GroupVisit {
            id: hash(10_000 + 10 * n + at),
            first: *first,
            ticks: *ticks,
            service: "card",
            age_group: "from_60",
        })
        .collect();
    let group = NewGroup {
        household_id: &hash(n),
        office_id: OFFICE,
        starts_at: tick(first),
        capacities: &[capacity; 5],
        visits: &visits,
        expires_at: now + SignedDuration::from_mins(10),
        source_hash: "source",
        now,
    };
    holds::create_group(tx, &group).await.unwrap()
}

async fn hold_one_family(store: Store, n: usize, first: i64, capacity: u16, now: i64) -> bool {
    let mut tx = store.begin().await.unwrap();
    let held = hold_family(&mut tx, n, first, capacity, clock(now))
        .await
        .is_some();
    tx.commit().await.unwrap();
    held
}

async fn book_family(tx: &mut Tx, n: usize, now: Timestamp) -> usize {
    let places = holds::book_group(tx, &hash(n), now).await.unwrap();
    for (at, place) in places.iter().enumerate() {
        let member = dossier(10_000 + 10 * n + at);
        dossiers::insert(tx, &member).await.unwrap();
        appointments::insert(tx, &appointment(&member, place))
            .await
            .unwrap();
    }
    places.len()
}

fn taken(places: &[(u16, u16)]) -> Vec<u16> {
    places.iter().map(|(_, taken)| *taken).collect()
}

both! {
    async fn a_family_takes_each_tick_as_often_as_it_needs_it(db) {
        let mut tx = db.store.begin().await.unwrap();
        let made = hold_family(&mut tx, 1, 4, 2, clock(0)).await.unwrap();
        let mut read = holds::of_household(&mut tx, &hash(1)).await.unwrap();
        read.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(read, made);
        assert_eq!((made[2].starts_at, made[2].ticks), (tick(7), 2));
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, [(2, 2), (2, 2), (2, 2), (2, 2), (2, 1)]);
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(holds::release_group(&mut tx, &hash(1)).await.unwrap(), 3);
        assert_eq!(holds::release_group(&mut tx, &hash(1)).await.unwrap(), 0);
        tx.commit().await.unwrap();
        assert_eq!(taken(&places(&db.store, clock(0)).await), [0; 5]);
    }

    async fn one_place_too_few_and_nobody_is_held(db) {
        let mut tx = db.store.begin().await.unwrap();
        // The third tick has one place left, the family needs two there.
        assert!(matches!(hold(&mut tx, 1, 2, &[2], clock(0)).await.unwrap(), Taken::Held(_)));
        assert_eq!(hold_family(&mut tx, 2, 0, 2, clock(0)).await, None);
        // By the plan alone there is no room either.
        assert_eq!(hold_family(&mut tx, 3, 20, 1, clock(0)).await, None);
        // The transaction is still good, and the places are there for who needs one.
        assert!(matches!(hold(&mut tx, 4, 0, &[2, 2, 2], clock(0)).await.unwrap(), Taken::Held(_)));
        tx.commit().await.unwrap();
        assert_eq!(taken(&places(&db.store, clock(0)).await), [1, 1, 2, 0, 0]);
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(holds::of_household(&mut tx, &hash(2)).await.unwrap(), []);
        drop(tx);
    }

    async fn a_family_is_extended_booked_and_lapses_as_one(db) {
        let mut tx = db.store.begin().await.unwrap();
        hold_family(&mut tx, 1, 0, 2, clock(0)).await.unwrap();
        let longer = holds::extend_group(&mut tx, &hash(1), clock(60), clock(1200), 2).await.unwrap();
        assert_eq!(longer.len(), 3);
        assert!(longer.iter().all(|one| one.expires_at == Some(clock(1200)) && one.extensions == 1));
        assert_eq!(holds::extend_group(&mut tx, &hash(1), clock(60), clock(1800), 2).await.unwrap().len(), 3);
        assert_eq!(holds::extend_group(&mut tx, &hash(1), clock(60), clock(2400), 2).await.unwrap(), []);
        assert_eq!(holds::book_group(&mut tx, &hash(1), clock(1800)).await.unwrap(), []);
        assert_eq!(book_family(&mut tx, 1, clock(1799)).await, 3);
        assert_eq!(holds::book_group(&mut tx, &hash(1), clock(1799)).await.unwrap(), []);
        assert_eq!(holds::release_group(&mut tx, &hash(1)).await.unwrap(), 0, "what is booked stays");
        tx.commit().await.unwrap();
        // Another family's window lapses; the next takes every place of it.
        assert!(hold_one_family(db.store.clone(), 2, 10, 2, 0).await);
        assert!(!hold_one_family(db.store.clone(), 3, 10, 2, 599).await);
        assert!(hold_one_family(db.store.clone(), 4, 10, 2, 600).await);
        let mut tx = db.store.begin().await.unwrap();
        let gone = holds::of_household(&mut tx, &hash(2)).await.unwrap();
        assert!(gone.len() == 3 && gone.iter().all(|one| one.state == ReservationState::Released));
        drop(tx);
    }

    async fn a_member_who_moves_stands_alone(db) {
        let mut tx = db.store.begin().await.unwrap();
        hold_family(&mut tx, 1, 0, 2, clock(0)).await.unwrap();
        book_family(&mut tx, 1, clock(1)).await;
        hold(&mut tx, 2, 30, &[2, 2, 2], clock(2)).await.unwrap();
        let visits = appointments::at_office(&mut tx, OFFICE, tick(0), tick(1)).await.unwrap();
        let visit = &visits[0].appointment;
        let moved = holds::move_booked(&mut tx, &visit.reservation_id, &hash(2), clock(3)).await.unwrap();
        let holds::Moved::To(place) = moved else { panic!("{moved:?}") };
        appointments::relocate(&mut tx, visit, &place).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn many_families_and_singles_at_once_never_oversell(db) {
        const CAPACITY: u16 = 6;
        let tries: Vec<_> = (0..240_usize)
            .map(|n| {
                let store = db.store.clone();
                let first = i64::try_from(n % 7).unwrap();
                tokio::spawn(async move {
                    if n % 3 == 0 {
                        let mut tx = store.begin().await.unwrap();
                        let taken = hold(&mut tx, 1_000_000 + n, first, &[CAPACITY; 2], clock(0)).await.unwrap();
                        tx.commit().await.unwrap();
                        return if matches!(taken, Taken::Held(_)) { 2 } else { 0 };
                    }
                    if !hold_one_family(store.clone(), n, first, CAPACITY, 0).await {
                        return 0;
                    }
                    let mut tx = store.begin().await.unwrap();
                    let kept = match n % 4 {
                        0 => book_family(&mut tx, n, clock(1)).await * 3,
                        1 => {
                            assert_eq!(holds::release_group(&mut tx, &hash(n)).await.unwrap(), 3);
                            0
                        }
                        _ => 9,
                    };
                    tx.commit().await.unwrap();
                    kept
                })
            })
            .collect();
        let mut ticks = 0;
        for one in tries {
            ticks += one.await.unwrap();
        }
        let held: u16 = taken(&places(&db.store, clock(1)).await).iter().sum();
        assert_eq!(usize::from(held), ticks, "every family has all its nine ticks or none");
        // All lapse but what is booked; families go as one.
        let mut tx = db.store.begin().await.unwrap();
        while holds::expire_due(&mut tx, clock(601)).await.unwrap() > 0 {}
        tx.commit().await.unwrap();
        let held: u16 = taken(&places(&db.store, clock(601)).await).iter().sum();
        assert_eq!(held % 9, 0);
    }

    async fn a_family_that_lapses_is_booked_whole_or_not_at_all(db) {
        for round in 0..30_usize {
            let first = i64::try_from(round * 5).unwrap();
            let (mine, theirs) = (100 + 2 * round, 101 + 2 * round);
            assert!(hold_one_family(db.store.clone(), mine, first, 2, 0).await);
            // The clocks of two servers differ by a second.
            let store = db.store.clone();
            let booking = tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let booked = book_family(&mut tx, mine, clock(599)).await;
                tx.commit().await.unwrap();
                booked
            });
            let taking = tokio::spawn(hold_one_family(db.store.clone(), theirs, first, 2, 600));
            let (booked, taken) = (booking.await.unwrap(), taking.await.unwrap());
            assert!(matches!((booked, taken), (3, false) | (0, true)), "round {round}: {booked} {taken}");
        }
    }
}

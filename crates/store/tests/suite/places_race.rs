//! Many who want few places. No transaction here is done anew: an error of any kind, a deadlock too, fails.

use crate::support::{OFFICE, appointment, book, both, clock, dossier, hash, hold, places, tick};
use eid_store::{
    Store,
    appointments::{self, AppointmentState},
    dossiers,
    holds::{self, Moved, Taken},
};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};
use tokio::task::JoinHandle;

async fn holds_one(store: Store, n: usize, first: i64, capacities: &'static [u16], now: i64) -> bool {
    let mut tx = store.begin().await.unwrap();
    let taken = hold(&mut tx, n, first, capacities, clock(now)).await.unwrap();
    tx.commit().await.unwrap();
    matches!(taken, Taken::Held(_))
}

async fn winners(tries: impl Iterator<Item = JoinHandle<bool>>) -> usize {
    let mut won = 0;
    for one in tries.collect::<Vec<_>>() {
        won += usize::from(one.await.unwrap());
    }
    won
}

/// Places of the ticks of the overlapping races, by the office's plan.
const PLAN: [u16; 14] = [3, 2, 4, 3, 1, 2, 5, 3, 3, 2, 4, 1, 3, 3];

/// What task `n` wants: two or three ticks somewhere in the plan.
fn wish(n: usize) -> (i64, &'static [u16]) {
    let ticks = 2 + n % 2;
    let first = (n * 7 + n / 11) % (PLAN.len() + 1 - ticks);
    (first as i64, &PLAN[first..first + ticks])
}

/// The same spread over eight stretches of the plan, so that every kind of life finds a place in whatever order they run.
fn spread(n: usize) -> (i64, &'static [u16]) {
    let (first, capacities) = wish(n);
    (first + (n / 5 % 8 * PLAN.len()) as i64, capacities)
}

/// What happens to one person: a hold, then whatever `n` says.
async fn life(store: Store, n: usize, time: Arc<AtomicI64>) -> &'static str {
    let (first, capacities) = spread(n);
    let now = || clock(time.fetch_add(1, Ordering::SeqCst));
    let mut tx = store.begin().await.unwrap();
    let taken = hold(&mut tx, n, first, capacities, now()).await.unwrap();
    tx.commit().await.unwrap();
    if taken == Taken::Full {
        return "full";
    }
    let mut tx = store.begin().await.unwrap();
    let told = match n % 5 {
        0 => "abandoned",
        1 => match holds::release(&mut tx, &hash(n)).await.unwrap() {
            true => "released",
            false => "lapsed",
        },
        2 => {
            drop(tx);
            return moves(&store, n, now()).await;
        }
        _ => match book(&mut tx, n, now()).await.unwrap() {
            Some(_) => "booked",
            None => "lapsed",
        },
    };
    tx.commit().await.unwrap();
    told
}

/// Books, holds another place, and moves there where it can.
async fn moves(store: &Store, n: usize, now: jiff::Timestamp) -> &'static str {
    let mut tx = store.begin().await.unwrap();
    let Some(visit) = book(&mut tx, n, now).await.unwrap() else {
        return "lapsed";
    };
    tx.commit().await.unwrap();
    let other = n + 10_000;
    let (first, capacities) = spread(n + 1);
    let mut tx = store.begin().await.unwrap();
    let taken = hold(&mut tx, other, first, capacities, now).await.unwrap();
    tx.commit().await.unwrap();
    if taken == Taken::Full {
        return "stayed";
    }
    let mut tx = store.begin().await.unwrap();
    let moved = holds::move_booked(&mut tx, &hash(n), &hash(other), now)
        .await
        .unwrap();
    match moved {
        Moved::To(place) => {
            appointments::relocate(&mut tx, &visit, &place).await.unwrap();
            tx.commit().await.unwrap();
            "moved"
        }
        Moved::NotHeld => "stayed",
        Moved::NotBooked => panic!("who gave the place back?"),
    }
}

both! {
    async fn of_hundreds_as_many_win_as_there_are_places(db) {
        let tries = (0..300).map(|n| tokio::spawn(holds_one(db.store.clone(), n, 0, &[7], 0)));
        assert_eq!(winners(tries).await, 7);
        assert_eq!(places(&db.store, clock(0)).await, [(7, 7)]);
    }

    async fn overlapping_visits_fill_every_place_they_can(db) {
        let tries: Vec<_> = (0..300)
            .map(|n| {
                let (first, capacities) = wish(n);
                tokio::spawn(holds_one(db.store.clone(), n, first, capacities, 0))
            })
            .collect();
        let mut ticks = 0;
        for (n, one) in tries.into_iter().enumerate() {
            if one.await.unwrap() {
                ticks += wish(n).1.len();
            }
        }
        let taken: u16 = places(&db.store, clock(0)).await.iter().map(|(_, taken)| *taken).sum();
        assert_eq!(usize::from(taken), ticks);
        // Who lost, lost rightly: there is still no place for anybody.
        for n in 0..28 {
            let (first, capacities) = wish(n);
            assert!(!holds_one(db.store.clone(), 1000 + n, first, capacities, 0).await, "{first}");
        }
    }

    async fn places_of_lapsed_holds_are_won_again_all_of_them(db) {
        let first = (0..300).map(|n| tokio::spawn(holds_one(db.store.clone(), n, 0, &[20, 20], 0)));
        assert_eq!(winners(first).await, 20);
        let second = (300..500).map(|n| tokio::spawn(holds_one(db.store.clone(), n, 0, &[20, 20], 600)));
        assert_eq!(winners(second).await, 20);
        assert_eq!(places(&db.store, clock(600)).await, [(20, 20), (20, 20)]);
    }

    async fn a_hold_that_is_about_to_lapse_is_booked_or_lost_never_both(db) {
        for round in 0..40 {
            let (mine, theirs) = (2 * round, 2 * round + 1);
            let at = round as i64;
            assert!(holds_one(db.store.clone(), mine, at, &[1], 0).await);
            // The clocks of two servers differ by a second.
            let store = db.store.clone();
            let booking = tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let booked = book(&mut tx, mine, clock(599)).await.unwrap().is_some();
                tx.commit().await.unwrap();
                booked
            });
            let taking = tokio::spawn(holds_one(db.store.clone(), theirs, at, &[1], 600));
            assert_ne!(booking.await.unwrap(), taking.await.unwrap(), "round {round}");
        }
    }

    async fn giving_back_and_taking_never_wait_for_each_other_in_a_circle(db) {
        // One server's clock already sees a lapsed hold on later ticks and gives them back before it takes an
        // earlier one; the other's does not, and takes upwards.
        for round in 0..60 {
            let (n, first) = (3 * round, 4 * (round % 30) as i64);
            assert!(holds_one(db.store.clone(), n, first + 1, &[90, 90], 0).await);
            let down = tokio::spawn(holds_one(db.store.clone(), n + 1, first, &[90, 90], 600));
            let up = tokio::spawn(holds_one(db.store.clone(), n + 2, first, &[90, 90, 90], 599));
            assert!(up.await.unwrap() && down.await.unwrap());
        }
    }

    async fn closing_and_taking_never_wait_for_each_other_in_a_circle(db) {
        // What is held reaches out of the closed stretch to earlier ticks, and somebody takes upwards from there.
        for round in 0..60 {
            let (n, first) = (2 * round, 6 * round as i64);
            assert!(holds_one(db.store.clone(), n, first, &[90, 90, 90], 0).await);
            let store = db.store.clone();
            let down = tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let ticks = [tick(first + 2), tick(first + 3)];
                let (from, to) = (ticks[0], tick(first + 4));
                eid_store::closures::close_ticks(&mut tx, OFFICE, from, to, &ticks).await.unwrap();
                tx.commit().await.unwrap();
            });
            let up = tokio::spawn(holds_one(db.store.clone(), n + 1, first, &[90, 90, 90], 0));
            down.await.unwrap();
            up.await.unwrap();
        }
    }

    async fn holding_booking_moving_releasing_and_lapsing_at_once(db) {
        let time = Arc::new(AtomicI64::new(0));
        let lives: Vec<_> = (0..400).map(|n| tokio::spawn(life(db.store.clone(), n, time.clone()))).collect();
        let sweepers: Vec<_> = (0..3).map(|_| {
            let (store, time) = (db.store.clone(), time.clone());
            tokio::spawn(async move {
                let mut swept = 0;
                for _ in 0..40 {
                    let mut tx = store.begin().await.unwrap();
                    swept += holds::expire_due(&mut tx, clock(time.load(Ordering::SeqCst))).await.unwrap();
                    tx.commit().await.unwrap();
                    tokio::task::yield_now().await;
                }
                swept
            })
        }).collect();
        let mut told = std::collections::BTreeMap::new();
        for one in lives {
            *told.entry(one.await.unwrap()).or_insert(0_u32) += 1;
        }
        for sweeper in sweepers {
            sweeper.await.unwrap();
        }
        for outcome in ["full", "booked", "abandoned"] {
            assert!(told.contains_key(outcome), "{told:?}");
        }
        assert_eq!(db.store.check_invariants().await.unwrap(), Vec::<String>::new());
        let mut tx = db.store.begin().await.unwrap();
        let later = clock(1_000_000);
        while holds::expire_due(&mut tx, later).await.unwrap() > 0 {}
        let visits = appointments::at_office(&mut tx, OFFICE, tick(0), tick(144)).await.unwrap();
        tx.commit().await.unwrap();
        let booked = ["booked", "moved", "stayed"].iter().filter_map(|o| told.get(o)).sum::<u32>();
        assert_eq!(visits.len(), booked as usize);
        assert!(visits.iter().all(|v| v.appointment.state == AppointmentState::Booked));
        let taken: u16 = places(&db.store, later).await.iter().map(|(_, taken)| *taken).sum();
        let ticks: u16 = visits.iter().map(|v| u16::from(v.appointment.ticks)).sum();
        assert_eq!(taken, ticks);
    }

    async fn of_many_bookings_of_one_person_one_keeps_its_place(db) {
        let tries = (0..30).map(|n| {
            let store = db.store.clone();
            tokio::spawn(async move {
                holds_one(store.clone(), n, n as i64, &[1, 1, 1], 0).await;
                let mut tx = store.begin().await.unwrap();
                let Some(place) = holds::book(&mut tx, &hash(n), clock(1)).await.unwrap() else { return false };
                let mut mine = dossier(n);
                mine.personal_number = "099000000001".into();
                let visit = appointment(&mine, &place);
                match dossiers::insert(&mut tx, &mine).await {
                    Ok(()) => {
                        appointments::insert(&mut tx, &visit).await.unwrap();
                        tx.commit().await.unwrap();
                        true
                    }
                    Err(error) => {
                        assert_eq!(error.constraint(), Some(eid_store::Constraint::DossierOneOpenPerPerson));
                        false
                    }
                }
            })
        });
        assert_eq!(winners(tries).await, 1);
        let mut tx = db.store.begin().await.unwrap();
        while holds::expire_due(&mut tx, clock(9999)).await.unwrap() > 0 {}
        tx.commit().await.unwrap();
        let taken: u16 = places(&db.store, clock(9999)).await.iter().map(|(_, taken)| *taken).sum();
        assert_eq!(taken, 3);
    }
}

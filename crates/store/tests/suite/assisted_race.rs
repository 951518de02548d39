//! Places kept for phone and desk in a crowd: online never eats them, nothing is oversold, and all is free in the end.

use crate::{
    assisted::{assisted, book, cancel, online, takes, ticks},
    support::{OFFICE, both, clock, hash, tick},
};
use eid_store::{
    Store, Tx, appointments, dossiers,
    holds::{self, Channel},
};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

both! {
    async fn in_a_crowd_online_never_eats_what_is_kept(db) {
        const CAPACITY: [u16; 2] = [9, 9];
        const KEPT: [u16; 2] = [4, 3];
        let tries: Vec<_> = (0..240_usize)
            .map(|n| {
                let store = db.store.clone();
                // Three of four come online; staff come in between.
                let way = if n % 4 == 3 { assisted(&KEPT) } else { online(&KEPT) };
                tokio::spawn(async move { (way.channel, takes(store, n, 0, &CAPACITY, way, 0).await) })
            })
            .collect();
        let (mut by_staff, mut by_themselves) = (0, 0);
        for one in tries {
            match one.await.unwrap() {
                (Channel::Assisted, true) => by_staff += 1,
                (Channel::Online, true) => by_themselves += 1,
                (_, false) => (),
            }
        }
        assert_eq!(ticks(&db.store, 0).await, [(9, by_staff); 2], "all are taken, none twice");
        assert!(by_themselves <= 5, "{by_themselves} online, {by_staff} by staff");
        assert_eq!(by_themselves + by_staff, 9);
        // Everything is given back at once, by both ways.
        let back: Vec<_> = (0..240)
            .map(|n| {
                let store = db.store.clone();
                tokio::spawn(async move {
                    let mut tx = store.begin().await.unwrap();
                    let released = holds::release(&mut tx, &hash(n)).await.unwrap();
                    tx.commit().await.unwrap();
                    u16::from(released)
                })
            })
            .collect();
        let mut released = 0;
        for one in back {
            released += one.await.unwrap();
        }
        assert_eq!(released, 9);
        assert_eq!(ticks(&db.store, 0).await, [(0, 0); 2]);
        // The crowd online alone gets what is not kept, to the last place.
        let tries: Vec<_> = (300..400)
            .map(|n| tokio::spawn(takes(db.store.clone(), n, 0, &CAPACITY, online(&KEPT), 0)))
            .collect();
        let mut won = 0;
        for one in tries {
            won += usize::from(one.await.unwrap());
        }
        assert_eq!((won, ticks(&db.store, 0).await), (5, vec![(5, 0); 2]));
    }

    async fn whatever_both_do_at_once_is_counted_and_all_is_free_in_the_end(db) {
        let time = Arc::new(AtomicI64::new(0));
        let lives: Vec<_> = (0..300_usize)
            .map(|n| tokio::spawn(life(db.store.clone(), n, time.clone())))
            .collect();
        let sweeper = {
            let (store, time) = (db.store.clone(), time.clone());
            tokio::spawn(async move {
                for _ in 0..60 {
                    let mut tx = store.begin().await.unwrap();
                    holds::expire_due(&mut tx, clock(time.load(Ordering::SeqCst))).await.unwrap();
                    tx.commit().await.unwrap();
                    tokio::task::yield_now().await;
                }
            })
        };
        let mut told = std::collections::BTreeMap::new();
        for one in lives {
            *told.entry(one.await.unwrap()).or_insert(0_u32) += 1;
        }
        sweeper.await.unwrap();
        for outcome in ["full", "booked", "released"] {
            assert!(told.contains_key(outcome), "{told:?}");
        }
        assert_eq!(db.store.check_invariants().await.unwrap(), Vec::<String>::new());
        for (nth, (taken, by_staff)) in ticks(&db.store, 100_000).await.into_iter().enumerate() {
            assert!(taken <= 4 && taken - by_staff <= 3, "tick {nth}: {taken}, {by_staff} by staff");
        }
        let mut tx = db.store.begin().await.unwrap();
        while holds::expire_due(&mut tx, clock(1_000_000)).await.unwrap() > 0 {}
        for visit in appointments::at_office(&mut tx, OFFICE, tick(0), tick(144)).await.unwrap() {
            let place = visit.appointment.reservation_id.clone();
            let n = visit.dossier.id.trim_start_matches('d').parse().unwrap();
            cancel(&mut tx, n, &place).await;
            dossiers_close(&mut tx, &visit.dossier.id).await;
        }
        tx.commit().await.unwrap();
        assert!(ticks(&db.store, 1_000_000).await.iter().all(|tick| *tick == (0, 0)));
    }
}

/// What happens to one person, by phone or online: a hold, then whatever `n` says.
async fn life(store: Store, n: usize, time: Arc<AtomicI64>) -> &'static str {
    const CAPACITY: [u16; 3] = [4; 3];
    const KEPT: [u16; 3] = [1; 3];
    let way = if n % 3 == 2 {
        assisted(&KEPT)
    } else {
        online(&KEPT)
    };
    let now = time.fetch_add(1, Ordering::SeqCst);
    let first = i64::try_from(n * 5 % 24).unwrap();
    if !takes(store.clone(), n, first, &CAPACITY, way, now).await {
        return "full";
    }
    let mut tx = store.begin().await.unwrap();
    let told = match n / 3 % 4 {
        0 => "abandoned",
        1 if holds::release(&mut tx, &hash(n)).await.unwrap() => "released",
        2 | 3 if book(&mut tx, n, now + 1).await => {
            if n / 3 % 4 == 3 && n.is_multiple_of(2) {
                cancel(&mut tx, n, &hash(n)).await;
                dossiers_close(&mut tx, &format!("d{n}")).await;
                "released"
            } else {
                "booked"
            }
        }
        _ => "lapsed",
    };
    tx.commit().await.unwrap();
    told
}

async fn dossiers_close(tx: &mut Tx, id: &str) {
    let mut dossier = dossiers::by_id(tx, id).await.unwrap().unwrap();
    dossier.is_open = false;
    dossier.state = "cancelled".into();
    dossiers::update(tx, &mut dossier).await.unwrap();
}

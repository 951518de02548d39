//! Holding, extending, releasing, booking, lapsing.

use crate::support::{OFFICE, booked, both, clock, hash, hold, places, tick};
use eid_store::{
    Constraint,
    holds::{self, Extended, Moved, ReservationState, Taken},
    slots::{self, CapacitySet},
};
use jiff::SignedDuration;

both! {
    async fn a_hold_takes_its_ticks_and_gives_them_back(db) {
        let mut tx = db.store.begin().await.unwrap();
        let Taken::Held(made) = hold(&mut tx, 1, 4, &[2, 3, 2], clock(0)).await.unwrap() else { panic!("full") };
        let read = holds::get(&mut tx, &hash(1)).await.unwrap().unwrap();
        assert_eq!(read, made);
        assert_eq!((read.ticks, read.starts_at, read.state), (3, tick(4), ReservationState::Held));
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, [(2, 1), (3, 1), (2, 1)]);
        let mut tx = db.store.begin().await.unwrap();
        assert!(holds::release(&mut tx, &hash(1)).await.unwrap());
        assert!(!holds::release(&mut tx, &hash(1)).await.unwrap());
        assert!(!holds::release(&mut tx, &hash(99)).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, [(2, 0), (3, 0), (2, 0)]);
    }

    async fn a_full_tick_in_the_middle_takes_nothing(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(matches!(hold(&mut tx, 1, 1, &[1], clock(0)).await.unwrap(), Taken::Held(_)));
        assert_eq!(hold(&mut tx, 2, 0, &[2, 1, 2], clock(0)).await.unwrap(), Taken::Full);
        // The transaction is still good.
        assert!(matches!(hold(&mut tx, 3, 0, &[2], clock(0)).await.unwrap(), Taken::Held(_)));
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, [(2, 1), (1, 1), (2, 0)]);
    }

    async fn a_closed_tick_is_full(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(hold(&mut tx, 1, 0, &[2, 0], clock(0)).await.unwrap(), Taken::Full);
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, []);
    }

    async fn a_lapsed_hold_gives_its_place_to_the_next(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(matches!(hold(&mut tx, 1, 4, &[1, 1], clock(0)).await.unwrap(), Taken::Held(_)));
        assert_eq!(hold(&mut tx, 2, 5, &[1, 1, 1], clock(599)).await.unwrap(), Taken::Full);
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(599)).await, [(1, 1), (1, 1), (1, 0), (1, 0)]);
        // A reader does not count it any more, though nobody has tidied it up.
        assert_eq!(places(&db.store, clock(600)).await, [(1, 0), (1, 0), (1, 0), (1, 0)]);
        let mut tx = db.store.begin().await.unwrap();
        assert!(matches!(hold(&mut tx, 3, 5, &[1, 1], clock(600)).await.unwrap(), Taken::Held(_)));
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(600)).await, [(1, 0), (1, 1), (1, 1), (1, 0)]);
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(holds::book(&mut tx, &hash(1), clock(600)).await.unwrap(), None);
        assert!(!holds::release(&mut tx, &hash(1)).await.unwrap());
    }

    async fn lapsed_holds_of_all_offices_are_tidied_up(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in 0..5 {
            assert!(matches!(hold(&mut tx, n, n as i64, &[9, 9], clock(0)).await.unwrap(), Taken::Held(_)));
        }
        let fresh = hold(&mut tx, 9, 0, &[9], clock(300)).await.unwrap();
        assert!(matches!(fresh, Taken::Held(_)));
        assert_eq!(holds::expire_due(&mut tx, clock(599)).await.unwrap(), 0);
        assert_eq!(holds::expire_due(&mut tx, clock(600)).await.unwrap(), 5);
        assert_eq!(holds::expire_due(&mut tx, clock(600)).await.unwrap(), 0);
        tx.commit().await.unwrap();
        let taken: Vec<u16> = places(&db.store, clock(600)).await.iter().map(|(_, taken)| *taken).collect();
        assert_eq!(taken, [1, 0, 0, 0, 0, 0]);
    }

    async fn a_hold_is_extended_so_often(db) {
        let mut tx = db.store.begin().await.unwrap();
        hold(&mut tx, 1, 0, &[1], clock(0)).await.unwrap();
        for n in 1..=2 {
            let until = clock(600 * (n + 1));
            let Extended::Until(hold) = holds::extend(&mut tx, &hash(1), clock(60), until, 2).await.unwrap()
            else { panic!("not extended") };
            assert_eq!((hold.expires_at, i64::from(hold.extensions)), (Some(until), n));
        }
        let third = holds::extend(&mut tx, &hash(1), clock(60), clock(9000), 2).await.unwrap();
        assert!(matches!(third, Extended::NoneLeft(hold) if hold.expires_at == Some(clock(1800))));
        let late = holds::extend(&mut tx, &hash(1), clock(1800), clock(9000), 9).await.unwrap();
        assert_eq!(late, Extended::NotHeld);
        tx.commit().await.unwrap();
    }

    async fn a_booked_place_does_not_lapse_and_is_no_hold(db) {
        booked(&db.store, 1, 0, &[1]).await;
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(holds::expire_due(&mut tx, tick(500)).await.unwrap(), 0);
        assert!(!holds::release(&mut tx, &hash(1)).await.unwrap());
        assert_eq!(holds::book(&mut tx, &hash(1), clock(2)).await.unwrap(), None);
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, tick(500)).await, [(1, 1)]);
    }

    async fn a_booked_place_moves(db) {
        let appointment = booked(&db.store, 1, 0, &[1, 1]).await;
        let mut tx = db.store.begin().await.unwrap();
        hold(&mut tx, 2, 8, &[3, 3], clock(10)).await.unwrap();
        let moved = holds::move_booked(&mut tx, &hash(1), &hash(2), clock(20)).await.unwrap();
        let Moved::To(place) = moved else { panic!("{moved:?}") };
        let later = eid_store::appointments::relocate(&mut tx, &appointment, &place).await.unwrap();
        assert_eq!((later.sequence, later.starts_at, &later.reservation_id), (1, tick(8), &place.id));
        assert_eq!(holds::move_booked(&mut tx, &hash(2), &hash(3), clock(20)).await.unwrap(), Moved::NotHeld);
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(20)).await, [(1, 0), (1, 0), (3, 1), (3, 1)]);
        // The old place is not booked any more.
        let mut tx = db.store.begin().await.unwrap();
        hold(&mut tx, 4, 8, &[3], clock(30)).await.unwrap();
        assert_eq!(holds::move_booked(&mut tx, &hash(1), &hash(4), clock(31)).await.unwrap(), Moved::NotBooked);
    }

    async fn a_capacity_never_falls_below_what_is_taken(db) {
        booked(&db.store, 1, 0, &[3]).await;
        booked(&db.store, 2, 0, &[3]).await;
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(slots::set_capacity(&mut tx, OFFICE, tick(0), 1).await.unwrap(), CapacitySet::BelowTaken);
        assert_eq!(slots::set_capacity(&mut tx, OFFICE, tick(0), 2).await.unwrap(), CapacitySet::Done);
        assert_eq!(slots::set_capacity(&mut tx, OFFICE, tick(1), 4).await.unwrap(), CapacitySet::Done);
        // What is stored wins over the plan.
        assert_eq!(hold(&mut tx, 3, 0, &[9], clock(0)).await.unwrap(), Taken::Full);
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, [(2, 2), (4, 0)]);
    }

    async fn the_database_itself_refuses_to_oversell(db) {
        booked(&db.store, 1, 0, &[1]).await;
        for change in [
            "UPDATE slot_tick SET taken = taken + 1",
            "UPDATE slot_tick SET taken = taken - 2",
            "UPDATE slot_tick SET capacity = 0",
        ] {
            let mut tx = db.store.begin().await.unwrap();
            let refused = eid_store::testing::script(&mut tx, change).await.unwrap_err();
            assert_eq!(refused.constraint(), Some(Constraint::SlotTickNotOversold), "{change}");
        }
        // A visit beside the ticks would escape the count.
        let mut tx = db.store.begin().await.unwrap();
        let change = "UPDATE reservation SET starts_at = starts_at + 60000000";
        assert!(eid_store::testing::script(&mut tx, change).await.unwrap_err().constraint().is_some());
    }

    async fn instants_are_kept_to_the_microsecond(db) {
        let odd = clock(0) + SignedDuration::from_nanos(123_456_789);
        let mut tx = db.store.begin().await.unwrap();
        hold(&mut tx, 1, 0, &[1], odd).await.unwrap();
        let read = holds::get(&mut tx, &hash(1)).await.unwrap().unwrap();
        assert_eq!(read.created_at, clock(0) + SignedDuration::from_micros(123_456));
        drop(tx);
    }
}

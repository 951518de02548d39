//! The visits that a measurement of growth begins with are as sound as real ones.

use crate::support::{both, tick};
use eid_store::testing::{TestDatabase, history};
use jiff::SignedDuration;

both! {
    async fn made_up_years_are_sound(db) {
        let other = TestDatabase::new(db.store.dialect()).await.unwrap().unwrap();
        other.store.close().await;
        // Midnight in Viet Nam.
        let today = tick(0) - SignedDuration::from_mins(450);
        let offices = ["one", "two", "three"];
        let filled = history::fill(&other.url, db.store.dialect(), 2_000, &offices, today).await.unwrap();
        assert_eq!(filled.visits, 9 * 3 * 64 + 3 * 6 * 16);
        let store = TestDatabase::open(&other.url).await.unwrap();
        assert_eq!(store.check_invariants().await.unwrap(), Vec::<String>::new());
        assert_eq!(store.migrate().await.unwrap(), 0);
        let mut tx = store.read().await.unwrap();
        let tomorrow = today + SignedDuration::from_hours(24);
        let ticks = eid_store::slots::touched(&mut tx, "two", tomorrow, tomorrow + SignedDuration::from_hours(24), today);
        let ticks = ticks.await.unwrap();
        assert_eq!((ticks.len(), ticks[0].starts_at), (48, tick(144)));
        assert!(ticks.iter().all(|tick| tick.taken == 1 && tick.free() > 100));
        let visits = eid_store::appointments::at_office(&mut tx, "two", today - SignedDuration::from_hours(24), today);
        assert_eq!(visits.await.unwrap().len(), 64, "yesterday was full");
        drop(tx);
        store.close().await;
        other.close().await.unwrap();
    }
}

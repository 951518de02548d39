//! A proof of work opens one request.

use crate::support::{both, clock, hash};
use eid_store::{Store, retention, work_proofs};

both! {
    async fn a_proof_is_taken_once(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(work_proofs::spend(&mut tx, &hash(1), clock(120)).await.unwrap());
        assert!(!work_proofs::spend(&mut tx, &hash(1), clock(120)).await.unwrap());
        assert!(work_proofs::spend(&mut tx, &hash(2), clock(120)).await.unwrap());
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        assert!(!work_proofs::spend(&mut tx, &hash(1), clock(120)).await.unwrap());
    }

    async fn a_request_that_came_to_nothing_gives_its_proof_back(db) {
        let mut tx = db.store.begin().await.unwrap();
        assert!(work_proofs::spend(&mut tx, &hash(1), clock(120)).await.unwrap());
        drop(tx);
        let mut tx = db.store.begin().await.unwrap();
        assert!(work_proofs::spend(&mut tx, &hash(1), clock(120)).await.unwrap());
    }

    async fn of_many_at_once_one_passes(db) {
        let tries = (0..8).map(|_| {
            let store: Store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let passed = work_proofs::spend(&mut tx, &hash(1), clock(120)).await.unwrap();
                tokio::task::yield_now().await;
                tx.commit().await.unwrap();
                passed
            })
        });
        let mut passed = 0;
        for one in tries.collect::<Vec<_>>() {
            passed += u32::from(one.await.unwrap());
        }
        assert_eq!(passed, 1);
    }

    async fn it_is_forgotten_when_it_is_too_old_anyway(db) {
        let mut tx = db.store.begin().await.unwrap();
        work_proofs::spend(&mut tx, &hash(1), clock(120)).await.unwrap();
        work_proofs::spend(&mut tx, &hash(2), clock(600)).await.unwrap();
        let before = clock(300);
        let cutoffs = retention::Cutoffs { lapsed: before, answers: before, messages: before, places: before };
        assert_eq!(retention::purge(&mut tx, &cutoffs).await.unwrap(), 1);
        assert!(work_proofs::spend(&mut tx, &hash(1), clock(120)).await.unwrap());
        assert!(!work_proofs::spend(&mut tx, &hash(2), clock(600)).await.unwrap());
    }
}

//! Second factors: each code opens once, and what is taken away is gone.

use crate::support::{both, clock};
use eid_store::{
    Store,
    factors::{self, Factor},
    staff::{self, Staff},
};

async fn member(store: &Store) {
    let row = Staff {
        id: "s1".into(),
        username: "mau".into(),
        name: "Mẫu".into(),
        role: "auditor".into(),
        office_id: "hcm-pc06".into(),
        password_hash: String::new(),
        disabled: false,
        password_until: None,
    };
    let mut tx = store.begin().await.unwrap();
    staff::put(&mut tx, &row).await.unwrap();
    let factor = Factor {
        secret: "sealed".into(),
        last_step: 10,
        enrolled_at: clock(0),
    };
    factors::put(&mut tx, "s1", &factor).await.unwrap();
    factors::put_recovery(&mut tx, "s1", &["a".into(), "b".into()])
        .await
        .unwrap();
    assert_eq!(factors::of_staff(&mut tx, "s1").await.unwrap(), Some(factor));
    tx.commit().await.unwrap();
}

both! {
    async fn many_at_once_use_a_code_once(db) {
        member(&db.store).await;
        let tries = (0..8).map(|_| {
            let store: Store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let step = factors::use_step(&mut tx, "s1", 11).await.unwrap();
                let recovery = factors::use_recovery(&mut tx, "s1", "a", clock(1)).await.unwrap();
                tx.commit().await.unwrap();
                (step, recovery)
            })
        });
        let mut used = (0, 0);
        for one in tries.collect::<Vec<_>>() {
            let (step, recovery) = one.await.unwrap();
            used = (used.0 + u32::from(step), used.1 + u32::from(recovery));
        }
        assert_eq!(used, (1, 1));
        let mut tx = db.store.begin().await.unwrap();
        assert!(!factors::use_step(&mut tx, "s1", 10).await.unwrap(), "an earlier step");
        assert_eq!(factors::recovery_left(&mut tx, "s1").await.unwrap(), 1);
        assert!(!factors::use_recovery(&mut tx, "s1", "c", clock(2)).await.unwrap());
        factors::put_recovery(&mut tx, "s1", &["c".into()]).await.unwrap();
        assert!(!factors::use_recovery(&mut tx, "s1", "b", clock(2)).await.unwrap(), "a former one");
    }

    async fn what_was_begun_lapses_and_what_is_removed_is_gone(db) {
        member(&db.store).await;
        let mut tx = db.store.begin().await.unwrap();
        factors::begin_sign_in(&mut tx, "h", "s1", clock(300)).await.unwrap();
        factors::put_enrolment(&mut tx, "s1", "new", clock(300)).await.unwrap();
        assert_eq!(factors::signing_in(&mut tx, "h", clock(299)).await.unwrap().as_deref(), Some("s1"));
        assert_eq!(factors::signing_in(&mut tx, "h", clock(300)).await.unwrap(), None);
        assert_eq!(factors::enrolment(&mut tx, "s1", clock(299)).await.unwrap().as_deref(), Some("new"));
        assert_eq!(factors::enrolment(&mut tx, "s1", clock(300)).await.unwrap(), None);
        factors::remove(&mut tx, "s1").await.unwrap();
        assert_eq!(factors::of_staff(&mut tx, "s1").await.unwrap(), None);
        assert_eq!(factors::signing_in(&mut tx, "h", clock(1)).await.unwrap(), None);
        assert_eq!(factors::enrolment(&mut tx, "s1", clock(1)).await.unwrap(), None);
        assert_eq!(factors::recovery_left(&mut tx, "s1").await.unwrap(), 0);
        tx.commit().await.unwrap();
    }
}

//! How cards come to their owners, and how they are written to.

use crate::support::{both, clock, dossier};
use eid_store::{
    deliveries::{self, Delivery},
    dossiers,
    notice_wishes::{self, NoticeWish},
    own_data,
    retention::{self, Cutoffs},
};
use jiff::SignedDuration;

fn by_post(n: usize) -> Delivery {
    Delivery {
        dossier_id: dossier(n).id,
        way: "post".into(),
        line: "12 Đường Thử".into(),
        commune_code: "26740".into(),
        confirmed_at: clock(1),
        tracking_number: String::new(),
        returned: String::new(),
    }
}

both! {
    async fn what_is_chosen_last_counts_and_the_address_goes_in_time(db) {
        let store = &db.store;
        let mut tx = store.begin().await.unwrap();
        let mut one = dossier(1);
        dossiers::insert(&mut tx, &one).await.unwrap();
        deliveries::put(&mut tx, &Delivery { way: "office".into(), line: String::new(), commune_code: String::new(), ..by_post(1) }).await.unwrap();
        assert!(deliveries::open_by_way(&mut tx, &one.office_id, "post").await.unwrap().is_empty());
        deliveries::put(&mut tx, &by_post(1)).await.unwrap();
        assert!(deliveries::of_dossier(&mut tx, &one.id).await.unwrap() == Some(by_post(1)));
        let waiting = deliveries::open_by_way(&mut tx, &one.office_id, "post").await.unwrap();
        assert!(waiting.contains(&one.id) && waiting.len() == 1);
        tx.commit().await.unwrap();

        let later = clock(1) + SignedDuration::from_hours(1);
        let cutoffs = Cutoffs { lapsed: later, answers: later, messages: later, places: later };
        let mut tx = store.begin().await.unwrap();
        retention::purge(&mut tx, &cutoffs).await.unwrap();
        assert!(deliveries::of_dossier(&mut tx, &one.id).await.unwrap() == Some(by_post(1)), "the card is not there yet");
        one.is_open = false;
        one.state = "handed_over".into();
        one.state_at = clock(1);
        dossiers::update(&mut tx, &mut one).await.unwrap();
        retention::purge(&mut tx, &cutoffs).await.unwrap();
        let left = deliveries::of_dossier(&mut tx, &one.id).await.unwrap().unwrap();
        assert_eq!((left.line.as_str(), left.commune_code.as_str()), ("", "26740"));
        assert!(deliveries::open_by_way(&mut tx, &one.office_id, "post").await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn nobody_is_posted_to_nowhere(db) {
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(1)).await.unwrap();
        let nowhere = Delivery { commune_code: String::new(), ..by_post(1) };
        assert!(deliveries::put(&mut tx, &nowhere).await.is_err());
    }

    async fn wishes_are_kept_and_forgotten_with_the_dossier(db) {
        let mut tx = db.store.begin().await.unwrap();
        let mut one = dossier(1);
        dossiers::insert(&mut tx, &one).await.unwrap();
        let wish = |reminders, phones: &str| NoticeWish {
            dossier_id: dossier(1).id, reminders, phones: phones.into(), mail: "thu@example.org".into(), changed_at: clock(2),
        };
        assert_eq!(notice_wishes::of_dossier(&mut tx, &one.id).await.unwrap(), None);
        notice_wishes::put(&mut tx, &wish(false, "codes")).await.unwrap();
        let silent = notice_wishes::open_without_reminders(&mut tx, &one.office_id).await.unwrap();
        assert!(silent.contains(&one.id));
        notice_wishes::put(&mut tx, &wish(true, "contact")).await.unwrap();
        assert_eq!(notice_wishes::of_dossier(&mut tx, &one.id).await.unwrap(), Some(wish(true, "contact")));
        assert!(notice_wishes::open_without_reminders(&mut tx, &one.office_id).await.unwrap().is_empty());
        deliveries::put(&mut tx, &by_post(1)).await.unwrap();
        one.is_open = false;
        one.state_at = clock(1);
        dossiers::update(&mut tx, &mut one).await.unwrap();
        assert!(own_data::forget_dossier(&mut tx, &one.id).await.unwrap());
        tx.commit().await.unwrap();
    }
}

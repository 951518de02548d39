//! Visits: booking, moving, cancelling, arriving, missing.

use crate::support::{OFFICE, appointment, booked, both, clock, dossier, hash, hold, places, tick};
use eid_store::{
    Constraint, StoreError,
    appointments::{self, AppointmentState as State},
    dossiers, holds,
};

both! {
    async fn a_dossier_has_one_coming_visit(db) {
        let first = booked(&db.store, 1, 0, &[9]).await;
        let mut tx = db.store.begin().await.unwrap();
        hold(&mut tx, 2, 1, &[9], clock(0)).await.unwrap();
        let place = holds::book(&mut tx, &hash(2), clock(0)).await.unwrap().unwrap();
        let mut second = appointment(&dossier(1), &place);
        (second.id, second.created_at) = ("another".into(), clock(9));
        let refused = appointments::insert(&mut tx, &second).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::AppointmentOneActivePerDossier));
        drop(tx);
        // Once the first is over, there may be another.
        let mut tx = db.store.begin().await.unwrap();
        assert!(appointments::set_state(&mut tx, &first.id, State::Booked, State::NoShow, None).await.unwrap());
        hold(&mut tx, 2, 1, &[9], clock(0)).await.unwrap();
        holds::book(&mut tx, &hash(2), clock(0)).await.unwrap().unwrap();
        appointments::insert(&mut tx, &second).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(appointments::latest_of_dossier(&mut tx, "d1").await.unwrap(), Some(second));
    }

    async fn two_visits_cannot_share_a_place(db) {
        let first = booked(&db.store, 1, 0, &[9]).await;
        let mut tx = db.store.begin().await.unwrap();
        dossiers::insert(&mut tx, &dossier(2)).await.unwrap();
        let place = holds::get(&mut tx, &first.reservation_id).await.unwrap().unwrap();
        let refused = appointments::insert(&mut tx, &appointment(&dossier(2), &place)).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::AppointmentReservationUnique));
    }

    async fn a_visit_needs_its_dossier(db) {
        let mut tx = db.store.begin().await.unwrap();
        hold(&mut tx, 1, 0, &[9], clock(0)).await.unwrap();
        let place = holds::book(&mut tx, &hash(1), clock(0)).await.unwrap().unwrap();
        let refused = appointments::insert(&mut tx, &appointment(&dossier(1), &place)).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::ForeignKey));
    }

    async fn a_cancelled_visit_gives_its_place_back_and_changes_the_calendar(db) {
        let visit = booked(&db.store, 1, 0, &[2, 2]).await;
        let mut tx = db.store.begin().await.unwrap();
        assert!(appointments::set_state(&mut tx, &visit.id, State::Booked, State::Cancelled, None).await.unwrap());
        assert!(!appointments::set_state(&mut tx, &visit.id, State::Booked, State::Cancelled, None).await.unwrap());
        assert!(holds::release_booked(&mut tx, &visit.reservation_id).await.unwrap());
        assert!(!holds::release_booked(&mut tx, &visit.reservation_id).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, [(2, 0), (2, 0)]);
        let mut tx = db.store.read().await.unwrap();
        let read = appointments::latest_of_dossier(&mut tx, "d1").await.unwrap().unwrap();
        assert_eq!((read.state, read.sequence), (State::Cancelled, 1));
        assert!(appointments::at_office(&mut tx, OFFICE, tick(0), tick(9)).await.unwrap().is_empty());
    }

    async fn a_visit_moves_once_of_two_that_try(db) {
        let visit = booked(&db.store, 1, 0, &[2]).await;
        let tries: Vec<_> = [(2, 4), (3, 6)].into_iter().map(|(n, first)| {
            let (store, visit) = (db.store.clone(), visit.clone());
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                hold(&mut tx, n, first, &[2], clock(0)).await.unwrap();
                tx.commit().await.unwrap();
                let mut tx = store.begin().await.unwrap();
                let moved = holds::move_booked(&mut tx, &visit.reservation_id, &hash(n), clock(1)).await.unwrap();
                let holds::Moved::To(place) = moved else { return false };
                match appointments::relocate(&mut tx, &visit, &place).await {
                    Ok(_) => tx.commit().await.map(|()| true).unwrap(),
                    Err(StoreError::Stale("appointment")) => false,
                    Err(other) => panic!("{other}"),
                }
            })
        }).collect();
        let mut won = 0;
        for one in tries {
            won += usize::from(one.await.unwrap());
        }
        assert_eq!(won, 1);
    }

    async fn the_day_of_an_office_in_order(db) {
        for (n, first) in [(1, 5), (2, 3), (3, 150)] {
            booked(&db.store, n, first, &[9, 9]).await;
        }
        let mut tx = db.store.begin().await.unwrap();
        assert!(appointments::set_state(&mut tx, "a-d2", State::Booked, State::CheckedIn, Some(tick(2))).await.unwrap());
        assert!(appointments::set_state(&mut tx, "a-d2", State::CheckedIn, State::Done, None).await.unwrap());
        tx.commit().await.unwrap();
        let mut tx = db.store.read().await.unwrap();
        let day = appointments::at_office(&mut tx, OFFICE, tick(0), tick(144)).await.unwrap();
        let told: Vec<_> = day.iter().map(|v| (v.dossier.reference.as_str(), v.appointment.state)).collect();
        assert_eq!(told, [("R000000002", State::Done), ("R000000001", State::Booked)]);
        assert_eq!(day[0].appointment.arrived_at, Some(tick(2)));
        assert_eq!(day[0].appointment.office_id, OFFICE);
        assert!(appointments::at_office(&mut tx, "elsewhere", tick(0), tick(144)).await.unwrap().is_empty());
    }

    async fn who_is_to_be_reminded_and_who_did_not_come(db) {
        for (n, first) in [(1, 0), (2, 6), (3, 12)] {
            booked(&db.store, n, first, &[9]).await;
        }
        let mut tx = db.store.read().await.unwrap();
        let told = |visits: Vec<appointments::Visit>| visits.into_iter().map(|v| v.dossier.id).collect::<Vec<_>>();
        assert_eq!(told(appointments::to_come(&mut tx, tick(0), tick(12), 9).await.unwrap()), ["d2", "d3"]);
        assert_eq!(told(appointments::to_come(&mut tx, tick(-9), tick(99), 1).await.unwrap()), ["d1"]);
        assert_eq!(told(appointments::missed(&mut tx, tick(12), 9).await.unwrap()), ["d1", "d2"]);
        drop(tx);
        // Who has come is missed too, until the dossier says that they are at the counter.
        let mut tx = db.store.begin().await.unwrap();
        for id in ["a-d1", "a-d2"] {
            assert!(appointments::set_state(&mut tx, id, State::Booked, State::CheckedIn, Some(tick(1))).await.unwrap());
        }
        let mut here = dossiers::by_id(&mut tx, "d1").await.unwrap().unwrap();
        here.state = "checked_in".into();
        dossiers::update(&mut tx, &mut here).await.unwrap();
        assert_eq!(told(appointments::missed(&mut tx, tick(12), 9).await.unwrap()), ["d1"]);
        // A check-in taken back leaves no arrival behind.
        assert!(appointments::set_state(&mut tx, "a-d1", State::CheckedIn, State::Booked, None).await.unwrap());
        let again = appointments::latest_of_dossier(&mut tx, "d1").await.unwrap().unwrap();
        assert_eq!((again.state, again.arrived_at), (State::Booked, None));
    }
}

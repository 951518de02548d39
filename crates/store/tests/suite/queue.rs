//! The line of an office's day.

use crate::support::{OFFICE, both, clock, dossier};
use eid_store::{
    Constraint, Store, StoreError, dossiers,
    queue::{self, Day, Ticket, TicketState},
};
use jiff::civil::{Date, date};
use std::{collections::BTreeSet, sync::Arc};
use tokio::sync::Barrier;

const DAY: Date = date(2026, 11, 2);

fn ticket(number: u16, dossier_id: Option<String>) -> Ticket {
    Ticket {
        id: format!("t{number}"),
        office_id: OFFICE.into(),
        day: DAY,
        number,
        kind: if dossier_id.is_some() { "booked" } else { "walk_in" }.into(),
        dossier_id,
        service: "card".into(),
        priority: "none".into(),
        visit_at: None,
        minutes: 20,
        arrived_at: clock(i64::from(number)),
        waits_from: clock(i64::from(number)),
        key_hash: format!("key{number}"),
        state: TicketState::Waiting,
        station: None,
        transferred_from: None,
        called_at: None,
        served_at: None,
        ended_at: None,
        calls: 0,
        absences: 0,
        version: 1,
    }
}

/// The next number of the day, for nobody in particular.
async fn comes(store: &Store, dossier_id: Option<String>) -> Result<Ticket, StoreError> {
    let mut tx = store.begin().await?;
    let day = queue::bump(&mut tx, OFFICE, DAY).await?;
    let ticket = ticket(day.last_number + 1, dossier_id);
    let given = Day {
        last_number: ticket.number,
        ..day
    };
    queue::set(&mut tx, OFFICE, DAY, given).await?;
    queue::insert(&mut tx, &ticket).await?;
    tx.commit().await?;
    Ok(ticket)
}

/// A dossier whose person is at the office.
async fn arrived(store: &Store, n: usize) -> String {
    let mut dossier = dossier(n);
    dossier.state = "checked_in".into();
    let mut tx = store.begin().await.unwrap();
    dossiers::insert(&mut tx, &dossier).await.unwrap();
    tx.commit().await.unwrap();
    dossier.id
}

fn called(ticket: &Ticket, station: u8) -> Ticket {
    Ticket {
        state: TicketState::Called,
        station: Some(station),
        called_at: Some(clock(100)),
        calls: 1,
        ..ticket.clone()
    }
}

/// What an office's server does when an officer presses the button: locks the day, reads the line, calls the first.
async fn calls_next(store: &Store, station: u8) -> Option<u16> {
    loop {
        let mut tx = store.begin().await.unwrap();
        if let Err(error) = queue::bump(&mut tx, OFFICE, DAY).await {
            assert!(error.is_busy(), "{error}");
            continue;
        }
        let line = queue::of_day(&mut tx, OFFICE, DAY).await.unwrap();
        let first = line
            .into_iter()
            .find(|seen| seen.ticket.state == TicketState::Waiting)?;
        let mut next = called(&first.ticket, station);
        queue::update(&mut tx, &mut next).await.unwrap();
        tx.commit().await.unwrap();
        return Some(next.number);
    }
}

both! {
    async fn a_ticket_is_read_as_it_was_stored(db) {
        let dossier_id = arrived(&db.store, 1).await;
        let first = comes(&db.store, Some(dossier_id.clone())).await.unwrap();
        let second = comes(&db.store, None).await.unwrap();
        assert_eq!((first.number, second.number), (1, 2));
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(queue::by_id(&mut tx, &first.id).await.unwrap(), Some(first.clone()));
        assert_eq!(queue::by_key(&mut tx, "key2").await.unwrap(), Some(second.clone()));
        assert_eq!(queue::live_of_dossier(&mut tx, &dossier_id).await.unwrap(), Some(first.clone()));
        let line = queue::of_day(&mut tx, OFFICE, DAY).await.unwrap();
        let names: Vec<_> = line.iter().map(|seen| seen.full_name.as_deref()).collect();
        assert_eq!(names, [Some("NGUYỄN VĂN THỬ"), None]);
        assert!(queue::of_day(&mut tx, "dn-hai-chau", DAY).await.unwrap().is_empty());
        let day = queue::of_office(&mut tx, OFFICE, DAY).await.unwrap();
        assert_eq!((day.version, day.last_number, day.passed), (2, 2, 0));
        assert_eq!(queue::of_office(&mut tx, "dn-hai-chau", DAY).await.unwrap(), Day::default());
    }

    async fn what_is_changed_meanwhile_is_stale(db) {
        let ticket = comes(&db.store, None).await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        let (mut one, mut other) = (called(&ticket, 1), called(&ticket, 2));
        queue::update(&mut tx, &mut one).await.unwrap();
        assert_eq!(one.version, 2);
        assert!(matches!(queue::update(&mut tx, &mut other).await, Err(StoreError::Stale("queue_ticket"))));
        drop(tx);
    }

    async fn one_live_ticket_a_dossier_and_one_person_a_station(db) {
        let dossier_id = arrived(&db.store, 1).await;
        let first = comes(&db.store, Some(dossier_id.clone())).await.unwrap();
        let again = comes(&db.store, Some(dossier_id.clone())).await.unwrap_err();
        assert_eq!(again.constraint(), Some(Constraint::QueueTicketOneLivePerDossier));
        let second = comes(&db.store, None).await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        queue::update(&mut tx, &mut called(&first, 3)).await.unwrap();
        let refused = queue::update(&mut tx, &mut called(&second, 3)).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::QueueTicketOnePerStation));
        drop(tx);
        let mut tx = db.store.begin().await.unwrap();
        let mut same = ticket(1, None);
        same.id = "other".into();
        same.key_hash = "other".into();
        let refused = queue::insert(&mut tx, &same).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::QueueTicketNumberUnique));
        drop(tx);
        // Whoever is closed can come back.
        let mut tx = db.store.begin().await.unwrap();
        assert!(queue::end_of_dossier(&mut tx, &dossier_id, clock(200)).await.unwrap());
        assert!(!queue::end_of_dossier(&mut tx, &dossier_id, clock(201)).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(comes(&db.store, Some(dossier_id)).await.unwrap().number, 3);
    }

    async fn who_is_received_stands_at_the_station_and_is_done_when_they_leave(db) {
        let (called_one, uncalled) = (arrived(&db.store, 1).await, arrived(&db.store, 2).await);
        let first = comes(&db.store, Some(called_one.clone())).await.unwrap();
        comes(&db.store, Some(uncalled.clone())).await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        queue::update(&mut tx, &mut called(&first, 2)).await.unwrap();
        for dossier_id in [&called_one, &uncalled] {
            queue::serve_of_dossier(&mut tx, dossier_id, clock(300)).await.unwrap();
        }
        let stations: Vec<_> = queue::of_day(&mut tx, OFFICE, DAY).await.unwrap();
        let stations: Vec<_> = stations.iter().map(|seen| (seen.ticket.state, seen.ticket.station)).collect();
        assert_eq!(stations, [(TicketState::Serving, Some(2)), (TicketState::Serving, None)]);
        queue::end_of_dossier(&mut tx, &called_one, clock(300 + 14 * 60 + 59)).await.unwrap();
        queue::end_of_dossier(&mut tx, &uncalled, clock(300 + 9 * 60)).await.unwrap();
        let minutes = queue::minutes_served(&mut tx, OFFICE, "card", clock(0), 10).await.unwrap();
        assert_eq!(minutes, [14, 9]);
        assert!(queue::minutes_served(&mut tx, OFFICE, "account", clock(0), 10).await.unwrap().is_empty());
        assert_eq!(queue::minutes_served(&mut tx, OFFICE, "card", clock(0), 1).await.unwrap(), [14]);
        tx.commit().await.unwrap();
    }

    async fn what_is_left_of_a_day_is_closed_the_day_after(db) {
        comes(&db.store, None).await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        queue::bump(&mut tx, "dn-hai-chau", DAY).await.unwrap();
        assert_eq!(queue::left_over(&mut tx, DAY, clock(9)).await.unwrap(), 0);
        let tomorrow = DAY.tomorrow().unwrap();
        assert_eq!(queue::left_over(&mut tx, tomorrow, clock(90_000)).await.unwrap(), 1);
        let left = queue::of_day(&mut tx, OFFICE, DAY).await.unwrap();
        assert_eq!(left[0].ticket.state, TicketState::Absent);
        // A day without tickets is forgotten, one with tickets stays.
        assert_eq!(queue::of_office(&mut tx, "dn-hai-chau", DAY).await.unwrap().version, 0);
        assert_eq!(queue::of_office(&mut tx, OFFICE, DAY).await.unwrap().version, 1);
        tx.commit().await.unwrap();
    }

    /// Story: two officers press "next" at the same moment, and both call number 12.
    async fn two_who_call_at_once_get_two_people(db) {
        const STATIONS: u8 = 8;
        for _ in 0..20 {
            comes(&db.store, None).await.unwrap();
        }
        let mut called = BTreeSet::new();
        for round in 0..3_u8 {
            let together = Arc::new(Barrier::new(usize::from(STATIONS)));
            let calls: Vec<_> = (1..=STATIONS)
                .map(|station| {
                    let (store, together) = (db.store.clone(), together.clone());
                    // Every round has stations of its own: the people of the round before are still there.
                    tokio::spawn(async move {
                        together.wait().await;
                        calls_next(&store, round * STATIONS + station).await
                    })
                })
                .collect();
            for call in calls {
                if let Some(number) = call.await.unwrap() {
                    assert!(called.insert(number), "{number} was called twice");
                }
            }
        }
        assert_eq!(called, (1..=20).collect());
        let mut tx = db.store.read().await.unwrap();
        assert_eq!(queue::of_office(&mut tx, OFFICE, DAY).await.unwrap().last_number, 20);
    }

    async fn numbers_given_at_once_are_all_different(db) {
        let givings: Vec<_> = (0..24)
            .map(|_| {
                let store = db.store.clone();
                tokio::spawn(async move { comes(&store, None).await.unwrap().number })
            })
            .collect();
        let mut numbers = BTreeSet::new();
        for giving in givings {
            assert!(numbers.insert(giving.await.unwrap()));
        }
        assert_eq!(numbers, (1..=24).collect());
    }

    async fn a_forgotten_dossier_takes_its_tickets_along(db) {
        let dossier_id = arrived(&db.store, 1).await;
        comes(&db.store, Some(dossier_id.clone())).await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        queue::end_of_dossier(&mut tx, &dossier_id, clock(10)).await.unwrap();
        let mut dossier = dossiers::by_id(&mut tx, &dossier_id).await.unwrap().unwrap();
        (dossier.is_open, dossier.state) = (false, "handed_over".into());
        dossiers::update(&mut tx, &mut dossier).await.unwrap();
        assert!(eid_store::own_data::forget_dossier(&mut tx, &dossier_id).await.unwrap());
        assert!(queue::of_day(&mut tx, OFFICE, DAY).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }
}

//! The queue of those who wait, and places kept for one of them.

use crate::support::{OFFICE, booked, both, clock, dossier, hash, hold, places, tick};
use eid_store::{
    Store, appointments, closures,
    holds::{self, Moved, NewHold, Taken},
    testing::TestDatabase,
    waiting::{self, Entry, EntryState, NewOffer, OfferState},
};
use jiff::{SignedDuration, Timestamp, civil::date};
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

pub(crate) fn entry(n: usize, kind: &str, joined: i64) -> Entry {
    Entry {
        id: format!("e{n:03}"),
        dossier_id: dossier(n).id,
        kind: kind.into(),
        exception_id: None,
        offices: vec![OFFICE.into(), "hcm-quan-10".into()],
        from: date(2026, 11, 23),
        to: date(2026, 11, 23),
        earliest: None,
        latest: None,
        visit_at: tick(100),
        service: "new_card".into(),
        age_group: "adult".into(),
        ticks: 2,
        state: EntryState::Waiting,
        silent: 0,
        created_at: clock(joined),
        family_id: None,
    }
}

/// A person with a visit late in the day who waits for an earlier one.
async fn waits(store: &Store, n: usize, kind: &str, joined: i64) -> Entry {
    booked(store, n, 100, &[60, 60]).await;
    let entry = entry(n, kind, joined);
    let mut tx = store.begin().await.unwrap();
    waiting::insert(&mut tx, &entry).await.unwrap();
    tx.commit().await.unwrap();
    entry
}

/// Offers the place at `first` to one; true where it is theirs now.
async fn offer(
    store: &Store,
    entry: &Entry,
    place: usize,
    first: i64,
    capacities: &[u16],
    now: Timestamp,
) -> bool {
    let mut tx = store.begin().await.unwrap();
    if !waiting::claim(&mut tx, &entry.id).await.unwrap() {
        tx.rollback().await.unwrap();
        return false;
    }
    let expires_at = now + SignedDuration::from_mins(30);
    let wanted = NewOffer {
        id: &format!("o{place}"),
        entry_id: &entry.id,
        dossier_id: &entry.dossier_id,
        place: &NewHold {
            id: &hash(place),
            office_id: OFFICE,
            starts_at: tick(first),
            capacities,
            service: "new_card",
            age_group: "adult",
            expires_at: expires_at + SignedDuration::from_mins(2),
            source_hash: "waiting",
            now,
        },
        expires_at,
    };
    let kept = waiting::keep(&mut tx, &wanted).await.unwrap();
    if kept {
        tx.commit().await.unwrap();
    } else {
        tx.rollback().await.unwrap();
    }
    kept
}

both! {
    async fn closed_days_first_then_who_joined_first(db) {
        for (n, kind, joined) in
            [(1, "earlier", 20), (4, "earlier", 10), (2, "earlier", 10), (3, "closure", 30), (5, "closure", 40)]
        {
            waits(&db.store, n, kind, joined).await;
        }
        let mut tx = db.store.read().await.unwrap();
        let queue = waiting::to_offer(&mut tx, OFFICE, 10).await.unwrap();
        let ids: Vec<&str> = queue.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["e003", "e005", "e002", "e004", "e001"], "the id settles what is left");
        assert_eq!(queue[0].offices, [OFFICE, "hcm-quan-10"]);
        assert_eq!(waiting::offices_waited_for(&mut tx).await.unwrap(), [OFFICE, "hcm-quan-10"]);
        assert!(waiting::waits_at(&mut tx, "hcm-quan-10").await.unwrap());
        assert!(!waiting::waits_at(&mut tx, "dn-hai-chau").await.unwrap());
    }

    async fn one_open_entry_a_dossier(db) {
        let first = waits(&db.store, 1, "earlier", 0).await;
        let mut tx = db.store.begin().await.unwrap();
        let again = Entry { id: "again".into(), ..first.clone() };
        assert!(waiting::insert(&mut tx, &again).await.is_err());
        drop(tx);
        let mut tx = db.store.begin().await.unwrap();
        assert!(waiting::end(&mut tx, &first.id, EntryState::Withdrawn, clock(1)).await.unwrap());
        assert!(!waiting::end(&mut tx, &first.id, EntryState::Withdrawn, clock(1)).await.unwrap());
        waiting::insert(&mut tx, &again).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn an_offer_is_taken_once_and_frees_the_old_place(db) {
        let entry = waits(&db.store, 1, "earlier", 0).await;
        assert!(offer(&db.store, &entry, 50, 0, &[1, 1], clock(10)).await);
        assert!(!offer(&db.store, &entry, 51, 2, &[1, 1], clock(10)).await, "one at a time");
        let mut tx = db.store.begin().await.unwrap();
        let open = waiting::open_offer(&mut tx, &entry.id).await.unwrap().unwrap();
        assert!(waiting::settle(&mut tx, &open, OfferState::Taken, clock(20)).await.unwrap());
        assert!(!waiting::settle(&mut tx, &open, OfferState::Declined, clock(20)).await.unwrap());
        assert!(waiting::end(&mut tx, &entry.id, EntryState::Taken, clock(20)).await.unwrap());
        let visit = appointments::latest_of_dossier(&mut tx, &entry.dossier_id).await.unwrap().unwrap();
        let moved = holds::move_booked(&mut tx, &visit.reservation_id, &open.reservation_id, clock(20)).await.unwrap();
        let Moved::To(place) = moved else { panic!("{moved:?}") };
        appointments::relocate(&mut tx, &visit, &place).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(20)).await, [(1, 1), (1, 1), (60, 0), (60, 0)]);
    }

    async fn of_many_servers_one_keeps_each_place_for_one(db) {
        const WAITING: usize = 20;
        const PLACES: u16 = 6;
        let mut queue = Vec::new();
        for n in 0..WAITING {
            queue.push(waits(&db.store, n, "earlier", n as i64).await);
        }
        // Four servers go through the queue while ordinary people take what they can.
        let mut tasks = Vec::new();
        for server in 0..4 {
            let (store, queue) = (db.store.clone(), queue.clone());
            tasks.push(tokio::spawn(async move {
                let mut kept = Vec::new();
                for (n, entry) in queue.iter().enumerate() {
                    let place = 1_000 + server * 100 + n;
                    if offer(&store, entry, place, 0, &[PLACES, PLACES], clock(10)).await {
                        kept.push(n);
                    }
                }
                kept
            }));
        }
        let others: Vec<_> = (0..10).map(|n| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                let taken = hold(&mut tx, 2_000 + n, 0, &[PLACES, PLACES], clock(10)).await.unwrap();
                tx.commit().await.unwrap();
                matches!(taken, Taken::Held(_))
            })
        }).collect();
        let mut kept = Vec::new();
        for task in tasks {
            kept.extend(task.await.unwrap());
        }
        let mut ordinary = 0;
        for other in others {
            ordinary += usize::from(other.await.unwrap());
        }
        kept.sort_unstable();
        assert_eq!(kept.len() + ordinary, usize::from(PLACES));
        // In the order of the queue, without a gap: nobody behind has what somebody before has not.
        assert_eq!(kept, (0..kept.len()).collect::<Vec<_>>());
        let touched = places(&db.store, clock(10)).await;
        assert_eq!(touched[..2], [(PLACES, PLACES), (PLACES, PLACES)]);
    }

    async fn what_nobody_answers_to_is_due_and_so_is_what_has_gone(db) {
        let first = waits(&db.store, 1, "earlier", 0).await;
        let second = waits(&db.store, 2, "earlier", 1).await;
        assert!(offer(&db.store, &first, 50, 0, &[1, 1], clock(0)).await);
        assert!(offer(&db.store, &second, 51, 4, &[1, 1], clock(0)).await);
        let mut tx = db.store.begin().await.unwrap();
        assert!(waiting::due(&mut tx, clock(1_799), 10).await.unwrap().is_empty());
        assert_eq!(waiting::due(&mut tx, clock(1_800), 10).await.unwrap().len(), 2);
        holds::release(&mut tx, &hash(51)).await.unwrap();
        let gone = waiting::due(&mut tx, clock(1), 10).await.unwrap();
        assert_eq!(gone.len(), 1);
        assert_eq!(gone[0].entry_id, second.id);
        assert!(waiting::settle(&mut tx, &gone[0], OfferState::Withdrawn, clock(1)).await.unwrap());
        assert_eq!(waiting::silent(&mut tx, &first.id).await.unwrap(), 1);
        assert_eq!(waiting::silent(&mut tx, &first.id).await.unwrap(), 2);
        tx.commit().await.unwrap();
    }

    async fn a_closed_tick_takes_nobody_whatever_is_given_back(db) {
        let visit = booked(&db.store, 1, 0, &[3, 3]).await;
        let mut tx = db.store.begin().await.unwrap();
        assert!(matches!(hold(&mut tx, 2, 1, &[3, 3], clock(0)).await.unwrap(), Taken::Held(_)));
        tx.commit().await.unwrap();
        let ticks: Vec<Timestamp> = (0..6).map(tick).collect();
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(closures::count_held(&mut tx, OFFICE, tick(0), tick(6), clock(0)).await.unwrap(), 1);
        closures::close_ticks(&mut tx, OFFICE, tick(0), tick(6), &ticks).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, [(1, 1), (1, 1), (0, 0), (0, 0), (0, 0), (0, 0)]);
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(hold(&mut tx, 3, 4, &[3, 3], clock(0)).await.unwrap(), Taken::Full);
        appointments::set_state(
            &mut tx,
            &visit.id,
            appointments::AppointmentState::Booked,
            appointments::AppointmentState::Cancelled,
            None,
        ).await.unwrap();
        assert!(holds::release_booked(&mut tx, &visit.reservation_id).await.unwrap());
        assert_eq!(hold(&mut tx, 4, 0, &[3, 3], clock(0)).await.unwrap(), Taken::Full);
        tx.commit().await.unwrap();
        assert_eq!(places(&db.store, clock(0)).await, [(0, 0); 6]);
    }

    async fn a_server_killed_while_passing_on_leaves_the_place_with_one_of_them(db) {
        let first = waits(&db.store, 1, "earlier", 0).await;
        waits(&db.store, 2, "earlier", 1).await;
        assert!(offer(&db.store, &first, 50, 0, &[1, 1], clock(0)).await);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["waiting::passes_on_until_it_is_killed", "--exact", "--ignored", "--nocapture"])
            .env("EID_CRASH_URL", &db.url)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = 0;
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            told += usize::from(line.unwrap().starts_with("passed on "));
            if told == 25 {
                child.kill().unwrap();
            }
        }
        assert!(!child.wait().unwrap().success());
        // Opened anew, as after a crash.
        let store = TestDatabase::open(&db.url).await.unwrap();
        assert_eq!(store.check_invariants().await.unwrap(), Vec::<String>::new());
        assert_eq!(places(&store, clock(0)).await[..2], [(1, 1), (1, 1)], "kept for one of them, never for none");
        let mut tx = store.read().await.unwrap();
        let mut open = 0;
        for id in ["e001", "e002"] {
            open += usize::from(waiting::open_offer(&mut tx, id).await.unwrap().is_some());
        }
        assert_eq!(open, 1);
        drop(tx);
        store.close().await;
    }
}

/// The child of the test above: settles the one's offer and keeps the place for the other, in one transaction, again and
/// again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "runs until it is killed"]
async fn passes_on_until_it_is_killed() {
    let Ok(url) = std::env::var("EID_CRASH_URL") else {
        return;
    };
    let store = TestDatabase::open(&url).await.unwrap();
    for n in 0..usize::MAX {
        let (from, to) = if n % 2 == 0 { (1, 2) } else { (2, 1) };
        let mut tx = store.begin().await.unwrap();
        let open = waiting::open_offer(&mut tx, &format!("e{from:03}"))
            .await
            .unwrap()
            .unwrap();
        assert!(
            waiting::settle(&mut tx, &open, OfferState::Silent, clock(0))
                .await
                .unwrap()
        );
        assert!(waiting::claim(&mut tx, &format!("e{to:03}")).await.unwrap());
        assert!(holds::release(&mut tx, &open.reservation_id).await.unwrap());
        let next = NewOffer {
            id: &format!("next{n}"),
            entry_id: &format!("e{to:03}"),
            dossier_id: &dossier(to).id,
            place: &NewHold {
                id: &hash(10_000 + n),
                office_id: OFFICE,
                starts_at: tick(0),
                capacities: &[1, 1],
                service: "new_card",
                age_group: "adult",
                expires_at: clock(1_920),
                source_hash: "waiting",
                now: clock(0),
            },
            expires_at: clock(1_800),
        };
        assert!(waiting::keep(&mut tx, &next).await.unwrap());
        tx.commit().await.unwrap();
        println!("passed on {n}");
    }
}

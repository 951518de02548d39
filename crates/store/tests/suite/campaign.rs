//! Stops, the lists of schools, and wishes for a visit at home.

use crate::support::{both, clock, dossier, hash, tick};
use eid_store::{
    closures, dossiers,
    holds::{self, NewHold, Taken},
    home_visits::{self, HomeVisit, HomeVisitState, Settled},
    pupils::{self, Pupil},
    retention::{self, Cutoffs},
    stops::{self, Stop, StopState},
};
use jiff::{SignedDuration, Timestamp, civil::date};

fn stop(n: usize) -> Stop {
    Stop {
        id: format!("ld-{n}"),
        office_id: "hcm-pc06".into(),
        kind: "school".into(),
        date: date(2026, 11, 23),
        ends_at: tick(100),
        is_public: false,
        state: StopState::Planned,
        data: "{}".into(),
        staff_id: "s1".into(),
        created_at: clock(0),
        version: 1,
    }
}

fn pupil(stop: &str, n: usize) -> Pupil {
    Pupil {
        stop_id: stop.into(),
        personal_number: dossier(n).personal_number,
        class_name: "9A".into(),
        dossier_id: dossier(n).id,
        created_at: clock(1),
    }
}

pub(super) fn wish(id: &str, n: usize) -> HomeVisit {
    HomeVisit {
        id: id.into(),
        key_hash: format!("key {id}"),
        state: HomeVisitState::Open,
        cause: "elderly".into(),
        service: "card".into(),
        ground: "new_14".into(),
        full_name: "NGUYỄN VĂN THỬ".into(),
        personal_number: dossier(n).personal_number,
        birth_date: "1940".into(),
        representative_name: None,
        neighbourhood: "Khu phố 4".into(),
        street: "12 Đường Mẫu".into(),
        commune: "Phường Bến Thành".into(),
        commune_code: "26743".into(),
        province_code: "79".into(),
        phone: "+84900000000".into(),
        wishes: String::new(),
        lang: "vi".into(),
        reason: None,
        stop_id: None,
        dossier_id: None,
        created_at: clock(0),
        ended_at: None,
    }
}

fn place<'a>(id: &'a str, office: &'a str, capacities: &'a [u16], now: Timestamp) -> NewHold<'a> {
    NewHold {
        id,
        office_id: office,
        starts_at: tick(0),
        capacities,
        service: "card",
        age_group: "from_14_to_59",
        expires_at: now + SignedDuration::from_mins(10),
        source_hash: "source",
        now,
    }
}

both! {
    async fn a_stop_is_kept_found_and_cancelled_once(db) {
        let mut tx = db.store.begin().await.unwrap();
        let before = stops::mark(&mut tx).await.unwrap();
        stops::insert(&mut tx, &stop(1)).await.unwrap();
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        assert_eq!(stops::lock(&mut tx, "ld-1").await.unwrap(), Some(stop(1)));
        assert_eq!(stops::of_office(&mut tx, "hcm-pc06", date(2026, 11, 23)).await.unwrap(), [stop(1)]);
        assert_eq!(stops::of_office(&mut tx, "hcm-pc06", date(2026, 11, 24)).await.unwrap(), []);
        let planned = stops::mark(&mut tx).await.unwrap();
        assert!(stops::cancel(&mut tx, "ld-1").await.unwrap());
        assert!(!stops::cancel(&mut tx, "ld-1").await.unwrap());
        let cancelled = stops::mark(&mut tx).await.unwrap();
        assert!(before != planned && planned != cancelled);
        assert_eq!(stops::by_id(&mut tx, "ld-1").await.unwrap().unwrap().state, StopState::Cancelled);
        tx.commit().await.unwrap();
    }

    async fn a_stop_is_never_oversold_and_closes_like_an_office(db) {
        let now = clock(0);
        let mut tx = db.store.begin().await.unwrap();
        stops::insert(&mut tx, &stop(1)).await.unwrap();
        // Its ticks are its own: the office's are untouched.
        for n in 0..3 {
            let id = hash(n);
            let taken = holds::create(&mut tx, &place(&id, "ld-1", &[2, 2], now)).await.unwrap();
            assert_eq!(matches!(taken, Taken::Held(_)), n < 2, "{n}");
        }
        let id = hash(9);
        let elsewhere = holds::create(&mut tx, &place(&id, "hcm-pc06", &[1, 1], now)).await.unwrap();
        assert!(matches!(elsewhere, Taken::Held(_)));
        closures::close_ticks(&mut tx, "ld-1", tick(0), tick(2), &[tick(0), tick(1)]).await.unwrap();
        let id = hash(10);
        assert_eq!(holds::create(&mut tx, &place(&id, "ld-1", &[2, 2], now)).await.unwrap(), Taken::Full);
        tx.commit().await.unwrap();
    }

    async fn the_same_pupil_is_listed_once(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in [1, 2] {
            stops::insert(&mut tx, &stop(n)).await.unwrap();
        }
        assert!(pupils::insert(&mut tx, &pupil("ld-1", 1)).await.unwrap());
        let other = Pupil { class_name: "9B".into(), dossier_id: "other".into(), ..pupil("ld-1", 1) };
        assert!(!pupils::insert(&mut tx, &other).await.unwrap());
        assert!(pupils::insert(&mut tx, &pupil("ld-2", 1)).await.unwrap());
        let listed = pupils::of_stop(&mut tx, "ld-1").await.unwrap();
        assert!(listed == [pupil("ld-1", 1)]);
        tx.commit().await.unwrap();
    }

    async fn lists_at_once_take_turns(db) {
        let mut tx = db.store.begin().await.unwrap();
        stops::insert(&mut tx, &stop(1)).await.unwrap();
        tx.commit().await.unwrap();
        let lists = (0..4).map(|_| {
            let store = db.store.clone();
            tokio::spawn(async move {
                let mut tx = store.begin().await.unwrap();
                stops::lock(&mut tx, "ld-1").await.unwrap().unwrap();
                let mut fresh = 0;
                for n in 0..20 {
                    fresh += usize::from(pupils::insert(&mut tx, &pupil("ld-1", n)).await.unwrap());
                }
                tx.commit().await.unwrap();
                fresh
            })
        });
        let mut fresh = Vec::new();
        for list in lists.collect::<Vec<_>>() {
            fresh.push(list.await.unwrap());
        }
        fresh.sort_unstable();
        assert_eq!(fresh, [0, 0, 0, 20]);
    }

    async fn open_dossiers_among_many(db) {
        let mut tx = db.store.begin().await.unwrap();
        for n in 0..3 {
            let mut one = dossier(n);
            one.is_open = n != 1;
            dossiers::insert(&mut tx, &one).await.unwrap();
        }
        let numbers: Vec<String> = (0..1_200).map(|n| dossier(n).personal_number).collect();
        let asked: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let open = dossiers::open_among(&mut tx, &asked).await.unwrap();
        assert_eq!(open.into_iter().collect::<Vec<_>>(), [dossier(0).personal_number, dossier(2).personal_number]);
        assert!(dossiers::open_among(&mut tx, &[]).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn one_open_wish_a_person(db) {
        let mut tx = db.store.begin().await.unwrap();
        stops::insert(&mut tx, &stop(1)).await.unwrap();
        assert!(home_visits::insert(&mut tx, &wish("A", 1)).await.unwrap());
        assert!(!home_visits::insert(&mut tx, &wish("B", 1)).await.unwrap());
        assert!(home_visits::insert(&mut tx, &wish("C", 2)).await.unwrap());
        let open = home_visits::open_in(&mut tx, "79", 10).await.unwrap();
        assert_eq!(open.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["A", "C"]);
        assert!(home_visits::open_in(&mut tx, "48", 10).await.unwrap().is_empty());

        let planned = Settled::Planned { stop_id: "ld-1", dossier_id: "d1" };
        assert!(home_visits::settle(&mut tx, "A", planned, tick(100)).await.unwrap());
        assert!(!home_visits::settle(&mut tx, "A", Settled::Withdrawn, tick(100)).await.unwrap());
        assert_eq!(home_visits::of_stop(&mut tx, "ld-1").await.unwrap().len(), 1);
        assert!(home_visits::reopen(&mut tx, "A").await.unwrap());
        assert!(!home_visits::reopen(&mut tx, "A").await.unwrap());
        assert!(home_visits::settle(&mut tx, "A", planned, tick(100)).await.unwrap());
        // They have asked again meanwhile: the first stays as it is.
        assert!(home_visits::insert(&mut tx, &wish("B", 1)).await.unwrap());
        assert!(!home_visits::reopen(&mut tx, "A").await.unwrap());
        tx.commit().await.unwrap();
    }

    async fn lists_and_wishes_go_when_they_are_over(db) {
        let mut tx = db.store.begin().await.unwrap();
        stops::insert(&mut tx, &stop(1)).await.unwrap();
        stops::insert(&mut tx, &Stop { ends_at: tick(10_000), ..stop(2) }).await.unwrap();
        for id in ["ld-1", "ld-2"] {
            pupils::insert(&mut tx, &pupil(id, 1)).await.unwrap();
        }
        home_visits::insert(&mut tx, &wish("A", 1)).await.unwrap();
        home_visits::insert(&mut tx, &wish("B", 2)).await.unwrap();
        home_visits::settle(&mut tx, "A", Settled::Withdrawn, tick(0)).await.unwrap();
        let never = Timestamp::MIN;
        let cutoffs = Cutoffs { lapsed: never, answers: never, messages: tick(200), places: never };
        while retention::purge(&mut tx, &cutoffs).await.unwrap() > 0 {}
        assert!(pupils::of_stop(&mut tx, "ld-1").await.unwrap().is_empty());
        assert_eq!(pupils::of_stop(&mut tx, "ld-2").await.unwrap().len(), 1);
        assert!(home_visits::by_id(&mut tx, "A").await.unwrap().is_none());
        assert!(home_visits::by_id(&mut tx, "B").await.unwrap().is_some(), "an open wish stays");
        tx.commit().await.unwrap();
    }
}

//! Notices of stays, and the places with a sign-in of their own.

use crate::support::{both, clock, hash};
use eid_store::{
    Constraint, StoreError, retention,
    stays::{self, Area, Stay},
    venues::{self, Venue, VenueCheck, VenueSession},
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 23);

fn venue(id: &str, username: &str) -> Venue {
    Venue {
        id: id.into(),
        kind: "lodging".into(),
        name: "Nhà nghỉ Mẫu".into(),
        line: "12 Lê Lợi".into(),
        commune_code: "26740".into(),
        province_code: "79".into(),
        phone: "+842838387342".into(),
        username: username.into(),
        password_hash: None,
        password_until: Some(clock(500)),
        disabled: false,
    }
}

fn stay(id: &str, venue_id: &str) -> Stay {
    Stay {
        id: id.into(),
        account_id: None,
        venue_id: Some(venue_id.into()),
        personal_number: "098085000001".into(),
        full_name: "Nguyễn Thị Mẫu".into(),
        birth_date: "1985-08-15".into(),
        reason: "tourism".into(),
        arrives: TODAY,
        late: true,
        leaves: date(2026, 11, 25),
        line: "12 Lê Lợi".into(),
        commune_code: "26740".into(),
        province_code: "79".into(),
        filed_at: clock(0),
        corrected_at: None,
        withdrawn_at: None,
        withdrawn_for: None,
        disputed_at: None,
        ends_at: clock(1_000),
        version: 1,
    }
}

fn ids(found: &[Stay]) -> Vec<&str> {
    found.iter().map(|stay| stay.id.as_str()).collect()
}

both! {
    async fn a_notice_is_found_by_its_filer_its_guest_and_its_area_and_stored_once_a_version(db) {
        let mut tx = db.store.begin().await.unwrap();
        venues::put(&mut tx, &venue("v1", "hoasen")).await.unwrap();
        let one = stay("s1", "v1");
        stays::insert(&mut tx, &one).await.unwrap();
        let elsewhere = Stay { commune_code: "26743".into(), arrives: date(2026, 11, 24), personal_number: "098085000002".into(), ..stay("s2", "v1") };
        stays::insert(&mut tx, &elsewhere).await.unwrap();
        assert!(stays::by_id(&mut tx, "s1").await.unwrap().unwrap() == one);
        assert_eq!(ids(&stays::of_venue(&mut tx, "v1", TODAY, 9).await.unwrap()), ["s1"]);
        assert_eq!(ids(&stays::of_person(&mut tx, "098085000002", 9).await.unwrap()), ["s2"]);
        assert!(stays::of_account(&mut tx, "v1", 9).await.unwrap().is_empty());
        for (area, day, wanted) in [
            (Area::Commune("26740"), TODAY, vec!["s1"]),
            (Area::Commune("26743"), TODAY, vec![]),
            (Area::Province("79"), date(2026, 11, 24), vec!["s2"]),
            (Area::Province("48"), TODAY, vec![]),
        ] {
            assert_eq!(ids(&stays::of_area(&mut tx, area, day, 9).await.unwrap()), wanted, "{area:?} {day}");
        }
        let mut stale = one.clone();
        let mut fresh = one;
        fresh.disputed_at = Some(clock(5));
        stays::update(&mut tx, &mut fresh).await.unwrap();
        assert_eq!(fresh.version, 2);
        stale.withdrawn_at = Some(clock(6));
        stale.withdrawn_for = Some("mistake".into());
        assert!(matches!(stays::update(&mut tx, &mut stale).await, Err(StoreError::Stale("stay"))));
        assert_eq!(stays::by_id(&mut tx, "s1").await.unwrap().unwrap().disputed_at, Some(clock(5)));
        tx.commit().await.unwrap();
    }

    async fn a_notice_has_one_filer_and_ends_after_it_begins(db) {
        let mut tx = db.store.begin().await.unwrap();
        venues::put(&mut tx, &venue("v1", "hoasen")).await.unwrap();
        tx.commit().await.unwrap();
        let wrong = [
            Stay { venue_id: None, ..stay("s1", "v1") },
            Stay { leaves: date(2026, 11, 22), ..stay("s1", "v1") },
            Stay { withdrawn_at: Some(clock(1)), ..stay("s1", "v1") },
        ];
        for wrong in wrong {
            let mut tx = db.store.begin().await.unwrap();
            assert!(stays::insert(&mut tx, &wrong).await.is_err());
        }
    }

    async fn a_user_name_is_one_places_and_sessions_end_with_time_and_by_hand(db) {
        let mut tx = db.store.begin().await.unwrap();
        venues::put(&mut tx, &venue("v1", "hoasen")).await.unwrap();
        let renamed = Venue { name: "Nhà nghỉ Khác".into(), disabled: true, ..venue("v1", "hoasen") };
        venues::put(&mut tx, &renamed).await.unwrap();
        assert!(venues::by_username(&mut tx, "hoasen").await.unwrap().unwrap() == renamed);
        assert_eq!(venues::list(&mut tx).await.unwrap().len(), 1);
        let session = |n: usize| VenueSession { hash: hash(n), venue_id: "v1".into(), seen_at: clock(0), expires_at: clock(100) };
        for n in 0..3 {
            venues::begin_session(&mut tx, &session(n)).await.unwrap();
        }
        let live = async |tx: &mut eid_store::Tx, n: usize, at: i64| venues::live_session(tx, &hash(n), clock(at), clock(at - 50)).await.unwrap().is_some();
        assert!(live(&mut tx, 0, 49).await);
        assert!(!live(&mut tx, 0, 50).await, "idle");
        venues::touch(&mut tx, &hash(0), clock(60)).await.unwrap();
        assert!(live(&mut tx, 0, 99).await);
        assert!(!live(&mut tx, 0, 100).await, "over");
        venues::shift(&mut tx, jiff::SignedDuration::from_secs(50)).await.unwrap();
        assert!(live(&mut tx, 0, 149).await);
        venues::end_session(&mut tx, &hash(0)).await.unwrap();
        venues::end_sessions(&mut tx, "v1", &hash(1)).await.unwrap();
        assert_eq!([live(&mut tx, 0, 60).await, live(&mut tx, 1, 60).await, live(&mut tx, 2, 60).await], [false, true, false]);
        tx.commit().await.unwrap();
        let mut tx = db.store.begin().await.unwrap();
        let refused = venues::put(&mut tx, &venue("v2", "hoasen")).await.unwrap_err();
        assert_eq!(refused.constraint(), Some(Constraint::VenueUsernameUnique));
    }

    async fn checks_are_a_days_and_all_of_it_goes_in_time(db) {
        let mut tx = db.store.begin().await.unwrap();
        venues::put(&mut tx, &venue("v1", "hoasen")).await.unwrap();
        for (n, at) in [(1, 10), (2, 20), (3, 30)] {
            let check = VenueCheck { id: format!("c{n}"), venue_id: "v1".into(), at: clock(at), state: "valid".into(), said_sealed: "x".into(), expires_at: clock(at + 100) };
            venues::note_check(&mut tx, &check).await.unwrap();
        }
        let seen = async |tx: &mut eid_store::Tx, from: i64, until: i64, now: i64| -> Vec<String> {
            let found = venues::checks(tx, "v1", (clock(from), clock(until)), clock(now), 9).await.unwrap();
            found.into_iter().map(|check| check.id).collect()
        };
        assert_eq!(seen(&mut tx, 10, 30, 50).await, ["c2", "c1"]);
        assert_eq!(seen(&mut tx, 0, 99, 120).await, ["c3"], "what is over is shown no more, deleted or not");
        stays::insert(&mut tx, &stay("s1", "v1")).await.unwrap();
        let session = VenueSession { hash: hash(1), venue_id: "v1".into(), seen_at: clock(0), expires_at: clock(100) };
        venues::begin_session(&mut tx, &session).await.unwrap();
        let cut = |at: i64| retention::Cutoffs { lapsed: clock(at), answers: clock(at), messages: clock(at), places: clock(at) };
        assert_eq!(retention::purge(&mut tx, &cut(100)).await.unwrap(), 0);
        assert_eq!(retention::purge(&mut tx, &cut(121)).await.unwrap(), 3, "two checks and the session");
        assert!(stays::by_id(&mut tx, "s1").await.unwrap().is_some());
        assert_eq!(retention::purge(&mut tx, &cut(1_001)).await.unwrap(), 2);
        assert!(stays::by_id(&mut tx, "s1").await.unwrap().is_none());
        tx.commit().await.unwrap();
    }
}

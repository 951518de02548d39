//! Lists of social assistance, payout accounts, and what becomes of them.

use crate::support::{both, clock, dossier};
use eid_store::{
    beneficiaries::{self, Beneficiary},
    dossiers, payouts, retention,
};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 23);

fn listed(number: &str, kind: &str) -> Beneficiary {
    Beneficiary {
        id: format!("{number}{kind}"),
        office_id: "hcm-pc06".into(),
        personal_number: number.into(),
        kind: kind.into(),
        full_name: "Nguyễn Văn Thử".into(),
        name_key: "nguyen van thu".into(),
        birth_date: "1985-08-15".into(),
        commune_code: "26740".into(),
        valid_from: date(2026, 1, 1),
        valid_to: Some(TODAY),
        ends_at: Some(clock(500)),
        phone: None,
        changed_at: clock(0),
        told_at: None,
        notice_id: None,
    }
}

both! {
    async fn a_person_stands_once_a_kind_on_the_list_of_an_office(db) {
        let mut tx = db.store.begin().await.unwrap();
        let one = listed("098085000001", "poor_household");
        beneficiaries::put(&mut tx, &one).await.unwrap();
        beneficiaries::note_told(&mut tx, &one, "n1", clock(1)).await.unwrap();
        // The same again, with another id and name: the row, its id and its message stay.
        let again = Beneficiary { id: "other".into(), full_name: "Nguyễn Văn Thứ".into(), ..one.clone() };
        beneficiaries::put(&mut tx, &again).await.unwrap();
        beneficiaries::put(&mut tx, &Beneficiary { id: "x".into(), office_id: "dn-hai-chau".into(), ..one.clone() }).await.unwrap();
        let found = beneficiaries::among(&mut tx, "hcm-pc06", &["098085000001", "098085000002"]).await.unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].id.as_str(), found[0].full_name.as_str()), (one.id.as_str(), "Nguyễn Văn Thứ"));
        assert_eq!((found[0].told_at, found[0].notice_id.as_deref()), (Some(clock(1)), Some("n1")));
        assert!(beneficiaries::among(&mut tx, "hcm-pc06", &[]).await.unwrap().is_empty());
        tx.commit().await.unwrap();
    }

    async fn a_list_is_valid_from_its_first_to_its_last_day(db) {
        let mut tx = db.store.begin().await.unwrap();
        let number = "098085000001";
        beneficiaries::put(&mut tx, &listed(number, "poor_household")).await.unwrap();
        let open = Beneficiary { valid_from: TODAY, valid_to: None, ends_at: None, ..listed(number, "merit") };
        beneficiaries::put(&mut tx, &open).await.unwrap();
        for (on, kinds) in [
            (date(2025, 12, 31), vec![]),
            (date(2026, 1, 1), vec!["poor_household"]),
            (TODAY, vec!["merit", "poor_household"]),
            (date(2026, 11, 24), vec!["merit"]),
        ] {
            let found = beneficiaries::of_person(&mut tx, number, on).await.unwrap();
            let found: Vec<&str> = found.iter().map(|one| one.kind.as_str()).collect();
            assert_eq!(found, kinds, "{on}");
            assert_eq!(beneficiaries::of_office(&mut tx, "hcm-pc06", on).await.unwrap().len(), kinds.len());
        }
        tx.commit().await.unwrap();
    }

    async fn what_else_is_known_of_a_person(db) {
        let mut tx = db.store.begin().await.unwrap();
        let mut person = dossier(1);
        person.state = "handed_over".into();
        person.is_open = false;
        dossiers::insert(&mut tx, &person).await.unwrap();
        beneficiaries::put(&mut tx, &listed(&person.personal_number, "merit")).await.unwrap();
        beneficiaries::put(&mut tx, &listed("098085999999", "merit")).await.unwrap();
        let known = beneficiaries::of_office(&mut tx, "hcm-pc06", TODAY).await.unwrap();
        let of = |number: &str| known.iter().find(|one| one.listed.personal_number == number).unwrap();
        assert!(of(&person.personal_number).has_card && !of("098085999999").has_card);
        assert!(known.iter().all(|one| !one.has_payout && one.account_state.is_none()));
        tx.commit().await.unwrap();
    }

    async fn a_place_that_ended_and_the_exemption_of_a_dossier_go(db) {
        let mut tx = db.store.begin().await.unwrap();
        let person = dossier(1);
        dossiers::insert(&mut tx, &person).await.unwrap();
        beneficiaries::free(&mut tx, &person.id, "merit").await.unwrap();
        assert_eq!(beneficiaries::freed(&mut tx, &person.id).await.unwrap().as_deref(), Some("merit"));
        assert_eq!(beneficiaries::freed(&mut tx, "nobody").await.unwrap(), None);
        beneficiaries::put(&mut tx, &listed("098085000001", "merit")).await.unwrap();
        let open = Beneficiary { ends_at: None, valid_to: None, ..listed("098085000002", "merit") };
        beneficiaries::put(&mut tx, &open).await.unwrap();
        let cut = clock(1000);
        let cutoffs = retention::Cutoffs { lapsed: cut, answers: cut, messages: cut, places: cut };
        assert_eq!(retention::purge(&mut tx, &cutoffs).await.unwrap(), 1);
        assert_eq!(beneficiaries::of_office(&mut tx, "hcm-pc06", TODAY).await.unwrap().len(), 1);
        assert!(!payouts::remove(&mut tx, "nobody").await.unwrap());
        tx.commit().await.unwrap();
    }
}

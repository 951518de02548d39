//! Nearest known offices, for places without one and for people who ask to be found.

use super::{Finder, Position, Reach, Why, finder, positions};
use crate::data_error::DataError;
use std::sync::LazyLock;

static FINDER: LazyLock<Finder> = LazyLock::new(|| finder().with_positions(positions()));

fn ids(found: &[super::Match]) -> Vec<&'static str> {
    let id = |one: &super::Match| FINDER.offices()[one.office].id.as_str();
    found.iter().map(id).collect()
}

#[test]
fn every_commune_of_the_country_leads_to_its_own_province_or_to_what_is_nearest() {
    let places = FINDER.places();
    assert_eq!((places.provinces().len(), places.communes().len()), (34, 3_321));
    let mut wrong = Vec::new();
    // Every seventh one: all of them would take a debug build too long.
    for commune in places.communes().iter().step_by(7) {
        let province = places.province(commune.province).expect("its province");
        let typed = format!("{}, {}", commune.label(), province.short);
        let known = FINDER
            .offices()
            .iter()
            .any(|office| office.province_code == province.code);
        let hits = FINDER.find(&typed);
        let nearby = hits
            .iter()
            .all(|hit| hit.reach == Reach::Nearby && hit.km.is_some());
        // A ward that is called like its province is found in every province that has one.
        if hits.is_empty() || (nearby == known && commune.name != province.short) {
            wrong.push(typed);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_province_without_an_office_gets_the_nearest_known_ones() {
    for (typed, first) in [
        ("Huế", "dn-lien-chieu"),
        ("Hà Nội", "dn-pc06"),
        ("Biên Hòa", "hcm-di-an"),
        ("Cà Mau", "hcm-"),
        ("Kon Tum", "dn-"),
        ("Vĩnh Long", "hcm-binh-chanh"),
    ] {
        let hits = FINDER.find(typed);
        assert!((1..=6).contains(&hits.len()), "{typed}: {}", hits.len());
        assert!(ids(&hits)[0].starts_with(first), "{typed}: {:?}", ids(&hits));
        assert!(hits.iter().all(|hit| hit.reach == Reach::Nearby), "{typed}");
        assert_ne!(hits[0].why, Why::Listed);
    }
    assert!(FINDER.find("asdfgh").is_empty());
    assert_eq!(
        finder().find("Huế"),
        Vec::new(),
        "nothing is guessed without positions"
    );
}

#[test]
fn near_me_is_in_order_of_distance_and_leaves_out_closed_offices() {
    let ben_thanh = Position::new(10.772, 106.698).expect("a point");
    let found = FINDER.near(ben_thanh);
    assert_eq!(found.len(), 59);
    assert!(
        ids(&found)[..3].contains(&"hcm-quan-1"),
        "{:?}",
        &ids(&found)[..3]
    );
    assert!(found[..40].is_sorted_by_key(|one| one.km));
    assert!(
        found
            .iter()
            .all(|one| one.why == Why::NearYou && FINDER.offices()[one.office].card_intake_enabled)
    );
    let dragon_bridge = Position::new(16.061, 108.227).expect("a point");
    assert!(
        ids(&FINDER.near(dragon_bridge))[..10]
            .iter()
            .all(|id| id.starts_with("dn-"))
    );
    assert!(finder().near(ben_thanh).is_empty());
}

#[test]
fn distances_are_about_right() {
    let at = |lat, lon| Position::new(lat, lon).expect("a point");
    let (hanoi, saigon) = (at(21.02, 105.84), at(10.82, 106.63));
    assert!(
        (1_125..1_150).contains(&hanoi.km_to(saigon)),
        "{}",
        hanoi.km_to(saigon)
    );
    assert_eq!(hanoi.km_to(hanoi), 1);
    assert_eq!(hanoi.km_to(saigon), saigon.km_to(hanoi));
    assert_eq!(Position::new(91.0, 0.0), None);
    assert_eq!(Position::new(f64::NAN, 0.0), None);
    assert!(at(-90.0, -180.0).km_to(at(90.0, 180.0)) > 10_000);
}

#[test]
fn every_office_every_province_and_every_old_province_has_a_position() {
    let positions = positions();
    let places = FINDER.places();
    for office in FINDER
        .offices()
        .iter()
        .filter(|office| office.card_intake_enabled)
    {
        let at = positions.office(office.id.as_str()).expect("every open office");
        let town = positions.province(office.province_code).expect("its province");
        // Côn Đảo lies far out at sea.
        assert!(
            at.km_to(town) < 100 || office.id.as_str() == "hcm-con-dao",
            "{}",
            office.id
        );
    }
    for province in places.provinces() {
        let town = positions.province(province.code).expect(&province.name);
        for code in &province.birth_codes {
            let old = positions.old_province(*code).expect("every old province");
            assert!(old.km_to(town) < 160, "{code}");
        }
    }
}

#[test]
fn bad_rows_are_refused_with_line_and_reason() {
    let header = "kind,code,lat,lon,source\n";
    let refused = |row: &str| -> DataError {
        super::Positions::parse("p.csv", &format!("{header}{row}")).expect_err(row)
    };
    for (row, reason) in [
        ("province,79,10.8,206.6,x", "lon"),
        ("province,79,x,106.6,x", "lat"),
        ("province,7,10.8,106.6,x", "code"),
        ("office,Hcm,10.8,106.6,x", "code"),
        ("planet,79,10.8,106.6,x", "kind"),
        ("office,hcm-a,10.8,106.6,x\noffice,hcm-a,10.8,106.6,x", "twice"),
    ] {
        let text = refused(row).to_string();
        assert!(text.starts_with("p.csv:") && text.contains(reason), "{text}");
    }
}

//! A whole name leads to the place that has it.

use super::{Finder, Reach, Why, finder, positions};
use crate::{place::ProvinceCode, search_key::search_key};
use std::sync::LazyLock;

static FINDER: LazyLock<Finder> = LazyLock::new(|| finder().with_positions(positions()));

/// The province of today that a place lies in.
fn province(why: &Why) -> Option<ProvinceCode> {
    let places = FINDER.places();
    let today = |name: &str| places.provinces().iter().find(|province| province.short == name);
    let before = |name: &str| {
        let old = places.birth_places().iter().find(|old| old.name == name)?;
        places.province_of_birth(old.code)
    };
    let found = match why {
        Why::Province { name } => today(name),
        Why::NewCommune { province, .. } => today(province),
        Why::OldProvince { old, .. } => before(old),
        Why::OldDistrict { province, .. } => before(province),
        Why::OldWard { .. } | Why::Listed | Why::NearYou | Why::Name | Why::Street => None,
    };
    found.map(|province| province.code)
}

/// With what stands before it and without, with its tones and without, in capitals.
fn ways_to_type(name: &str) -> Vec<String> {
    let bare = name.strip_prefix("TP. ").unwrap_or(name);
    let typed = ["", "tỉnh ", "TP ", "T.P "].map(|kind| format!("{kind}{bare}"));
    let plain = typed.iter().map(|typed| search_key(typed));
    plain.chain(typed.clone()).chain([bare.to_uppercase()]).collect()
}

/// Story: "Thanh Hóa" led to Thạnh Hóa in Tây Ninh, 27 km from an office, "Khánh Hòa" to Lào Cai, "Phú Thọ" to a ward of
/// Ho Chi Minh City; and the trip planner, which asks the same finder, said there was time enough.
#[test]
fn every_province_and_every_old_one_is_found_by_its_name_alone() {
    let places = FINDER.places();
    let today = places.provinces().iter().map(|unit| (&unit.short, unit.code));
    let before = places.birth_places().iter().map(|old| {
        let unit = places.province_of_birth(old.code).expect("a province of today");
        (&old.name, unit.code)
    });
    let all: Vec<_> = today.chain(before).collect();
    assert_eq!(all.len(), 34 + 63);
    let mut wrong = Vec::new();
    for (name, code) in all {
        let has_offices = FINDER
            .offices()
            .iter()
            .any(|office| office.province_code == code && office.card_intake_enabled);
        for typed in ways_to_type(name) {
            let answer = FINDER.answer(&typed);
            let recognised = FINDER.recognise(&typed);
            let right = recognised.as_ref().and_then(province) == Some(code)
                && !answer.passed_over
                && !answer.matches.is_empty()
                && answer.matches.iter().all(|hit| {
                    if has_offices {
                        hit.km.is_none() && FINDER.offices()[hit.office].province_code == code
                    } else {
                        hit.reach == Reach::Nearby && Some(&hit.why) == recognised.as_ref()
                    }
                });
            if !right {
                let first = answer.matches.first();
                wrong.push(format!("{typed}: {recognised:?}, {first:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

#[test]
fn the_distance_is_that_from_the_old_province() {
    let km = |typed: &str| FINDER.find(typed).first().and_then(|hit| hit.km).expect(typed);
    for (typed, about) in [
        ("Thanh Hóa", 450..650),
        ("Khánh Hòa", 230..300),
        ("Vinh", 350..450),
        ("Phủ Lý", 530..620),
        ("huyện Vĩnh Cửu", 1..40),
        ("TP Tân An", 15..60),
        ("Phú Quốc", 180..320),
        ("Bình Thuận", 70..150),
        ("Kon Tum", 150..230),
    ] {
        assert!(about.contains(&km(typed)), "{typed}: {} km", km(typed));
    }
}

#[test]
fn every_district_of_before_is_found_in_its_old_province() {
    let places = FINDER.places();
    let units = places.old_units();
    assert_eq!(units.districts.len(), 708);
    let mut wrong = Vec::new();
    for unit in &units.districts {
        let old = places
            .birth_places()
            .iter()
            .find(|old| old.code == unit.province)
            .expect("its old province");
        let code = places.province_of_birth(old.code).map(|unit| unit.code);
        // Many share their name with one of another province: whoever writes the province gets theirs.
        let full = format!("{}, {}", unit.label(), old.name);
        for typed in [&full, &search_key(&full)] {
            let hits = FINDER.find(typed);
            let right = hits.first().is_some_and(|hit| match hit.reach {
                Reach::Nearby => province(&hit.why) == code,
                _ => Some(FINDER.offices()[hit.office].province_code) == code,
            });
            if !right {
                wrong.push(format!("{typed}: {:?}", hits.first()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

#[test]
fn tones_that_were_typed_decide_between_namesakes() {
    let district = |old: &str, province: &str| {
        Some(Why::OldDistrict {
            old: old.into(),
            province: province.into(),
            new: None,
        })
    };
    for (typed, meant) in [
        ("Vinh", district("Thành phố Vinh", "Nghệ An")),
        ("TP. Vinh", district("Thành phố Vinh", "Nghệ An")),
        ("Phủ Lý", district("Thành phố Phủ Lý", "Hà Nam")),
        ("TP Yên Bái", district("Thành phố Yên Bái", "Yên Bái")),
        ("tp tan an", district("Thành phố Tân An", "Long An")),
        ("huyện Vĩnh Cửu", district("Huyện Vĩnh Cửu", "Đồng Nai")),
        ("Thạnh Hóa", district("Huyện Thạnh Hóa", "Long An")),
        ("Thạnh Hoá", district("Huyện Thạnh Hóa", "Long An")),
        ("Quang Bình", district("Huyện Quang Bình", "Hà Giang")),
        ("Phù Yên", district("Huyện Phù Yên", "Sơn La")),
        ("Qui Nhơn", district("Thành phố Qui Nhơn", "Bình Định")),
        ("Dương Đông", district("Phường Dương Đông", "Kiên Giang")),
        ("Cửa Lò", district("Thị xã Cửa Lò", "Nghệ An")),
    ] {
        assert_eq!(FINDER.recognise(typed), meant, "{typed}");
        let first = FINDER.find(typed).into_iter().next();
        assert_eq!(first.map(|hit| hit.reach), Some(Reach::Nearby), "{typed}");
    }
    // A kind that was typed counts: the ward of Ho Chi Minh City is not the province.
    for (typed, office) in [
        ("phường Phú Thọ", "hcm-"),
        ("Phường Hòa Bình", "hcm-"),
        ("Vĩnh T", "hcm-"),
    ] {
        let hits = FINDER.find(typed);
        assert!(
            hits.first()
                .is_some_and(|hit| FINDER.offices()[hit.office].id.as_str().starts_with(office)),
            "{typed}: {hits:?}"
        );
    }
}

/// The places that are offered beside an answer, as they are written.
fn namesakes(typed: &str) -> Vec<String> {
    let label = |why: &Why| match why {
        Why::NewCommune { name, province } => format!("{name}, {province}"),
        Why::OldDistrict { old, province, .. } => format!("{old}, {province}"),
        Why::OldWard { old, district, .. } => format!("{old}, {district}"),
        Why::OldProvince { old, .. } => old.clone(),
        Why::Province { name } => name.clone(),
        Why::Listed | Why::NearYou | Why::Name | Why::Street => "no place".into(),
    };
    FINDER.answer(typed).namesakes.iter().map(label).collect()
}

#[test]
fn other_places_of_the_name_are_told_with_those_that_have_offices_first() {
    assert_eq!(namesakes("Phú Thọ")[0], "Phường Phú Thọ, TP. Hồ Chí Minh");
    assert_eq!(namesakes("Hòa Bình")[0], "Phường Hòa Bình, TP. Hồ Chí Minh");
    assert_eq!(namesakes("thanh hoa")[0], "Huyện Thạnh Hóa, Long An");
    assert_eq!(namesakes("Châu Thành").len(), 3);
    assert_eq!(namesakes("Tân An"), ["Thành phố Tân An, Long An"]);
    // One place, of today and of before, is no namesake of itself; nor is what sounds otherwise.
    for typed in [
        "Thanh Hóa",
        "Hải Dương",
        "Vinh",
        "hà nội",
        "đà nẵng",
        "quận 10",
        "Tân Bình",
        "phuong 5",
        "asdf",
        "",
    ] {
        assert_eq!(namesakes(typed), Vec::<String>::new(), "{typed}");
    }
}

/// The trip planner counts no days from a guess.
#[test]
fn places_of_one_name_and_kind_are_not_told_apart() {
    for typed in ["Châu Thành", "huyện châu thành", "chau thanh"] {
        assert!(FINDER.answer(typed).is_ambiguous(), "{typed}");
    }
    for typed in [
        "Phú Thọ",
        "Thanh Hóa",
        "thanh hoa",
        "Vinh",
        "Huyện Châu Thành, Long An",
        "quận 10",
        "Tân An",
        "",
    ] {
        assert!(!FINDER.answer(typed).is_ambiguous(), "{typed}");
    }
}

#[test]
fn a_namesake_that_is_chosen_leads_to_itself() {
    let places = FINDER.places();
    let names = places.birth_places().iter().map(|old| &old.name);
    let names = names.chain(places.old_units().districts.iter().map(|unit| &unit.name));
    let mut seen = 0;
    // Every second one: all of them would take a debug build too long.
    for name in names.step_by(2) {
        for label in namesakes(&search_key(name)) {
            seen += 1;
            let (_, last) = label.rsplit_once(", ").unwrap_or(("", &label));
            let recognised = FINDER.recognise(&label);
            let told = match &recognised {
                Some(Why::NewCommune { province, .. } | Why::OldDistrict { province, .. }) => province,
                Some(Why::OldProvince { old, .. }) => old,
                Some(Why::Province { name }) => name,
                Some(Why::OldWard { district, .. }) => district,
                other => panic!("{label}: {other:?}"),
            };
            assert_eq!(told, last, "{label}: {recognised:?}");
        }
    }
    assert!(seen > 60, "{seen}");
}

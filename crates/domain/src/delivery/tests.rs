use super::*;
use crate::{
    dossier::{Actor, allowed},
    field::FieldCode,
};

#[test]
fn every_choice_leads_to_a_state_that_agrees_with_it() {
    for state in State::ALL {
        for before in Way::ALL {
            for way in Way::ALL {
                match effect(*state, *before, *way) {
                    Effect::BackToOffice => {
                        assert!(may_choose(*state), "{state}");
                        assert!(allowed(*state, State::AtOffice, Actor::Citizen), "{state}");
                    }
                    Effect::TellOwner => {
                        assert!(allowed(*state, State::Notified, Actor::System), "{state}");
                    }
                    Effect::None => {}
                }
            }
        }
        assert!(
            !asks(*state) || may_choose(*state),
            "{state} asks for what cannot be chosen"
        );
        assert!(!state.is_final() || !may_choose(*state), "{state}");
    }
    assert!(
        !may_choose(State::WithPost),
        "a letter on its way has its address"
    );
    assert_eq!(effect(State::Notified, Way::Office, Way::Office), Effect::None);
    assert_eq!(effect(State::Printed, Way::Office, Way::Post), Effect::None);
}

#[test]
fn an_address_has_a_line_and_a_commune() {
    let wrong = |line: &str, commune: &str| -> Vec<String> {
        let errors = Address::parse(line, commune).err().unwrap_or_default();
        errors
            .iter()
            .map(|error| format!("{}:{}", error.field, error.code))
            .collect()
    };
    assert!(Address::parse("  12  Lê Lợi ", "26740").is_ok_and(|address| address.line == "12 Lê Lợi"));
    assert_eq!(wrong("", ""), ["commune_code:required", "line:required"]);
    assert_eq!(
        wrong("12 B", "abc"),
        ["commune_code:choice_unknown", "line:required"]
    );
    assert_eq!(wrong(&"ạ".repeat(201), "26740"), ["line:text_too_long"]);
}

#[test]
fn a_worldwide_number_must_fit_its_check_digit() {
    let parse = |typed: &str| TrackingNumber::parse(typed).map(|number| number.as_str().to_owned());
    // The standard's own example.
    assert_eq!(parse("rr 473 124 829 vn"), Ok("RR473124829VN".into()));
    assert_eq!(parse("RR473124828VN"), Err(FieldCode::ReferenceCheck));
    assert_eq!(
        parse("RR471324829VN"),
        Err(FieldCode::ReferenceCheck),
        "two digits swapped"
    );
    for digits in CHECKED {
        assert!(parse(&format!("EA{digits}VN")).is_ok(), "{digits}");
    }
    assert_eq!(parse("VNP-2026.0001"), Ok("VNP20260001".into()));
    assert_eq!(parse(" - "), Err(FieldCode::Required));
    assert_eq!(parse("EA12"), Err(FieldCode::ReferenceFormat));
    assert_eq!(parse("EA12345678Đ"), Err(FieldCode::ReferenceFormat));
    assert_eq!(parse(&"1".repeat(21)), Err(FieldCode::ReferenceFormat));
}

/// Check digits of both exceptions among them.
const CHECKED: [&str; 4] = ["123456785", "000000005", "200000010", "000000102"];

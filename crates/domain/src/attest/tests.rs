use super::*;
use crate::{
    identity::BirthDate,
    slip::{Jwk, KeySet, SigningKey, base64url},
};
use jiff::{Timestamp, civil::date};
use proptest::prelude::*;

fn key(seed: u8) -> SigningKey {
    SigningKey::new([seed; 32], |key: &Jwk| key.x.chars().take(8).collect()).unwrap()
}

fn keys() -> KeySet {
    KeySet {
        keys: vec![key(7).public().unwrap()],
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

fn statement() -> Statement {
    let birth = BirthDate::from_iso("1985-08-15").unwrap();
    let subject = Subject {
        full_name: "Nguyễn Văn Thử",
        personal_number: "098085120001",
        birth: &birth,
        residence: None,
    };
    let today = date(2026, 11, 22);
    let ticked = [Claim::AgeOver18, Claim::Name];
    Statement {
        id: [9; 16],
        issued_at: at(0),
        expires_at: at(i64::from(LIFETIME_S)),
        said: ticked
            .into_iter()
            .map(|claim| (claim, say(claim, subject, today).unwrap()))
            .collect(),
    }
}

#[test]
fn it_says_what_was_ticked_and_nothing_else() {
    let token = issue(&key(7), &statement()).unwrap();
    assert_eq!(judge(&token, &keys(), at(1)), Judged::Good(statement()));
    assert_eq!(
        judge(
            &format!("https://hen.example.vn/kiem-tra-dinh-danh#{token}"),
            &keys(),
            at(59)
        ),
        Judged::Good(statement())
    );
    let bytes = base64url::decode(&token).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("Nguyễn Văn Thử") && holds("age_over_18"));
    for absent in [
        "098085120001",
        "1985",
        "birth_date",
        "personal_number",
        "age_over_60",
    ] {
        assert!(!holds(absent), "{absent}");
    }
    assert!(
        token.len() < 330,
        "a code of {} letters is hard to scan",
        token.len()
    );
}

#[test]
fn after_a_minute_it_is_over_and_far_ahead_it_has_not_begun() {
    let token = issue(&key(7), &statement()).unwrap();
    for (second, good) in [
        (-121, false),
        (-120, true),
        (59, true),
        (60, false),
        (86_400, false),
    ] {
        let judged = judge(&token, &keys(), at(second));
        assert_eq!(matches!(judged, Judged::Good(_)), good, "{second}");
        assert_eq!(matches!(judged, Judged::Expired(_)), !good, "{second}");
    }
}

#[test]
fn a_forger_gets_nowhere() {
    let token = issue(&key(7), &statement()).unwrap();
    let elsewhere = issue(&key(8), &statement()).unwrap();
    assert_eq!(judge(&elsewhere, &keys(), at(1)), Judged::UnknownKey);
    // Every bit of it is under the signature.
    let bytes = base64url::decode(&token).unwrap();
    for index in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[index] ^= 1;
        let judged = judge(&base64url::encode(&changed), &keys(), at(1));
        assert!(
            !matches!(judged, Judged::Good(_) | Judged::Expired(_)),
            "byte {index}: {judged:?}"
        );
    }
    for text in [
        "",
        "xin chào",
        "https://example.vn/",
        &token[..token.len() - 4],
        &"A".repeat(2_000),
    ] {
        assert!(
            matches!(judge(text, &keys(), at(1)), Judged::NotOurs | Judged::NotGenuine),
            "{text}"
        );
    }
    // A slip of the same key is no statement.
    let slip = "eyJhbGciOiJFZERTQSJ9".repeat(8);
    assert_eq!(judge(&slip, &keys(), at(1)), Judged::NotGenuine);
}

#[test]
fn ages_of_partial_birth_dates_are_the_youngest_possible() {
    let say_of = |birth: &str, claim| {
        let birth = BirthDate::from_iso(birth).unwrap();
        let subject = Subject {
            full_name: "",
            personal_number: "",
            birth: &birth,
            residence: None,
        };
        say(claim, subject, date(2026, 11, 22)).unwrap()
    };
    for (birth, over) in [
        ("2008-11-22", true),
        ("2008-11-23", false),
        ("2008-11", false),
        ("2008-10", true),
        ("2008", false),
        ("2007", true),
    ] {
        assert_eq!(say_of(birth, Claim::AgeOver18), Said::Truth(over), "{birth}");
    }
    assert_eq!(say_of("1966-11-22", Claim::AgeOver60), Said::Truth(true));
    assert_eq!(say_of("1966-11-23", Claim::AgeOver60), Said::Truth(false));
    assert_eq!(
        say_of("1985-08", Claim::BirthDate),
        Said::Text("1985-08".to_owned())
    );
}

#[test]
fn a_place_is_said_only_where_an_agency_has_confirmed_it() {
    let birth = BirthDate::from_iso("1985-08-15").unwrap();
    let subject = |residence| Subject {
        full_name: "",
        personal_number: "",
        birth: &birth,
        residence,
    };
    let said = |residence| say(Claim::Residence, subject(residence), date(2026, 11, 22));
    assert_eq!(said(None), None);
    let place = "Phường Sài Gòn, Thành phố Hồ Chí Minh";
    assert_eq!(said(Some(place)), Some(Said::Text(place.to_owned())));
}

proptest! {
    #[test]
    fn anything_can_be_looked_at(text in ".{0,200}", bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = judge(&text, &keys(), at(0));
        let judged = judge(&base64url::encode(&bytes), &keys(), at(0));
        prop_assert!(!matches!(judged, Judged::Good(_)));
    }
}

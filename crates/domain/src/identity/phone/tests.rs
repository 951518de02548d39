use super::*;
use crate::field::FieldCode;
use proptest::prelude::*;

#[test]
fn every_way_to_write_a_mobile_number() {
    for typed in [
        "0912345678",
        "+84 912 345 678",
        "84912345678",
        "0084912345678",
        "0912.345.678",
        "(+84) 912-345-678",
        "+84 (0)912 345 678",
        "０９１２３４５６７８",
        "\u{202A}+84912345678\u{202C}",
        "0912–345–678",
    ] {
        assert_eq!(
            OtpPhone::parse(typed).unwrap().as_str(),
            "+84912345678",
            "{typed}"
        );
        assert_eq!(
            ContactPhone::parse(typed).unwrap().as_str(),
            "+84912345678",
            "{typed}"
        );
    }
}

#[test]
fn refusals_of_a_number_for_codes() {
    for (typed, code) in [
        ("", FieldCode::Required),
        (" \u{200B}", FieldCode::Required),
        ("01234567890", FieldCode::PhoneLength),
        ("0671234567", FieldCode::PhonePrefix),
        ("091234567", FieldCode::PhoneLength),
        ("09123456789", FieldCode::PhoneLength),
        ("912345678", FieldCode::PhoneLength),
        ("02838387342", FieldCode::PhoneNotMobile),
        ("02363822222", FieldCode::PhoneNotMobile),
        ("+842838387342", FieldCode::PhoneNotMobile),
        ("+14155552671", FieldCode::PhoneNotVietnamese),
        ("004915123456789", FieldCode::PhoneNotVietnamese),
        ("14155552671", FieldCode::PhoneNotVietnamese),
        ("0912 345 67a", FieldCode::PhoneCharacters),
        ("O912345678", FieldCode::PhoneCharacters),
        ("0912+345678", FieldCode::PhoneCharacters),
        ("---", FieldCode::PhoneLength),
        ("+", FieldCode::PhoneNotVietnamese),
        ("000000000000000000000000", FieldCode::PhoneLength),
    ] {
        assert_eq!(OtpPhone::parse(typed), Err(code), "{typed}");
    }
}

#[test]
fn contact_numbers_of_the_world() {
    for (typed, stored) in [
        ("+14155552671", "+14155552671"),
        ("+1 (415) 555-2671", "+14155552671"),
        ("+4915123456789", "+4915123456789"),
        ("0049 151 23456789", "+4915123456789"),
        ("+61412345678", "+61412345678"),
        ("02838387342", "+842838387342"),
        ("028 3838 7342", "+842838387342"),
        ("02363822222", "+842363822222"),
        ("+84 236 3822222", "+842363822222"),
    ] {
        assert_eq!(ContactPhone::parse(typed).unwrap().as_str(), stored, "{typed}");
    }
    for (typed, code) in [
        ("", FieldCode::Required),
        ("4155552671", FieldCode::PhoneCountryCode),
        ("+04155552671", FieldCode::PhoneCountryCode),
        ("+123456", FieldCode::PhoneLength),
        ("+1234567890123456", FieldCode::PhoneLength),
        ("0283838734", FieldCode::PhoneLength),
        ("0671234567", FieldCode::PhonePrefix),
        ("call me", FieldCode::PhoneCharacters),
    ] {
        assert_eq!(ContactPhone::parse(typed), Err(code), "{typed}");
    }
}

#[test]
fn from_one_to_the_other() {
    let phone = OtpPhone::parse("0912345678").unwrap();
    assert_eq!(phone.last_digits(), "678");
    assert_eq!(format!("{phone:?}"), "OtpPhone(…)");
    let contact = ContactPhone::from(phone);
    assert_eq!(contact.last_digits(), "678");
    assert_eq!(format!("{contact:?}"), "ContactPhone(…)");
}

/// The public prefixes of the operators: `(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}`.
fn operators_list(n: &[u8]) -> bool {
    match n[0] {
        b'3' => (b'2'..=b'9').contains(&n[1]),
        b'5' => b"25689".contains(&n[1]),
        b'7' => b"06789".contains(&n[1]),
        b'8' => n[1] != b'0',
        b'9' => n[1] != b'5',
        _ => false,
    }
}

/// What phone libraries take: `3\d | 7[06-9] | 5([1689]\d|2[238]|59) | 8([1-8]\d|9[6-9]) | 9([0-8]\d|9[013-9])`.
fn libraries_list(n: &[u8]) -> bool {
    match (n[0], n[1], n[2]) {
        (b'3', _, _) => true,
        (b'7', second, _) => b"06789".contains(&second),
        (b'5', b'1' | b'6' | b'8' | b'9', _) => true,
        (b'5', b'2', third) => b"238".contains(&third),
        (b'5', b'5', b'9') => true,
        (b'8', b'1'..=b'8', _) => true,
        (b'8', b'9', third) => (b'6'..=b'9').contains(&third),
        (b'9', b'0'..=b'8', _) => true,
        (b'9', b'9', third) => third != b'2',
        _ => false,
    }
}

#[test]
fn either_list_is_enough() {
    for prefix in 0..1000 {
        let national = format!("{prefix:03}123456");
        if national.starts_with(['0', '2']) {
            continue;
        }
        let expected = operators_list(national.as_bytes()) || libraries_list(national.as_bytes());
        assert_eq!(
            OtpPhone::parse(&format!("0{national}")).is_ok(),
            expected,
            "0{national}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = OtpPhone::parse(&text);
        let _ = ContactPhone::parse(&text);
    }

    #[test]
    fn what_was_stored_reads_back(typed in "(\\+|00|0)?[0-9 .()-]{0,20}") {
        if let Ok(phone) = OtpPhone::parse(&typed) {
            prop_assert_eq!(OtpPhone::parse(phone.as_str()), Ok(phone.clone()));
            prop_assert_eq!(ContactPhone::parse(&typed), Ok(ContactPhone::from(phone)));
        }
        if let Ok(phone) = ContactPhone::parse(&typed) {
            prop_assert_eq!(ContactPhone::parse(phone.as_str()), Ok(phone));
        }
    }
}

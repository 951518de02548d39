use super::*;
use crate::{field::FieldCode, identity::BirthDate};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

#[test]
fn the_list_beside_the_password() {
    let none = PasswordChecklist {
        length: false,
        digit: false,
        lower: false,
        upper: false,
        special: false,
        forbidden: false,
    };
    assert_eq!(Password::check(""), none);
    assert_eq!(Password::check("a"), PasswordChecklist { lower: true, ..none });
    assert_eq!(
        Password::check("aB1_"),
        PasswordChecklist {
            lower: true,
            upper: true,
            digit: true,
            special: true,
            ..none
        }
    );
    assert_eq!(
        Password::check("ế"),
        PasswordChecklist {
            forbidden: true,
            ..none
        }
    );
    assert_eq!(Password::check("Matkhau1!").unmet().count(), 0);
    assert_eq!(Password::check("").unmet().count(), 5);
}

#[test]
fn passwords() {
    for good in ["Matkhau1!", "aA1_aaaa", "ABCabc123!@#$^*()_12"] {
        assert_eq!(Password::parse(good).unwrap().expose(), good);
    }
    for special in password::SPECIAL.chars() {
        assert!(
            Password::parse(&format!("Matkhau1{special}")).is_ok(),
            "{special}"
        );
    }
    for (typed, code) in [
        ("", FieldCode::Required),
        ("Aa1_aaa", FieldCode::PasswordLength),
        ("Aa1_aaaaaaaaaaaaaaaaa", FieldCode::PasswordLength),
        ("Matkhau_!", FieldCode::PasswordDigit),
        ("MATKHAU1!", FieldCode::PasswordLower),
        ("matkhau1!", FieldCode::PasswordUpper),
        ("Matkhau12", FieldCode::PasswordSpecial),
        ("Matkhau1%!", FieldCode::PasswordForbiddenCharacter),
        ("Matkhau1&!", FieldCode::PasswordForbiddenCharacter),
        ("Mat khau1!", FieldCode::PasswordForbiddenCharacter),
        (" Matkhau1!", FieldCode::PasswordForbiddenCharacter),
        ("Mậtkhau1!", FieldCode::PasswordForbiddenCharacter),
    ] {
        assert_eq!(Password::parse(typed).map(|_| ()), Err(code), "{typed}");
    }
}

#[test]
fn passcodes() {
    let birth = BirthDate::from_iso("1985-08-15").unwrap();
    for good in ["907352", " 907 352 ", "９０７３５２", "135790", "150886"] {
        assert_eq!(
            Passcode::parse(good, Some(&birth)).unwrap().expose().len(),
            6,
            "{good}"
        );
    }
    for (typed, code) in [
        ("", FieldCode::Required),
        ("12345", FieldCode::PasscodeFormat),
        ("1234567", FieldCode::PasscodeFormat),
        ("12345a", FieldCode::PasscodeFormat),
        ("000000", FieldCode::PasscodeTrivial),
        ("999999", FieldCode::PasscodeTrivial),
        ("123456", FieldCode::PasscodeTrivial),
        ("654321", FieldCode::PasscodeTrivial),
        ("789012", FieldCode::PasscodeTrivial),
        ("210987", FieldCode::PasscodeTrivial),
        ("121212", FieldCode::PasscodeTrivial),
        ("123123", FieldCode::PasscodeTrivial),
        ("112233", FieldCode::PasscodeTrivial),
        ("123321", FieldCode::PasscodeTrivial),
        ("111222", FieldCode::PasscodeTrivial),
        ("150885", FieldCode::PasscodeBirthDate),
        ("081585", FieldCode::PasscodeBirthDate),
        ("850815", FieldCode::PasscodeBirthDate),
        ("851508", FieldCode::PasscodeBirthDate),
        ("151985", FieldCode::PasscodeBirthDate),
        ("198515", FieldCode::PasscodeBirthDate),
        ("081985", FieldCode::PasscodeBirthDate),
        ("198508", FieldCode::PasscodeBirthDate),
    ] {
        assert_eq!(
            Passcode::parse(typed, Some(&birth)).map(|_| ()),
            Err(code),
            "{typed}"
        );
    }
    assert!(
        Passcode::parse("150885", None).is_ok(),
        "whose birth date is not known"
    );
    let early = BirthDate::from_iso("1985-02-03").unwrap();
    assert!(Passcode::parse("321985", Some(&early)).is_err(), "3/2/1985");
    let month = BirthDate::from_iso("1985-08").unwrap();
    assert!(Passcode::parse("081985", Some(&month)).is_err());
    assert!(Passcode::parse("150885", Some(&month)).is_ok());
    let year = BirthDate::from_iso("1985").unwrap();
    assert!(Passcode::parse("081985", Some(&year)).is_ok());
    let passcode = Passcode::parse("907352", None).unwrap();
    assert_eq!(passcode.confirm("907 352"), Ok(()));
    assert_eq!(passcode.confirm("907353"), Err(FieldCode::PasscodeMismatch));
    assert_eq!(passcode.confirm(""), Err(FieldCode::PasscodeMismatch));
}

#[test]
fn the_list_beside_the_passcode() {
    let met = |text: &str| {
        let list = Passcode::check(text);
        (list.digits, list.varied, list.uncounted)
    };
    for (typed, expected) in [
        ("", (false, false, false)),
        ("90735", (false, false, false)),
        ("907352", (true, true, true)),
        ("111111", (true, false, true)),
        ("121212", (true, false, true)),
        ("123123", (true, false, true)),
        ("111222", (true, false, true)),
        ("123456", (true, true, false)),
        ("210987", (true, true, false)),
        ("112233", (true, true, false)),
        ("123321", (true, true, false)),
    ] {
        assert_eq!(met(typed), expected, "{typed}");
    }
}

#[test]
fn one_time_codes() {
    for typed in [
        "012345",
        "012 345",
        " 012-345\r\n",
        "０１２３４５",
        "0\u{200B}12345",
    ] {
        assert_eq!(OneTimeCode::parse(typed).unwrap().expose(), "012345", "{typed}");
    }
    for (typed, code) in [
        (" ", FieldCode::Required),
        ("12345", FieldCode::CodeFormat),
        ("1234567", FieldCode::CodeFormat),
        ("O12345", FieldCode::CodeFormat),
    ] {
        assert_eq!(OneTimeCode::parse(typed).map(|_| ()), Err(code), "{typed}");
    }
    assert_eq!(OneTimeCode::from_random([0; 16]).expose(), "000000");
    assert_eq!(
        OneTimeCode::from_random(1_000_042u128.to_le_bytes()).expose(),
        "000042"
    );
}

#[test]
fn answers_with_and_without_diacritics() {
    let keys = |text: &str| answer_keys(text).unwrap();
    let stored = keys("  Trường  Tiểu học Hòa Bình ");
    assert_eq!(stored.exact, "trường tiểu học hòa bình");
    assert_eq!(stored.plain, "truong tieu hoc hoa binh");
    let decomposed: String = "Trường Tiểu học Hòa Bình".nfd().collect();
    for same in [
        "TRƯỜNG TIỂU HỌC HÒA BÌNH",
        "truong tieu hoc hoa binh",
        &decomposed,
    ] {
        assert!(keys(same).matches(&stored), "{same}");
    }
    assert!(
        stored.matches(&keys("truong tieu hoc hoa binh")),
        "stored from a plain keyboard"
    );
    assert!(
        !keys("trường tiểu học hóa bình").matches(&stored),
        "other diacritics are another answer"
    );
    assert!(!keys("truong tieu hoc hoa").matches(&stored));
    assert!(keys("truong tieu-hoc hoa binh!").matches(&stored));
    assert_eq!(answer_keys("?!").map(|_| ()), Err(FieldCode::AnswerRequired));
    assert_eq!(
        answer_keys(" \u{200B}").map(|_| ()),
        Err(FieldCode::AnswerRequired)
    );
    assert_eq!(normalise_answer(&"ế".repeat(101)), Err(FieldCode::TextTooLong));
    assert!(normalise_answer(&"ế".repeat(100)).is_ok());
}

#[test]
fn questions() {
    use SecurityQuestion::*;
    assert_eq!(SecurityQuestion::ALL.len(), 8);
    assert_eq!(all_different(&[FirstSchool, FavouriteDish]), Ok(()));
    assert_eq!(
        all_different(&[FirstSchool, FirstSchool]),
        Err(FieldCode::QuestionRepeated)
    );
    assert_eq!(all_different(SecurityQuestion::ALL), Ok(()));
}

#[test]
fn nothing_shows_in_debug() {
    let shown = format!(
        "{:?} {:?} {:?} {:?}",
        Password::parse("Matkhau1!").unwrap(),
        Passcode::parse("907352", None).unwrap(),
        OneTimeCode::parse("012345").unwrap(),
        answer_keys("phở").unwrap()
    );
    assert_eq!(shown, "Password(…) Passcode(…) OneTimeCode(…) AnswerKeys(…)");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let birth = BirthDate::from_iso("1985-08-15").unwrap();
        prop_assert_eq!(Password::check(&text).unmet().next().is_none(), Password::parse(&text).is_ok());
        let _ = Passcode::parse(&text, Some(&birth));
        let _ = OneTimeCode::parse(&text);
        let list = Passcode::check(&text);
        prop_assert_eq!(list.digits && list.varied && list.uncounted, Passcode::parse(&text, None).is_ok());
        if let Ok(keys) = answer_keys(&text) {
            prop_assert!(keys.matches(&keys));
        }
    }

    #[test]
    fn codes_drawn_can_be_typed(seed in any::<u128>()) {
        let code = OneTimeCode::from_random(seed.to_le_bytes());
        let typed = OneTimeCode::parse(code.expose()).unwrap();
        prop_assert_eq!(typed.expose(), code.expose());
    }
}

use super::*;
use proptest::prelude::*;

fn number(text: &str) -> PersonalNumber {
    PersonalNumber::parse(text).unwrap()
}

fn born(iso: &str) -> BirthDate {
    BirthDate::from_iso(iso).unwrap()
}

#[test]
fn pasted_forms() {
    for typed in [
        "079085000123",
        " 079 085 000 123 ",
        "079.085.000.123",
        "079-085–000123",
        "\u{FEFF}0790\u{200B}85000123\r\n",
        "０７９０８５０００１２３",
        "079\u{A0}085\u{A0}000123",
    ] {
        assert_eq!(number(typed).as_str(), "079085000123", "{typed}");
    }
}

#[test]
fn refusals() {
    for (typed, code) in [
        ("", FieldCode::Required),
        (" \u{200B} ", FieldCode::Required),
        ("020000123", FieldCode::PersonalNumberOldCmnd),
        ("020 000 123", FieldCode::PersonalNumberOldCmnd),
        ("07908500012", FieldCode::PersonalNumberLength),
        ("0790850001234", FieldCode::PersonalNumberLength),
        ("O79085000123", FieldCode::PersonalNumberLength),
        ("079085000１２٣", FieldCode::PersonalNumberLength),
        ("000000000000", FieldCode::PersonalNumberPattern),
        ("111111111111", FieldCode::PersonalNumberPattern),
        ("012345678901", FieldCode::PersonalNumberPattern),
        ("123456789012", FieldCode::PersonalNumberPattern),
        ("210987654321", FieldCode::PersonalNumberPattern),
    ] {
        assert_eq!(PersonalNumber::parse(typed), Err(code), "{typed}");
    }
}

#[test]
fn what_the_digits_say() {
    let man = number("079085000123");
    assert_eq!(man.masked(), "079*****0123");
    assert_eq!(man.birth_code(), "079");
    assert_eq!(man.century_sex(), (1900, Sex::Male));
    assert_eq!(man.birth_year(), 1985);
    assert_eq!(man.document_number(), "085000123");
    for (digit, century, sex) in [
        (0, 1900, Sex::Male),
        (1, 1900, Sex::Female),
        (2, 2000, Sex::Male),
        (3, 2000, Sex::Female),
        (4, 2100, Sex::Male),
        (5, 2100, Sex::Female),
        (6, 2200, Sex::Male),
        (7, 2200, Sex::Female),
        (8, 2300, Sex::Male),
        (9, 2300, Sex::Female),
    ] {
        assert_eq!(
            number(&format!("098{digit}85000123")).century_sex(),
            (century, sex)
        );
    }
}

#[test]
fn warnings_tell_and_never_block() {
    use NumberWarning::*;
    let known = |code: &str| code == "079";
    let man = number("079085000123");
    assert_eq!(man.warnings(&born("1985-08-15"), Some(Sex::Male), known), []);
    assert_eq!(man.warnings(&born("1985"), None, known), [], "sex not asked");
    assert_eq!(
        man.warnings(&born("1985"), Some(Sex::Female), known),
        [SexDiffers]
    );
    assert_eq!(
        man.warnings(&born("1986-01-01"), Some(Sex::Male), known),
        [BirthYearDiffers]
    );
    assert_eq!(
        man.warnings(&born("2085"), Some(Sex::Male), known),
        [CenturyDiffers]
    );
    assert_eq!(
        number("098308000789").warnings(&born("1995"), Some(Sex::Male), known),
        [BirthPlaceUnknown, SexDiffers, CenturyDiffers, BirthYearDiffers]
    );
}

#[test]
fn nothing_personal_in_debug_and_the_same_rule_on_the_wire() {
    let man = number("079085000123");
    assert_eq!(format!("{man:?}"), "PersonalNumber(…)");
    assert_eq!(serde_json::to_string(&man).unwrap(), "\"079085000123\"");
    assert_eq!(
        serde_json::from_str::<PersonalNumber>("\"079 085 000 123\"").unwrap(),
        man
    );
    let error = serde_json::from_str::<PersonalNumber>("\"12\"")
        .unwrap_err()
        .to_string();
    assert!(error.contains("personal_number_length"), "{error}");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Ok(number) = PersonalNumber::parse(&text) {
            prop_assert_eq!(number.as_str().len(), 12);
            prop_assert_eq!(PersonalNumber::parse(number.as_str()), Ok(number));
        }
    }

    #[test]
    fn separators_do_not_matter(digits in "09[789][0-9]{9}", at in 0usize..12, sep in "[ .\u{200B}\u{A0}-]{1,3}") {
        let mut typed = digits.clone();
        typed.insert_str(at, &sep);
        prop_assert_eq!(PersonalNumber::parse(&typed), PersonalNumber::parse(&digits));
    }
}

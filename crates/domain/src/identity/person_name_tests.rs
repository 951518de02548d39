use super::*;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

#[test]
fn typed_forms() {
    for (typed, stored) in [
        ("Nguyễn Văn Thử", "Nguyễn Văn Thử"),
        ("  Nguyễn \t Văn\u{A0}Thử\r\n", "Nguyễn Văn Thử"),
        ("Nguyễn\u{200B} Văn Thử\u{FEFF}", "Nguyễn Văn Thử"),
        ("H'Hen Niê", "H’Hen Niê"),
        ("Y-Bhiu Êban", "Y-Bhiu Êban"),
        ("Đỗ J. Wolfgang", "Đỗ J. Wolfgang"),
        ("Lý A", "Lý A"),
    ] {
        assert_eq!(name(typed).as_str(), stored, "{typed}");
        let decomposed: String = typed.nfd().collect();
        assert_eq!(
            name(&decomposed).as_str(),
            stored,
            "typed on an Apple keyboard: {typed}"
        );
    }
}

#[test]
fn refusals() {
    for (typed, code) in [
        ("", FieldCode::Required),
        (" \u{200D}", FieldCode::Required),
        ("Ý", FieldCode::NameLength),
        (&"a".repeat(101), FieldCode::NameLength),
        ("Nguyễn Văn 3", FieldCode::NameCharacters),
        ("-Nguyễn", FieldCode::NameCharacters),
        ("Nguyễn|Văn", FieldCode::NameCharacters),
        ("Nguyễn@Văn", FieldCode::NameCharacters),
        ("<b>An</b>", FieldCode::NameCharacters),
        ("An 😀", FieldCode::NameCharacters),
    ] {
        assert_eq!(PersonName::parse(typed), Err(code), "{typed}");
    }
    assert!(
        PersonName::parse(&"ế".repeat(100)).is_ok(),
        "characters are counted, not bytes"
    );
}

#[test]
fn comparing() {
    assert!(name("NGUYỄN VĂN THỬ").same_as(&name("Nguyễn Văn Thử")));
    assert!(name("H'HEN NIÊ").same_as(&name("H’Hen Niê")));
    assert!(
        !name("Nguyen Van Thu").same_as(&name("Nguyễn Văn Thử")),
        "diacritics count"
    );
    assert!(
        !name("Trần Thị Quý").same_as(&name("Trần Thị Quí")),
        "two different names"
    );
    assert_eq!(name("Nguyễn Văn Thử").upper(), "NGUYỄN VĂN THỬ");
    assert_eq!(name("Đỗ Minh Họa").search_key(), "do minh hoa");
    assert_eq!(
        name("Trần Thị Hoà").search_key(),
        name("Trần Thị Hòa").search_key()
    );
    assert_eq!(
        name("Trần Thị Thuý").search_key(),
        name("Trần Thị Thúy").search_key()
    );
}

#[test]
fn masks() {
    assert_eq!(name("Nguyễn Văn Thử").masked(), "Nguyễn V*** T***");
    assert_eq!(name("Thử").masked(), "T***");
    assert_eq!(format!("{:?}", name("Nguyễn Văn Thử")), "PersonName(…)");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        if let Ok(name) = PersonName::parse(&text) {
            prop_assert_eq!(PersonName::parse(name.as_str()).unwrap(), name.clone());
            prop_assert!(name.same_as(&name));
            let _ = (name.masked(), name.upper(), name.search_key());
        }
    }
}

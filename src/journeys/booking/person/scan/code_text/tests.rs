use super::*;
use crate::journeys::booking::person::scan::reading::Source;
use eid_domain::expiry::Expiry;
use eid_domain::identity::{PersonName, PersonalNumber, Sex};
use wasm_bindgen_test::wasm_bindgen_test as test;

const CARD: &str = "098085000123||Nguyễn Văn Thử|15081985|Nam|Số 1 Đường Ví Dụ, Quận 1|20032024";

fn lines() -> String {
    let number = PersonalNumber::parse("098085000123").unwrap();
    let name = PersonName::parse("Nguyễn Văn Thử").unwrap();
    let birth = CardQr::parse(CARD).unwrap().birth_date.unwrap();
    let zone = Mrz::new(number, &name, birth, Sex::Male, Expiry::Never).unwrap();
    zone.lines().join("\n")
}

#[test]
fn a_cards_code_is_read() {
    for text in [CARD.to_owned(), format!("{CARD}||Lê Văn Cha|098070000111||")] {
        let reading = of_typed(&text).ok().unwrap();
        assert_eq!(reading.name.as_deref(), Some("Nguyễn Văn Thử"));
        assert_eq!(reading.number, "098085000123");
        assert_eq!(reading.birth.unwrap().to_string(), "1985-08-15");
        assert!(reading.source == Source::Code && !reading.repaired);
    }
}

#[test]
fn garbled_letters_are_put_right_and_said() {
    let garbled: String = CARD.bytes().map(char::from).collect();
    let reading = of_code(&garbled).ok().unwrap();
    assert!(reading.repaired);
    assert_eq!(reading.name.as_deref(), Some("Nguyễn Văn Thử"));
}

#[test]
fn three_lines_give_number_and_date_but_no_name() {
    let reading = of_typed(&lines().to_lowercase()).ok().unwrap();
    assert_eq!((reading.name, reading.number.as_str()), (None, "098085000123"));
    assert_eq!(reading.birth.unwrap().to_string(), "1985-08-15");
}

#[test]
fn each_mistake_in_the_lines_names_its_line() {
    let right = lines();
    let spoil = |at: usize, to: &str| {
        let mut text: Vec<char> = right.chars().collect();
        text[at] = to.chars().next().unwrap();
        of_typed(&text.into_iter().collect::<String>()).err().map(words)
    };
    // Places count line ends: the second line begins at 31.
    assert_eq!(spoil(7, "1"), Some(scan::TYPED_LINE_1));
    assert_eq!(spoil(20, "7"), Some(scan::TYPED_LINE_1));
    assert_eq!(spoil(32, "6"), Some(scan::TYPED_LINE_2_BIRTH));
    assert_eq!(spoil(40, "8"), Some(scan::TYPED_LINE_2_EXPIRY));
    assert_eq!(
        spoil(60, if right.as_bytes()[60] == b'0' { "1" } else { "0" }),
        Some(scan::TYPED_LINE_2_END)
    );
    assert_eq!(spoil(38, "X"), Some(scan::TYPED_LINE_2_SEX));
    assert_eq!(spoil(3, "A"), Some(scan::TYPED_NOT_VIETNAMESE));
    assert_eq!(
        of_typed("IDVNM0850001").err().map(words),
        Some(scan::TYPED_LENGTH)
    );
    assert_eq!(
        of_typed(&format!("{right}é")).err().map(words),
        Some(scan::TYPED_CHARACTERS)
    );
}

#[test]
fn other_texts_are_told_apart() {
    let error = |text: &str| of_typed(text).err();
    assert_eq!(error(" \n"), Some(NotRead::Empty));
    for foreign in [
        "https://example.vn/a?b=c",
        "00020101021238",
        "a|b|c|d|e|f|g",
        "xin chào",
    ] {
        assert_eq!(error(foreign), Some(NotRead::Foreign), "{foreign}");
    }
    for lost in [CARD.replace("||", "|"), format!("{}|||", CARD.replace("||", "|"))] {
        assert_eq!(error(&lost), Some(NotRead::Columns), "{lost}");
    }
}

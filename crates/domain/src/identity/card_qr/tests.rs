use super::*;
use crate::identity::NumberWarning;
use jiff::civil::date;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const MAN: &str = "079085000123|020000123|Nguyễn Văn Thử|15081985|Nam|Số 1 Đường Ví Dụ, Phường Bến Thành, Quận 1, TP. Hồ Chí Minh|20032024";
const WOMAN: &str =
    "048195000456||Trần Thị Mẫu Đơn|03021995|Nữ|Tổ 9, Hòa Hải, Ngũ Hành Sơn, Đà Nẵng|12052021";
const NEW: &str =
    "079308000789||Lê Ngọc Ví Dụ|21112008|Nữ|2 Đường Thử Nghiệm, Phường Thủ Đức, TP. Hồ Chí Minh|05092025";

fn name(qr: &CardQr) -> &str {
    qr.name.as_ref().unwrap().as_str()
}

#[test]
fn chip_card() {
    let qr = CardQr::parse(MAN).unwrap();
    assert_eq!(qr.number.as_str(), "079085000123");
    assert_eq!(qr.old_number.as_deref(), Some("020000123"));
    assert_eq!(name(&qr), "Nguyễn Văn Thử");
    assert_eq!(qr.birth_date.unwrap().to_string(), "1985-08-15");
    assert_eq!(qr.sex, Some(Sex::Male));
    assert_eq!(
        qr.residence.as_deref(),
        Some("Số 1 Đường Ví Dụ, Phường Bến Thành, Quận 1, TP. Hồ Chí Minh")
    );
    assert_eq!(qr.issued_on, Some(date(2024, 3, 20)));
    assert_eq!(
        (qr.variant, qr.repaired, qr.extra.len()),
        (QrVariant::Seven, false, 0)
    );
    assert_eq!(
        qr.number.warnings(&qr.birth_date.unwrap(), qr.sex, |_| true),
        [] as [NumberWarning; 0]
    );
    assert_eq!(format!("{qr:?}"), "CardQr(…)");
}

#[test]
fn empty_old_number_keeps_its_column() {
    let qr = CardQr::parse(WOMAN).unwrap();
    assert_eq!(qr.old_number, None);
    assert_eq!(name(&qr), "Trần Thị Mẫu Đơn");
    assert_eq!(qr.sex, Some(Sex::Female));
    assert_eq!(qr.issued_on, Some(date(2021, 5, 12)));
    let twelve = WOMAN.replace("||", "|048195000456|");
    assert_eq!(
        CardQr::parse(&twelve).unwrap().old_number.as_deref(),
        Some("048195000456")
    );
}

#[test]
fn new_card_with_more_columns() {
    for tail in ["||||", "|", ""] {
        let qr = CardQr::parse(&format!("{NEW}{tail}")).unwrap();
        assert_eq!(name(&qr), "Lê Ngọc Ví Dụ");
        assert_eq!(
            (qr.variant, qr.extra.len()),
            (QrVariant::Seven, 0),
            "empty columns say nothing"
        );
    }
    let qr = CardQr::parse(&format!("{NEW}||Lê Văn Cha|079070000111||")).unwrap();
    assert_eq!(qr.variant, QrVariant::New);
    assert_eq!(qr.extra, ["", "Lê Văn Cha", "079070000111", "", ""]);
    assert_eq!(qr.issued_on, Some(date(2025, 9, 5)));
}

#[test]
fn what_scanners_add() {
    let expected = CardQr::parse(WOMAN).unwrap();
    let decomposed: String = WOMAN.nfd().collect();
    for typed in [
        format!("\u{FEFF}{WOMAN}\r\n"),
        format!("{WOMAN}\t\n"),
        decomposed,
        WOMAN.replace('|', " | "),
    ] {
        assert_eq!(CardQr::parse(&typed).unwrap(), expected, "{typed}");
    }
}

#[test]
fn wrong_encoding_is_put_right() {
    // Latin-1 shows the bytes 80 to 9F as controls; Windows-1252 is tested next to the repair itself.
    let garbled: String = format!("\u{FEFF}{WOMAN}").bytes().map(char::from).collect();
    let qr = CardQr::parse(&garbled).unwrap();
    assert!(qr.repaired);
    assert_eq!(
        CardQr {
            repaired: false,
            ..qr
        },
        CardQr::parse(WOMAN).unwrap()
    );
}

#[test]
fn readers_that_shift_columns_are_found_out() {
    let six = WOMAN.replace("||", "|");
    assert_eq!(
        CardQr::parse(&six),
        Err(QrError::TooFewColumns),
        "the empty column was dropped"
    );
    assert_eq!(CardQr::parse(&format!("{six}||||")), Err(QrError::OldNumber));
    let no_cmnd = MAN.replace("|020000123", "");
    assert_eq!(
        CardQr::parse(&no_cmnd),
        Err(QrError::TooFewColumns),
        "six columns"
    );
    assert_eq!(CardQr::parse(&format!("{no_cmnd}|")), Err(QrError::OldNumber));
}

#[test]
fn other_codes() {
    for (text, error) in [
        ("", QrError::Empty),
        (" \r\n", QrError::Empty),
        ("https://example.org/a?b=c", QrError::TooFewColumns),
        ("||||||", QrError::Number),
        ("020000123||A B|15081985|Nam|X|20032024", QrError::Number),
        ("a|b|c|d|e|f|g", QrError::Number),
    ] {
        assert_eq!(CardQr::parse(text), Err(error), "{text}");
    }
}

/// A Telex keyboard turns what the scanner types into other letters: the digits survive, so they are used.
#[test]
fn what_cannot_be_read_is_left_out() {
    let qr = CardQr::parse("048195000456||Tr4n_Th?|03021995|N?||1205").unwrap();
    assert_eq!(qr.number.as_str(), "048195000456");
    assert_eq!(
        (qr.name, qr.sex, qr.residence, qr.issued_on),
        (None, None, None, None)
    );
    assert_eq!(qr.birth_date.unwrap().to_string(), "1995-02-03");
    let partial = CardQr::parse(&WOMAN.replace("03021995", "1995")).unwrap();
    assert_eq!(partial.birth_date.unwrap().to_string(), "1995");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = CardQr::parse(&text);
    }

    #[test]
    fn any_columns_are_read_or_refused(
        number in "[0-9]{12}",
        rest in proptest::collection::vec("[0-9A-Za-zÀ-ỹ ,]{0,12}", 0..12),
    ) {
        let text = format!("{number}|{}", rest.join("|"));
        match CardQr::parse(&text) {
            Ok(qr) => prop_assert_eq!(qr.number.as_str(), number),
            Err(QrError::TooFewColumns) => prop_assert!(rest.len() < 6),
            Err(_) => {}
        }
    }

    #[test]
    fn written_columns_read_back(
        number in "09[789][0-9]{9}", old in "([0-9]{9})?",
        name in "[A-ZĐÀ-ÃẠ-Ỹ][a-zĐđÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯàáâãèéêìíòóôõùúýăĩũơưẠ-ỹ]{0,6}( [a-zA-ZĐđÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯàáâãèéêìíòóôõùúýăĩũơưẠ-ỹ]{1,7}){1,4}",
        day in 1i8..=28, month in 1i8..=12, year in 1900i16..2030, sex in proptest::sample::select(Sex::ALL),
        residence in "[0-9]{1,3} Đường [a-zA-ZẠ-ỹ]{1,10}, Phường [A-Za-z]{1,9}",
        garbled in any::<bool>(),
    ) {
        let name = PersonName::parse(&name).unwrap();
        let residence = compose_vietnamese(&residence);
        let day_text = format!("{day:02}{month:02}{year}");
        let text = format!("{number}|{old}|{name}|{day_text}|{}|{residence}|{day_text}", sex.on_card());
        let text = if garbled { text.bytes().map(char::from).collect() } else { text };
        let qr = CardQr::parse(&text).unwrap();
        prop_assert_eq!(qr.number.as_str(), number);
        prop_assert_eq!(qr.old_number.unwrap_or_default(), old);
        prop_assert_eq!(qr.name, Some(name));
        prop_assert_eq!(qr.birth_date, Some(BirthDate::from_date(date(year, month, day)).unwrap()));
        prop_assert_eq!(qr.sex, Some(sex));
        prop_assert_eq!(qr.residence, Some(residence));
        prop_assert_eq!(qr.issued_on, Some(date(year, month, day)));
        prop_assert_eq!(qr.repaired, garbled);
    }
}

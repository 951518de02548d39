use super::*;
use jiff::civil::date;
use proptest::prelude::*;

const PLAIN: &str = "G01.899.108.000-261120-0007";

#[test]
fn the_two_forms() {
    let plain = DossierCode::parse(PLAIN).unwrap();
    assert_eq!(plain.prefix(), "G01.899.108.000");
    assert_eq!(plain.received_on(), date(2026, 11, 20));
    assert_eq!(plain.serial(), "0007");
    assert_eq!(
        plain,
        DossierCode::new("G01.899.108.000", date(2026, 11, 20), 7).unwrap()
    );
    let owned = DossierCode::parse("G01.899.108.000-261120-790007").unwrap();
    assert_eq!(owned.serial(), "790007");
    assert_eq!(
        owned,
        DossierCode::with_owner("G01.899.108.000", date(2026, 11, 20), 79, 7).unwrap()
    );
    assert_eq!(format!("{plain:?}"), "DossierCode(…)");
    assert_eq!(serde_json::to_string(&plain).unwrap(), format!("\"{PLAIN}\""));
}

#[test]
fn typed_forms() {
    for typed in [
        "g01.899.108.000-261120-0007",
        " G01.899.108.000 - 261120 - 0007\r\n",
        "GO1.899.1O8.OOO-26112O-OOO7",
        "go1.899.108.ooo–261120—0007",
        "G01899108000-261120-0007",
        "G01.899108.000-261120-0007",
        "G01,899,108,000-261120-0007",
        "G01.899.108.000 261120 0007",
        "G01899108000 261120 0007",
        "G01.899.108.000_261120_0007",
        "\u{FEFF}G01.899\u{200B}.108.000\u{2011}261120\u{2212}0007",
        "Ｇ０１.899.108.000-261120-0007",
    ] {
        assert_eq!(
            DossierCode::parse(typed).map(|code| code.to_string()),
            Ok(PLAIN.to_owned()),
            "{typed}"
        );
    }
    for kept in [
        "H26.22-260125-123456",
        "G01.99.108-260125-12345678",
        "O01.899-260125-0001",
    ] {
        assert_eq!(
            DossierCode::parse(kept).unwrap().as_str(),
            kept,
            "groups of two stay as they are"
        );
    }
}

#[test]
fn refusals() {
    assert_eq!(DossierCode::parse(" \u{200B} "), Err(FieldCode::Required));
    for typed in [
        "G01",
        "G01-261120-0007",
        "G01.899.108.000-261120",
        "G01.899.108.000-261120-007",
        "G01.899.108.000-261120-123456789",
        "G01.899.108.000-261320-0007",
        "G01.899.108.000-260230-0007",
        "G01.899.108.000-20261120-0007",
        "G01.899.108.000.111.222-261120-0007",
        "G01.8.108-261120-0007",
        "001.899.108.000-261120-0007",
        "GG1.899.108.000-261120-0007",
        "G01.899.108.000-261120-0007-1",
        "G0189910800-261120-0007",
        "G018991080002611200007",
        "Ế01.899-261120-0007",
        "K7M-2XP-94R",
    ] {
        assert_eq!(
            DossierCode::parse(typed),
            Err(FieldCode::DossierCodeFormat),
            "{typed}"
        );
    }
}

#[test]
fn what_cannot_be_built() {
    let day = date(2026, 11, 20);
    for (prefix, day, serial) in [
        ("G01", day, 1),
        ("g01.899", day, 1),
        ("G01.899-1", day, 1),
        ("G01.899", date(1999, 12, 31), 1),
        ("G01.899", date(2100, 1, 1), 1),
        ("G01.899", day, 100_000_000),
    ] {
        assert_eq!(
            DossierCode::new(prefix, day, serial),
            Err(FieldCode::DossierCodeFormat),
            "{prefix}"
        );
    }
    assert!(DossierCode::with_owner("G01.899", day, 100, 1_000_000).is_err());
    assert_eq!(DossierCode::new("G01.899", day, 0).unwrap().serial(), "0000");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), near in "[GgOo0-9.–_ -]{0,32}") {
        for text in [text, near] {
            if let Ok(code) = DossierCode::parse(&text) {
                prop_assert_eq!(DossierCode::parse(code.as_str()), Ok(code));
            }
        }
    }

    #[test]
    fn built_and_read_is_the_same(year in 2000i16..2100, month in 1i8..=12, day in 1i8..=28, serial in 0u32..100_000_000) {
        let day = date(year, month, day);
        let code = DossierCode::new("G01.899.108.000", day, serial).unwrap();
        prop_assert_eq!(DossierCode::parse(&code.as_str().to_lowercase().replace('.', "")), Ok(code.clone()));
        prop_assert_eq!(code.received_on(), day);
        prop_assert_eq!(code.serial().parse::<u32>(), Ok(serial));
    }
}

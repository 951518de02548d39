use super::*;
use crate::age::AgeSpan;
use jiff::civil::date;
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 22);

fn born(iso: &str) -> BirthDate {
    BirthDate::from_iso(iso).unwrap()
}

#[test]
fn whole_and_partial() {
    let cases = [
        (
            "1985-08-15",
            Precision::Day,
            date(1985, 8, 15),
            date(1985, 8, 15),
            "15/08/1985",
        ),
        (
            "1985-02",
            Precision::Month,
            date(1985, 2, 1),
            date(1985, 2, 28),
            "02/1985",
        ),
        (
            "1984-02",
            Precision::Month,
            date(1984, 2, 1),
            date(1984, 2, 29),
            "02/1984",
        ),
        (
            "1985",
            Precision::Year,
            date(1985, 1, 1),
            date(1985, 12, 31),
            "1985",
        ),
    ];
    for (iso, precision, earliest, latest, slashed) in cases {
        let birth = born(iso);
        assert_eq!(birth.to_string(), iso);
        assert_eq!(birth.precision(), precision);
        assert_eq!((birth.earliest(), birth.latest()), (earliest, latest));
        assert_eq!(birth.slashed(), slashed);
        assert_eq!(birth.date(), (precision == Precision::Day).then_some(earliest));
        let json = serde_json::to_string(&birth).unwrap();
        assert_eq!(json, format!("\"{iso}\""));
        assert_eq!(serde_json::from_str::<BirthDate>(&json).unwrap(), birth);
        assert_eq!(format!("{birth:?}"), "BirthDate(…)");
    }
}

#[test]
fn iso_refusals() {
    for (text, code) in [
        ("", FieldCode::Required),
        ("85", FieldCode::DateImpossible),
        ("1985-8-15", FieldCode::DateImpossible),
        ("1985-13", FieldCode::DateImpossible),
        ("1985-00", FieldCode::DateImpossible),
        ("1985-02-30", FieldCode::DateImpossible),
        ("2001-02-29", FieldCode::DateImpossible),
        ("1985-08-15-1", FieldCode::DateImpossible),
        ("15/08/1985", FieldCode::DateImpossible),
        ("+985-08-15", FieldCode::DateImpossible),
        ("1899-12-31", FieldCode::DateTooOld),
        ("2026-11-23", FieldCode::DateFuture),
        ("2026-12", FieldCode::DateFuture),
        ("2027", FieldCode::DateFuture),
        ("2400", FieldCode::DateFuture),
    ] {
        assert_eq!(BirthDate::parse(text, TODAY), Err(code), "{text}");
    }
    for text in ["2026-11-22", "2026-11", "2026", "1900-01-01"] {
        assert!(BirthDate::parse(text, TODAY).is_ok(), "{text}");
    }
}

#[test]
fn three_boxes() {
    let read = |d, m, y, unknown| BirthDate::parse_parts(d, m, y, unknown, TODAY);
    assert_eq!(read("15", "08", "1985", false), Ok(born("1985-08-15")));
    assert_eq!(read(" 5 ", "8", "1985", false), Ok(born("1985-08-05")));
    assert_eq!(read("１５", "８", "１９８５", false), Ok(born("1985-08-15")));
    assert_eq!(read("29", "2", "2000", false), Ok(born("2000-02-29")));
    assert_eq!(read("", "", "1985", true), Ok(born("1985")));
    assert_eq!(read("", "8", "1985", true), Ok(born("1985-08")));
    assert_eq!(
        read("31", "", "1985", true),
        Ok(born("1985")),
        "a day without a month is not looked at"
    );
    for (day, month, year, unknown, code) in [
        ("", "8", "1985", false, FieldCode::Required),
        ("15", "", "1985", false, FieldCode::Required),
        ("15", "8", "", false, FieldCode::Required),
        ("", "", "", true, FieldCode::Required),
        ("15", "8", "85", false, FieldCode::DateYear),
        ("15", "8", "19850", false, FieldCode::DateImpossible),
        ("31", "2", "1985", false, FieldCode::DateImpossible),
        ("29", "2", "2001", false, FieldCode::DateImpossible),
        ("0", "8", "1985", false, FieldCode::DateImpossible),
        ("15", "13", "1985", false, FieldCode::DateImpossible),
        ("x", "8", "1985", false, FieldCode::DateImpossible),
        ("-1", "8", "1985", false, FieldCode::DateImpossible),
        ("", "x", "1985", true, FieldCode::DateImpossible),
        ("23", "11", "2026", false, FieldCode::DateFuture),
        ("1", "1", "1899", false, FieldCode::DateTooOld),
    ] {
        assert_eq!(
            read(day, month, year, unknown),
            Err(code),
            "{day}/{month}/{year} {unknown}"
        );
    }
}

#[test]
fn ages_are_careful_with_what_is_not_known() {
    let whole = born("2012-11-22");
    assert_eq!(whole.age_on(date(2026, 11, 21)), 13);
    assert_eq!(whole.age_on(TODAY), 14);
    assert_eq!(
        whole.ages_on(TODAY),
        AgeSpan {
            youngest: 14,
            oldest: 14
        }
    );
    let year = born("2012");
    assert_eq!(year.age_on(TODAY), 13);
    assert_eq!(
        year.ages_on(TODAY),
        AgeSpan {
            youngest: 13,
            oldest: 14
        }
    );
    assert_eq!(year.birthday(14), date(2026, 12, 31));
    assert_eq!(born("2030").age_on(TODAY), 0, "not born yet");
    assert_eq!(born("1900").age_on(TODAY), 125);
}

#[test]
fn born_on_29_february() {
    let leap = born("2000-02-29");
    assert_eq!(leap.birthday(14), date(2014, 2, 28));
    assert_eq!(leap.birthday(40), date(2040, 2, 29));
    assert_eq!(leap.age_on(date(2014, 2, 27)), 13);
    assert_eq!(leap.age_on(date(2014, 2, 28)), 14);
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), other in any::<String>()) {
        let _ = BirthDate::from_iso(&text);
        let _ = BirthDate::parse_parts(&text, &other, &text, true, TODAY);
        let _ = BirthDate::parse_parts(&other, &text, "1985", false, TODAY);
    }

    #[test]
    fn age_and_birthday_agree(year in 1900i16..2100, month in 1i8..=12, day in 1i8..=28, on in 0i32..90_000) {
        let birth = BirthDate::new(year, Some(month), Some(day)).unwrap();
        let on = birth.earliest().checked_add(jiff::Span::new().days(on)).unwrap();
        let age = birth.age_on(on);
        prop_assert!(birth.birthday(age) <= on);
        prop_assert!(age == u8::MAX || on < birth.birthday(age + 1));
    }
}

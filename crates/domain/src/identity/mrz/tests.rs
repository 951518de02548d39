use super::*;
use jiff::civil::{Date, date};
use proptest::prelude::*;

/// Number, name, birth, sex, expiry, lines. All invented; the check digits were computed independently.
type Sample = (
    &'static str,
    &'static str,
    &'static str,
    Sex,
    Option<Date>,
    [&'static str; 3],
);

const SAMPLES: [Sample; 6] = [
    (
        "079085000123",
        "Nguyễn Văn Thử",
        "1985-08-15",
        Sex::Male,
        Some(date(2045, 8, 15)),
        [
            "IDVNM0850001235079085000123<<5",
            "8508155M4508157VNM<<<<<<<<<<<4",
            "NGUYEN<<VAN<THU<<<<<<<<<<<<<<<",
        ],
    ),
    (
        "048195000456",
        "Trần Thị Mẫu Đơn",
        "1995-02-03",
        Sex::Female,
        Some(date(2035, 2, 3)),
        [
            "IDVNM1950004568048195000456<<8",
            "9502035F3502033VNM<<<<<<<<<<<2",
            "TRAN<<THI<MAU<DON<<<<<<<<<<<<<",
        ],
    ),
    (
        "079308000789",
        "Lê Ngọc Ví Dụ",
        "2008-11-21",
        Sex::Female,
        Some(date(2033, 11, 21)),
        [
            "IDVNM3080007891079308000789<<1",
            "0811219F3311215VNM<<<<<<<<<<<6",
            "LE<<NGOC<VI<DU<<<<<<<<<<<<<<<<",
        ],
    ),
    (
        "001161000321",
        "Phạm Thị Giả Định",
        "1961-09-09",
        Sex::Female,
        None,
        [
            "IDVNM1610003214001161000321<<5",
            "6109097F9912315VNM<<<<<<<<<<<4",
            "PHAM<<THI<GIA<DINH<<<<<<<<<<<<",
        ],
    ),
    (
        "048218000654",
        "Đỗ Minh Họa",
        "2018-06-30",
        Sex::Male,
        Some(date(2032, 6, 30)),
        [
            "IDVNM2180006546048218000654<<6",
            "1806302M3206308VNM<<<<<<<<<<<4",
            "DO<<MINH<HOA<<<<<<<<<<<<<<<<<<",
        ],
    ),
    (
        "092200000987",
        "Võ Hoàng Đặng Nguyên Thí Nghiệm Dài",
        "2000-02-29",
        Sex::Male,
        Some(date(2040, 2, 29)),
        [
            "IDVNM2000009878092200000987<<7",
            "0002299M4002297VNM<<<<<<<<<<<8",
            "VO<<HOANG<DANG<NGUYEN<THI<NGHI",
        ],
    ),
];

fn made(sample: &Sample) -> Mrz {
    let (number, name, birth, sex, expiry, _) = sample;
    let expiry = expiry.map_or(Expiry::Never, |date| Expiry::On { date });
    let name = PersonName::parse(name).unwrap();
    let number = PersonalNumber::parse(number).unwrap();
    Mrz::new(number, &name, BirthDate::from_iso(birth).unwrap(), *sex, expiry).unwrap()
}

#[test]
fn worked_samples_both_ways() {
    for sample in &SAMPLES {
        let mrz = made(sample);
        assert_eq!(mrz.lines(), sample.5);
        let read = Mrz::parse(&sample.5.join("\n")).unwrap();
        assert_eq!(read, mrz);
        assert_eq!(read.number().as_str(), sample.0);
        assert_eq!(read.birth_date().to_string(), sample.2);
        assert_eq!(read.sex(), sample.3);
        assert_eq!(read.expiry().date(), sample.4);
        assert_eq!(format!("{read:?}"), "Mrz(…)");
    }
    assert_eq!(made(&SAMPLES[0]).name(), "NGUYEN VAN THU");
}

#[test]
fn as_typed_and_as_cameras_read() {
    let expected = made(&SAMPLES[0]);
    for text in [
        "idvnm0850001235079085000123<<5 8508155m4508157vnm<<<<<<<<<<<4 nguyen<<van<thu",
        "IDVNMO85OOO1235O79O85OOO123<<5\r\n85O8I55M45O8I57VNM<<<<<<<<<<<4\r\nNGUYEN<<VAN<THU<<<<<<<<<<<<<<<",
        "IDVNM0850001235079085000123KK5\n8508155M4508157VNM<<<<<KK<<<<4\nNGUYEN<<VAN<THU<<<<<<<<<<<<<<<",
        "1DVNM0850001235079085000123«5\n8508155M4508157VNM«««««<4\nNGUYEN«VAN‹THU",
        "\u{FEFF}IDVNM0850001235079085000123<<5850B155M450B157VNM<<<<<<<<<<<4NGUYEN<<VAN<THU<<<<<<<<<<<<<<<",
    ] {
        assert_eq!(Mrz::parse(text), Ok(expected.clone()), "{text}");
    }
}

#[test]
fn refusals() {
    let good = SAMPLES[0].5.join("");
    let with = |from: &str, to: &str| good.replacen(from, to, 1);
    for (text, error) in [
        (String::new(), MrzError::Length),
        (good.repeat(2), MrzError::Length),
        (good[..60].to_owned(), MrzError::Length),
        (with("VAN", "V?N"), MrzError::Characters),
        (with("IDVNM085", "IDVNMX85"), MrzError::Characters),
        (with("IDVNM", "IDLAO"), MrzError::NotVietnamese),
        (with("VNM<", "LAO<"), MrzError::NotVietnamese),
        (with("IDVNM", "P<VNM"), MrzError::NotVietnamese),
        (with("085000123", "085000124"), MrzError::NumberCheck),
        (with("079085", "078085"), MrzError::NumberCheck),
        (with("8508155", "8508165"), MrzError::BirthCheck),
        (with("4508157", "4508167"), MrzError::ExpiryCheck),
        (with("<4NGUYEN", "<5NGUYEN"), MrzError::CompositeCheck),
        (with("M45", "X45"), MrzError::Sex),
    ] {
        assert_eq!(Mrz::parse(&text), Err(error), "{text}");
    }
    // Every check digit fits, yet the two numbers are of different people.
    let (document, number) = ("085000123", "079085000321<<");
    let digit = |text: &str| check::check_digit(text.bytes());
    let first = format!("{document}{}{number}{}", digit(document), digit(number));
    let composite = digit(&format!("{first}85081554508157<<<<<<<<<<<"));
    let zone = format!("IDVNM{first}8508155M4508157VNM<<<<<<<<<<<{composite}NGUYEN<<VAN<THU");
    assert_eq!(Mrz::parse(&zone), Err(MrzError::Number));
}

#[test]
fn a_birth_year_alone() {
    let name = PersonName::parse("Phạm Thị Giả Định").unwrap();
    let number = PersonalNumber::parse("098161000321").unwrap();
    for birth in ["1961", "1961-09"] {
        let birth = BirthDate::from_iso(birth).unwrap();
        let mrz = Mrz::new(number.clone(), &name, birth, Sex::Female, Expiry::Never).unwrap();
        assert_eq!(Mrz::parse(&mrz.lines().concat()), Ok(mrz));
    }
}

#[test]
fn what_two_digit_years_cannot_say() {
    let name = PersonName::parse("Nguyễn Văn Thử").unwrap();
    let number = PersonalNumber::parse("098085000123").unwrap();
    let new = |birth: &str, expiry| {
        Mrz::new(
            number.clone(),
            &name,
            BirthDate::from_iso(birth).unwrap(),
            Sex::Male,
            expiry,
        )
    };
    assert_eq!(new("2085", Expiry::Never), Err(MrzError::Date));
    assert_eq!(
        new(
            "1985",
            Expiry::On {
                date: date(2099, 12, 31)
            }
        ),
        Err(MrzError::Date)
    );
    assert_eq!(
        new(
            "1985",
            Expiry::On {
                date: date(2100, 1, 1)
            }
        ),
        Err(MrzError::Date)
    );
    assert!(
        new(
            "1985",
            Expiry::On {
                date: date(2099, 12, 30)
            }
        )
        .is_ok()
    );
}

prop_compose! {
    fn any_card()(
        prefix in "[0-9]{3}", century in 0u8..5, female in any::<bool>(), tail in "[0-9]{6}",
        birth in (0i16..100, proptest::option::of((1i8..=12, proptest::option::of(1i8..=28)))),
        expiry in proptest::option::of((2000i16..2099, 1i8..=12, 1i8..=28)),
        name in "(Đỗ|Nguyễn|Ý|H'Hen)( [a-zA-ZĐđÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨƠƯàáâãèéêìíòóôõùúýăĩũơưẠ-ỹ]{1,9}){0,6}",
    ) -> Option<(Mrz, PersonName)> {
        let sex = if female { Sex::Female } else { Sex::Male };
        let (yy, rest) = birth;
        let number = format!("{prefix}{}{yy:02}{tail}", century * 2 + u8::from(female));
        let month = rest.map(|(month, _)| month);
        let day = rest.and_then(|(_, day)| day);
        let birth = BirthDate::new(1900 + 100 * i16::from(century) + yy, month, day).ok()?;
        let expiry = expiry.map_or(Expiry::Never, |(y, m, d)| Expiry::On { date: date(y, m, d) });
        let name = PersonName::parse(&name).ok()?;
        let mrz = Mrz::new(PersonalNumber::parse(&number).ok()?, &name, birth, sex, expiry).ok()?;
        Some((mrz, name))
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), zone in "[A-Z0-9<]{61,90}") {
        let _ = Mrz::parse(&text);
        let _ = Mrz::parse(&zone);
        let _ = Mrz::parse(&format!("IDVNM{zone}"));
    }

    #[test]
    fn written_and_read_is_the_same(card in any_card()) {
        if let Some((mrz, _)) = card {
            let lines = mrz.lines();
            prop_assert!(lines.iter().all(|line| line.len() == 30));
            prop_assert_eq!(Mrz::parse(&lines.join("\n")), Ok(mrz.clone()));
        }
    }

    #[test]
    fn one_wrong_character_never_makes_another_card(card in any_card(), at in 5usize..60, wrong in "[A-Z0-9<]") {
        // Not the sex, which no check digit covers, and not the nationality, which is refused anyway.
        if let Some((mrz, _)) = card && at != 37 {
            let mut zone = mrz.lines().concat();
            zone.replace_range(at..=at, &wrong);
            if let Ok(read) = Mrz::parse(&zone) {
                prop_assert_eq!(read, mrz, "position {}", at + 1);
            }
        }
    }
}

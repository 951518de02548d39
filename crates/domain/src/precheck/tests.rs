use super::*;
use crate::field::FieldCode;
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 22);

fn side(kind: &str, name: &str, birth: &str, number: &str) -> PaperSide {
    let typed = PaperTyped {
        kind,
        name,
        birth,
        number,
    };
    PaperSide::parse(&typed, TODAY).expect("sound")
}

fn found(a: PaperSide, b: PaperSide) -> Vec<Finding> {
    compare(&Pair {
        a,
        b,
        address: AddressAnswer::Skipped,
        phone: PhoneAnswer::Skipped,
    })
}

fn only(a: PaperSide, b: PaperSide) -> Mismatch {
    let all = found(a, b);
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].mismatch
}

#[test]
fn names() {
    let mut wrong = Vec::new();
    for (a, b, expected) in [
        ("Nguyễn Văn Thử", "NGUYỄN VĂN THỬ", Mismatch::Same),
        ("Nguyễn Văn Thử", "Nguye\u{302}\u{303}n Văn  Thử", Mismatch::Same),
        ("Trần Thị Hoà", "Trần Thị Hòa", Mismatch::NameTonePlace),
        ("Lê Thuý", "Lê Thúy", Mismatch::NameTonePlace),
        ("Nguyễn Văn Thu", "Nguyễn Văn Thử", Mismatch::NameMarks),
        ("Đặng Thị Mơ", "Dang Thi Mo", Mismatch::NameMarks),
        ("Phạm Quý", "Phạm Quí", Mismatch::NameLetters),
        ("Nguyễn Văn Sanh", "Nguyễn Văn Xanh", Mismatch::NameLetters),
        ("Nguyễn Thị Kim Anh", "Nguyễn Kim Anh", Mismatch::NameWordMissing),
        ("Nguyễn Thị Kim Anh", "Nguyễn Thị Kimanh", Mismatch::NameLetters),
        ("Nguyễn Văn Thử", "Thu Van Nguyen", Mismatch::NameOrder),
        ("Nguyễn Văn Thử", "Lê Thị Mẫu Đơn", Mismatch::NameOther),
    ] {
        for (a, b) in [(a, b), (b, a)] {
            let is = only(
                side("birth_certificate", a, "", ""),
                side("identity_card", b, "", ""),
            );
            if is != expected {
                wrong.push(format!("{a} / {b}: {is}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn birth_dates() {
    for (a, b, expected) in [
        ("1985-08-15", "1985-08-15", Mismatch::Same),
        ("1985-08-05", "1985-05-08", Mismatch::BirthSwapped),
        ("1985-08-15", "1985-08-16", Mismatch::BirthOnePart),
        ("1985-08-15", "1958-08-15", Mismatch::BirthOnePart),
        ("1985", "1985-08-15", Mismatch::BirthPartial),
        ("1985-08", "1985-08-15", Mismatch::BirthPartial),
        ("1985", "1985", Mismatch::BirthPartial),
        ("1984", "1985-08-15", Mismatch::BirthOther),
        ("1985-07", "1985-08-15", Mismatch::BirthOther),
        ("1985-08-15", "1984-07-15", Mismatch::BirthOther),
    ] {
        for (a, b) in [(a, b), (b, a)] {
            assert_eq!(
                only(
                    side("birth_certificate", "", a, ""),
                    side("identity_card", "", b, "")
                ),
                expected,
                "{a} {b}"
            );
        }
    }
}

#[test]
fn numbers() {
    for (a, b, expected) in [
        ("098085000123", "098 085 000 123", Mismatch::Same),
        ("020000123", "020.000.123", Mismatch::Same),
        ("098085000123", "020000123", Mismatch::NumberOld),
        ("020000123", "020000124", Mismatch::NumberOld),
        ("098085000123", "098085000124", Mismatch::NumberSlip),
        ("098085000123", "098085000132", Mismatch::NumberSlip),
        ("098085000123", "098085000321", Mismatch::NumberOther),
    ] {
        assert_eq!(
            only(side("identity_card", "", "", a), side("cmnd", "", "", b)),
            expected,
            "{a} {b}"
        );
    }
}

#[test]
fn a_number_of_another_year_is_remarked_on_once() {
    let a = side("birth_certificate", "", "1986-08-15", "");
    let b = side("identity_card", "", "1986-08-15", "098085000123");
    let all = found(a, b);
    let year: Vec<_> = all
        .iter()
        .filter(|one| one.mismatch == Mismatch::NumberYear)
        .collect();
    assert_eq!(year.len(), 1);
    assert_eq!((year[0].weight, year[0].topic), (Weight::Bring, Topic::Number));
    let fits = found(
        side("birth_certificate", "", "1985-08-15", ""),
        side("identity_card", "", "", "098085000123"),
    );
    assert!(fits.is_empty(), "{fits:?}");
}

#[test]
fn who_puts_it_right() {
    let (thu, thuu) = ("Nguyễn Văn Thu", "Nguyễn Văn Thử");
    for (a, b, weight, fixers) in [
        (
            "birth_certificate",
            "identity_card",
            Weight::FixFirst,
            vec![Fixer::CommunePolice, Fixer::CivilRegistry],
        ),
        (
            "birth_certificate",
            "account",
            Weight::FixFirst,
            vec![Fixer::CommunePolice, Fixer::CivilRegistry],
        ),
        (
            "identity_card",
            "account",
            Weight::FixFirst,
            vec![Fixer::CommunePolice],
        ),
        (
            "identity_card",
            "other",
            Weight::FixFirst,
            vec![Fixer::CommunePolice, Fixer::Issuer],
        ),
        (
            "birth_certificate",
            "passport",
            Weight::Bring,
            vec![Fixer::Issuer, Fixer::CivilRegistry],
        ),
        (
            "birth_certificate",
            "cmnd",
            Weight::Bring,
            vec![Fixer::IntakeOfficer, Fixer::CivilRegistry],
        ),
    ] {
        let all = found(side(a, thu, "", ""), side(b, thuu, "", ""));
        assert_eq!((all[0].weight, &all[0].fixers), (weight, &fixers), "{a} {b}");
        assert_eq!(all[0].proofs.first(), Some(&Proof::BirthCertificate));
        assert!(!all[0].legal.is_empty());
    }
}

#[test]
fn the_merger_forces_nobody_and_a_foreign_number_does_not_do() {
    let pair = |address, phone| Pair {
        a: side("identity_card", "", "", ""),
        b: side("account", "", "", ""),
        address,
        phone,
    };
    let all = compare(&pair(AddressAnswer::OldLevels, PhoneAnswer::Foreign));
    assert_eq!(all[0].mismatch, Mismatch::PhoneForeign, "the heaviest first");
    assert_eq!((all[0].weight, all[1].weight), (Weight::FixFirst, Weight::Fine));
    assert!(all[1].fixers.is_empty() && all[1].proofs.is_empty());
    let moved = compare(&pair(AddressAnswer::Moved, PhoneAnswer::Own));
    assert_eq!(moved[0].fixers, [Fixer::CommunePolice]);
    assert_eq!(moved[1].mismatch, Mismatch::Same);
    assert!(compare(&pair(AddressAnswer::Skipped, PhoneAnswer::Skipped)).is_empty());
}

#[test]
fn wrong_fields_are_named() {
    let refused = |kind, name, birth, number| {
        let typed = PaperTyped {
            kind,
            name,
            birth,
            number,
        };
        PaperSide::parse(&typed, TODAY).expect_err("refused")
    };
    assert_eq!(refused("", "", "", ""), [(SideField::Kind, FieldCode::Required)]);
    assert_eq!(
        refused("cmnd", "Nguyễn V4n", "1985-02-30", "12345"),
        [
            (SideField::Name, FieldCode::NameCharacters),
            (SideField::Birth, FieldCode::DateImpossible),
            (SideField::Number, FieldCode::PersonalNumberLength),
        ]
    );
    assert_eq!(
        refused("cmnd", "", "2026-11-23", ""),
        [(SideField::Birth, FieldCode::DateFuture)]
    );
}

proptest! {
    /// Comparing is the same from both sides, and a paper never differs from itself except by what it lacks.
    #[test]
    fn fair_from_both_sides(a in "[A-ZĐ][a-zàáảạơưôê]{1,6}( [A-ZĐ][a-zàáảạơưôêíy]{1,6}){1,3}", b in "[A-ZĐ][a-zàáảạơưôê]{1,6}( [A-ZĐ][a-zàáảạơưôêíy]{1,6}){1,3}") {
        let one = |name: &str| side("identity_card", name, "", "");
        prop_assert_eq!(only(one(&a), one(&b)), only(one(&b), one(&a)));
        prop_assert_eq!(only(one(&a), one(&a)), Mismatch::Same);
    }
}

#[test]
fn what_an_office_is_told_of_what_was_found() {
    use crate::intake::Fault;
    let a = side("birth_certificate", "Nguyễn Văn Thu", "1985-08-16", "");
    let b = side("identity_card", "NGUYỄN VĂN THỬ", "1985-08-15", "");
    let pair = Pair {
        a,
        b,
        address: AddressAnswer::Same,
        phone: PhoneAnswer::Somebodys,
    };
    let told: Vec<Option<Fault>> = compare(&pair).iter().map(Finding::fault).collect();
    // The address agrees, and the phone is the carrier's business.
    assert_eq!(told, [Some(Fault::Name), Some(Fault::BirthDate), None, None]);
}

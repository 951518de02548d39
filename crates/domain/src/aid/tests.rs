use super::*;
use crate::{account::State, fee::Exemption, field::FieldCode, identity::PersonName, wire::aid::LinkPayout};
use jiff::civil::date;

const FILE: &str = include_str!("../../../../data/payout.tsv");

fn providers() -> Vec<Provider> {
    parse_providers("payout.tsv", FILE, date(2026, 11, 23)).unwrap()
}

#[test]
fn the_file_has_banks_and_wallets_from_their_day_on() {
    let names: Vec<String> = providers().into_iter().map(|one| one.name).collect();
    assert_eq!(names.len(), 8);
    assert!(names.contains(&"Vietcombank".to_owned()) && names.contains(&"VNPT Money".to_owned()));
    assert_eq!(parse_providers("payout.tsv", FILE, date(2025, 8, 29)), Ok(vec![]));
}

#[test]
fn bad_rows_are_named() {
    let head = "id\tkind\tname\tvalid_from\tvalid_to\tsource\n";
    let good = "a\tbank\tA\t2025-01-01\t2025-12-31\tx\n";
    let refused = |rows: &str| {
        let text = format!("{head}{rows}");
        parse_providers("p.tsv", &text, date(2025, 6, 1))
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        parse_providers("p.tsv", &format!("{head}{good}"), date(2025, 12, 31))
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        parse_providers("p.tsv", &format!("{head}{good}"), date(2026, 1, 1))
            .unwrap()
            .len(),
        0
    );
    assert_eq!(refused(&format!("{good}{good}")), "p.tsv:3: a stands twice");
    assert_eq!(
        refused("a\tbank\tA\t2025-01-01\t\t\n"),
        "p.tsv:2: without a source"
    );
    assert_eq!(
        refused("a\tshop\tA\t2025-01-01\t\tx\n"),
        "p.tsv:2: \"shop\" is not bank or wallet"
    );
    assert_eq!(
        refused("a\tbank\tA\tsoon\t\tx\n"),
        "p.tsv:2: \"soon\" is not a date"
    );
}

#[test]
fn numbers_of_banks_and_wallets() {
    let bank = |text| PayoutNumber::parse(PayoutKind::Bank, text).map(|number| number.expose().to_owned());
    assert_eq!(bank(" 1903 4567-89.01 "), Ok("190345678901".to_owned()));
    assert_eq!(bank(" "), Err(FieldCode::Required));
    for wrong in [
        "12345",
        "12345678901234567890",
        "19034567890x",
        "00000000",
        "１２３４５６７８",
    ] {
        assert_eq!(bank(wrong), Err(FieldCode::PayoutNumberFormat), "{wrong}");
    }
    let wallet = |text| PayoutNumber::parse(PayoutKind::Wallet, text).map(|n| n.last_digits().to_owned());
    assert_eq!(wallet("0912 345 678"), Ok("5678".to_owned()));
    assert_eq!(wallet("028 3920 1701"), Err(FieldCode::PhoneNotMobile));
    assert_eq!(
        format!("{:?}", PayoutNumber::parse(PayoutKind::Bank, "123456")),
        "Ok(PayoutNumber(…))"
    );
}

#[test]
fn the_holder_is_the_person_whatever_marks_and_case() {
    let person = PersonName::parse("Đặng Thị Huệ").unwrap();
    let same = |holder: &str| same_holder(&PersonName::parse(holder).unwrap(), &person);
    assert!(same("DANG THI HUE") && same("đặng thị huệ"));
    // The order of the words counts, and so does each of them.
    assert!(!same("HUE DANG THI") && !same("DANG THI HUEN") && !same("DANG HUE"));
}

#[test]
fn every_wrong_field_of_a_link_is_named_at_once() {
    let (all, person) = (providers(), PersonName::parse("Nguyễn Văn Thử").unwrap());
    let wish = |provider: &str, number: &str, holder: &str, passcode: &str| {
        let wish = LinkPayout {
            provider: provider.into(),
            number: number.into(),
            holder: holder.into(),
            passcode: passcode.into(),
        };
        let parsed = wish
            .parse(&all, &person)
            .map(|(provider, number)| (provider.id.clone(), number));
        parsed.map_err(|wrong| {
            wrong
                .iter()
                .map(|e| format!("{}:{}", e.field, e.code))
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(wish("mb", "190345678901", "NGUYEN VAN THU", "1").unwrap().0, "mb");
    assert_eq!(
        wish("", "", "", " ").unwrap_err(),
        [
            "provider:required",
            "number:required",
            "holder:required",
            "passcode:required"
        ]
    );
    assert_eq!(
        wish("vnpt_money", "12345", "TRAN THI MAU", "1").unwrap_err(),
        ["number:phone_length", "holder:holder_other"]
    );
    assert_eq!(
        wish("sacombank", "123456", "Nguyễn Văn Thử", "1").unwrap_err(),
        ["provider:choice_unknown"]
    );
}

#[test]
fn the_words_of_communes_and_what_frees_from_the_fee() {
    for (words, kind, exemption) in [
        (
            "Hộ nghèo",
            BenefitKind::PoorHousehold,
            Some(Exemption::PoorHousehold),
        ),
        ("HO CAN NGHEO", BenefitKind::NearPoorHousehold, None),
        (
            "Người khuyết tật",
            BenefitKind::Disability,
            Some(Exemption::Disability),
        ),
        (
            "người có công với cách mạng",
            BenefitKind::Merit,
            Some(Exemption::Merit),
        ),
        (
            "Dân tộc thiểu số",
            BenefitKind::EthnicMinority,
            Some(Exemption::EthnicMinority),
        ),
        (
            "Biên giới, hải đảo",
            BenefitKind::BorderOrIsland,
            Some(Exemption::BorderOrIsland),
        ),
        ("Bảo trợ xã hội", BenefitKind::SocialProtection, None),
        (" social_pension ", BenefitKind::SocialPension, None),
    ] {
        assert_eq!(BenefitKind::of_words(words), Some(kind), "{words}");
        assert_eq!(kind.exemption(), exemption, "{words}");
    }
    assert_eq!(BenefitKind::of_words("hộ giàu"), None);
    assert_eq!(BenefitKind::of_words(""), None);
}

#[test]
fn what_is_missing_first() {
    for (card, account, payout, missing) in [
        (false, None, false, Some(Missing::Card)),
        (true, None, false, Some(Missing::Account)),
        (false, Some(State::L2Approved), false, Some(Missing::Account)),
        (true, Some(State::Locked), true, Some(Missing::Account)),
        (true, Some(State::L2Active), false, Some(Missing::Payout)),
        (true, Some(State::L2Active), true, None),
    ] {
        assert_eq!(Missing::first(card, account, payout), missing);
    }
}

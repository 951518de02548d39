use super::*;
use crate::{age::AgeSpan, legal::Act, reason::Reason};
use jiff::civil::{Date, date};

const FILE: &str = include_str!("../../../../data/fees.csv");

fn case(reason: Reason, channel: FilingChannel, on: Date) -> FeeCase<'static> {
    let age = AgeSpan {
        youngest: 30,
        oldest: 30,
    };
    FeeCase {
        reason,
        channel,
        on,
        age,
        exemptions: &[],
        level_2: false,
        agency_error: false,
    }
}

fn amounts(channel: FilingChannel, on: Date) -> [Option<u32>; 3] {
    let table = FeeTable::parse(FILE).unwrap();
    [Reason::FromCccd, Reason::Request, Reason::Lost]
        .map(|reason| table.estimate(&case(reason, channel, on)).amount_vnd)
}

#[test]
fn the_tariff_by_period() {
    use FilingChannel::{InPerson, Online};
    let half = [Some(15_000), Some(25_000), Some(35_000)];
    let full = [Some(30_000), Some(50_000), Some(70_000)];
    for (channel, on, expected) in [
        (InPerson, date(2024, 12, 31), half),
        (InPerson, date(2025, 1, 1), full),
        (Online, date(2025, 1, 1), half),
        (InPerson, date(2025, 6, 30), full),
        (InPerson, date(2025, 7, 1), half),
        (Online, date(2026, 11, 22), half),
        (InPerson, date(2026, 12, 31), half),
        (InPerson, date(2027, 1, 1), full),
        (Online, date(2027, 6, 1), full),
        (InPerson, date(2024, 6, 30), [None; 3]),
    ] {
        assert_eq!(amounts(channel, on), expected, "{channel} on {on}");
    }
}

#[test]
fn disputed_periods_are_provisional() {
    let table = FeeTable::parse(FILE).unwrap();
    let at = |on| table.estimate(&case(Reason::Request, FilingChannel::InPerson, on));
    assert!(!at(date(2025, 12, 31)).provisional);
    assert!(at(date(2026, 1, 1)).provisional);
    assert!(at(date(2027, 1, 1)).provisional);
    assert_eq!(at(date(2026, 12, 31)).legal_basis.act, Act::Circular64);
    assert_eq!(at(date(2027, 1, 1)).legal_basis.act, Act::Circular73);
    assert!(
        at(date(2020, 1, 1)).provisional,
        "a day the table does not know is not a promise"
    );
}

#[test]
fn the_online_waiver_needs_a_level_2_account_and_has_an_end() {
    let table = FeeTable::parse(FILE).unwrap();
    let at = |channel, level_2, on| {
        let case = FeeCase {
            level_2,
            ..case(Reason::Lost, channel, on)
        };
        let estimate = table.estimate(&case);
        (estimate.amount_vnd, estimate.free_reason)
    };
    let waived = (Some(0), Some(FreeReason::OnlineWaiver));
    assert_eq!(
        at(FilingChannel::Online, true, date(2026, 8, 14)),
        (Some(35_000), None)
    );
    assert_eq!(at(FilingChannel::Online, true, date(2026, 8, 15)), waived);
    assert_eq!(at(FilingChannel::Online, true, date(2027, 2, 28)), waived);
    assert_eq!(
        at(FilingChannel::Online, true, date(2027, 3, 1)),
        (Some(70_000), None)
    );
    assert_eq!(
        at(FilingChannel::Online, false, date(2026, 11, 22)),
        (Some(35_000), None)
    );
    assert_eq!(
        at(FilingChannel::InPerson, true, date(2026, 11, 22)),
        (Some(35_000), None)
    );
}

#[test]
fn free_by_law_whatever_the_day() {
    let table = FeeTable::parse(FILE).unwrap();
    for (reason, why) in [
        (Reason::New14, FreeReason::FirstIssue),
        (Reason::New6To14, FreeReason::FirstIssue),
        (Reason::NewUnder6, FreeReason::FirstIssue),
        (Reason::Age, FreeReason::AgeExchange),
        (Reason::AdminUnit, FreeReason::AdminUnit),
    ] {
        let estimate = table.estimate(&case(reason, FilingChannel::InPerson, date(2025, 3, 1)));
        assert_eq!(
            (estimate.amount_vnd, estimate.free_reason),
            (Some(0), Some(why)),
            "{reason}"
        );
        assert_eq!((estimate.class, estimate.provisional), (FeeClass::Free, false));
    }
    let wrong = case(Reason::PrintError, FilingChannel::InPerson, date(2025, 3, 1));
    assert_eq!(table.estimate(&wrong).amount_vnd, Some(50_000));
    let fault = FeeCase {
        agency_error: true,
        ..wrong
    };
    assert_eq!(table.estimate(&fault).free_reason, Some(FreeReason::AgencyError));
}

#[test]
fn exempt_persons() {
    let table = FeeTable::parse(FILE).unwrap();
    let lost = case(Reason::Lost, FilingChannel::InPerson, date(2026, 11, 22));
    let at = |youngest, oldest| {
        let case = FeeCase {
            age: AgeSpan { youngest, oldest },
            ..lost
        };
        table.estimate(&case).free_reason
    };
    assert_eq!(at(15, 15), Some(FreeReason::Child));
    assert_eq!(at(15, 16), None, "perhaps already 16");
    assert_eq!(at(16, 16), None);
    assert_eq!(at(59, 60), None, "perhaps still 59");
    assert_eq!(at(60, 60), Some(FreeReason::Elderly));
    for exemption in Exemption::ALL {
        let case = FeeCase {
            exemptions: &[*exemption],
            ..lost
        };
        let estimate = table.estimate(&case);
        assert_eq!(estimate.amount_vnd, Some(0));
        assert_eq!(
            estimate.free_reason.map(FreeReason::as_str),
            Some(exemption.as_str())
        );
        assert_eq!(estimate.legal_basis.article, Some(5));
    }
}

#[test]
fn bad_lines_are_refused() {
    let refused = |rows: &str| {
        let header = "class,channel,level_2,valid_from,valid_to,amount_vnd,provisional,basis,source\n";
        FeeTable::parse(&format!("{header}{rows}"))
            .unwrap_err()
            .to_string()
    };
    let good = "reissue,any,no,2026-01-01,2026-12-31,35000,no,circular_64_2025,x\n";
    for (row, reason) in [
        (
            "free,any,no,2026-01-01,,0,no,circular_64_2025,x",
            "2: class: \"free\" is not a valid value",
        ),
        (
            "reissue,fax,no,2026-01-01,,0,no,circular_64_2025,x",
            "2: channel: \"fax\" is not a valid value",
        ),
        (
            "reissue,any,no,2026-01-01,,-5,no,circular_64_2025,x",
            "2: amount_vnd: \"-5\" is not a valid value",
        ),
        (
            "reissue,any,no,2026-01-01,,5,no,law,x",
            "2: basis: \"law\" is not a valid value",
        ),
        (
            "reissue,any,no,2026-01-01,2025-01-01,5,no,circular_64_2025,x",
            "2: valid_to is before valid_from",
        ),
    ] {
        assert_eq!(refused(row), format!("fees.csv:{reason}"));
    }
    let twice = format!("{good}reissue,online,no,2026-12-31,,35000,no,circular_64_2025,x");
    assert_eq!(
        refused(&twice),
        "fees.csv:3: another line covers the same case on the same day"
    );
}

use super::*;
use crate::{intake::LinkedPaper, wire::Lang};
use jiff::civil::date;

const FILE: &str = include_str!("../../../../data/wallet.tsv");

fn kinds() -> Kinds {
    parse("wallet.tsv", FILE).unwrap()
}

/// The file with a line changed, and what is said about it.
fn refused(from: &str, to: &str) -> String {
    assert!(FILE.contains(from), "{from}");
    parse("wallet.tsv", &FILE.replacen(from, to, 1))
        .unwrap_err()
        .to_string()
}

#[test]
fn the_kinds_are_37_and_each_says_where_it_was_read() {
    let kinds = kinds();
    assert_eq!(kinds.papers.len(), 37);
    assert_eq!(kinds.dated, date(2026, 11, 22));
    let count = |mark| kinds.papers.iter().filter(|paper| paper.mark == mark).count();
    let marks: Vec<usize> = Mark::ALL.iter().map(|mark| count(*mark)).collect();
    assert_eq!(marks, [17, 9, 6, 2, 3]);
    assert!(kinds.to_ask("driving_licence").is_some());
    for not_here in ["identity_card", "business", "death_record", "nothing", ""] {
        assert!(kinds.to_ask(not_here).is_none(), "{not_here}");
    }
    // Nothing of the data is lost on its way to the page.
    for lang in [Lang::Vi, Lang::En] {
        let view = kinds.view(lang);
        let papers: Vec<_> = view.groups.iter().flat_map(|group| &group.papers).collect();
        assert_eq!(papers.len(), 37);
        assert!(
            papers
                .iter()
                .all(|paper| !paper.agency.is_empty() && !paper.place.is_empty())
        );
    }
}

#[test]
fn every_paper_of_form_tk01_is_one_of_them() {
    let kinds = kinds();
    for paper in LinkedPaper::ALL {
        assert!(kinds.to_ask(paper.as_str()).is_some(), "{paper}");
    }
}

#[test]
fn a_bad_row_is_refused_with_file_line_and_reason() {
    let at = |text: &str| {
        let line = FILE.lines().position(|line| line.starts_with(text)).unwrap() + 1;
        format!("wallet.tsv:{line}: ")
    };
    let licence = "paper\tdriving_licence\ttraffic_police\tsure\trequest\t";
    let cases = [
        (
            "paper\tdriving_licence\ttraffic_police\tsure",
            "paper\tdriving_licence\tnobody\tsure",
            "\"nobody\" is not an agency above",
        ),
        (
            "paper\tdriving_licence\ttraffic_police\tsure",
            "paper\tdriving_licence\ttraffic_police\tperhaps",
            "\"perhaps\" is not a mark",
        ),
        (
            licence,
            "paper\tdriving_licence\ttraffic_police\tsure\tsomehow\t",
            "\"somehow\" is not a way of asking",
        ),
        (
            "paper\tdriving_licence\t",
            "paper\tDriving licence\t",
            "\"Driving licence\" is not an id of small letters and underscores",
        ),
        (
            "\tDriving licence",
            "\tGiấy phép lái xe",
            "the same words in both languages",
        ),
        ("\tDriving licence", "\t", "no words in en"),
        (
            "\tGiấy phép lái xe\t",
            "\tGiấy  phép lái xe\t",
            "\"Giấy  phép lái xe\" is not a name in composed letters with single spaces",
        ),
    ];
    for (from, to, reason) in cases {
        assert_eq!(refused(from, to), at("paper\tdriving_licence") + reason);
    }
    let twice = refused("paper\tvehicle_registration\t", "paper\tdriving_licence\t");
    assert_eq!(
        twice,
        at("paper\tvehicle_registration") + "\"driving_licence\" stands twice"
    );
    let unsourced = refused("Police notices and press\tGiấy ra viện", "\tGiấy ra viện");
    assert_eq!(unsourced, at("paper\tdischarge") + "no source");
    let long = refused("\tGiấy ra viện", &format!("\t{}", "G".repeat(61)));
    assert_eq!(long, at("paper\tdischarge") + "a name of more than 60 letters");
    let unexplained = refused(
        "paper\tpassport\timmigration\tsure\trequest",
        "paper\tpassport\timmigration\tsure\telsewhere",
    );
    assert_eq!(
        unexplained,
        at("paper\tpassport") + "\"passport\" is not asked for here, and no note says why"
    );
    assert!(refused("dated\t2026-11-22", "dated\t2026-22-11").contains("is not a day"));
    assert!(refused("where\ttax", "where\tland").contains("is not the agency above"));
    assert!(refused("note\tbusiness", "note\tparty_card").contains("is not the paper above"));
    assert!(refused("group\thealth", "heap\thealth").contains("\"heap\" is not a kind of row"));
}

#[test]
fn a_last_day_is_a_whole_day_and_is_warned_of_a_month_before() {
    let last = Some(date(2026, 12, 31));
    for (today, soon, over) in [
        (date(2026, 11, 30), false, false),
        (date(2026, 12, 1), true, false),
        (date(2026, 12, 31), true, false),
        (date(2027, 1, 1), false, true),
    ] {
        assert_eq!(
            (ends_soon(last, today), is_over(last, today)),
            (soon, over),
            "{today}"
        );
    }
    assert!(!is_over(None, date(2099, 1, 1)) && !ends_soon(None, date(2099, 1, 1)));
}

#[test]
fn who_waits_or_has_it_cannot_ask_and_every_no_ends_in_asking_again() {
    let may: Vec<_> = State::ALL.iter().filter(|state| state.may_ask()).collect();
    assert_eq!(may, [&State::NotIntegrated, &State::Refused, &State::Expired]);
    for why in Refusal::ALL {
        assert_eq!(steps(*why).last(), Some(&Step::AskAgain), "{why}");
        assert_eq!(
            steps(*why).contains(&Step::TellOffice),
            !faults(*why).is_empty(),
            "{why}"
        );
    }
}

#[test]
fn a_number_shows_its_end_alone() {
    for (number, shown) in [
        ("790123456789", "*********789"),
        ("", ""),
        ("B1", "**"),
        ("ABC", "***"),
        ("C-1234", "*-*234"),
    ] {
        assert_eq!(masked(number), shown);
    }
}

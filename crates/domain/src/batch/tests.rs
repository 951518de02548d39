use super::*;
use crate::{account::State as Account, dossier::State as Card};
use jiff::Timestamp;
use proptest::prelude::*;

fn now() -> Timestamp {
    "2026-11-23T02:00:00Z".parse().unwrap()
}

const CODE: &str = "G01.899.108.000-261120-790007";

fn cut(format: Format, text: &[u8], step: usize) -> Vec<Line> {
    let (mut lines, mut found) = (Lines::new(format), Vec::new());
    for part in text.chunks(step.max(1)) {
        lines.feed(part, &mut found);
    }
    lines.end(&mut found);
    found
}

fn texts(found: &[Line]) -> Vec<(u32, Result<&str, Fault>)> {
    let one = |line: &Line| (line.number, line.text.clone());
    let all: Vec<(u32, Result<String, Fault>)> = found.iter().map(one).collect();
    all.into_iter()
        .map(|(number, text)| (number, text.map(|text| &*text.leak())))
        .collect()
}

#[test]
fn lines_of_a_table() {
    let text = b"\xef\xbb\xbfa;b\r\n\r\n1;2\n;;\n\"x\n3;4";
    let wanted = [(1, Ok("a;b")), (3, Ok("1;2")), (5, Ok("\"x")), (6, Ok("3;4"))];
    for step in [1, 2, 3, 100] {
        assert_eq!(texts(&cut(Format::Csv, text, step)), wanted, "{step}");
    }
    let long = [b"a\n".to_vec(), vec![b'x'; LONGEST + 5], b"\nb\n".to_vec()].concat();
    assert_eq!(
        texts(&cut(Format::Csv, &long, 7)),
        [(1, Ok("a")), (2, Err(Fault::TooLong)), (3, Ok("b"))]
    );
    assert_eq!(
        texts(&cut(Format::Csv, b"a\n\xff\nb\0\nc", 1)),
        [
            (1, Ok("a")),
            (2, Err(Fault::NotText)),
            (3, Err(Fault::NotText)),
            (4, Ok("c"))
        ]
    );
}

#[test]
fn objects_of_a_list() {
    let text = "\u{feff}[\n {\"a\": \"}{\\\"\"},\n{\"b\":\n {\"c\": 1}}]\n";
    for step in [1, 4, 100] {
        assert_eq!(
            texts(&cut(Format::Json, text.as_bytes(), step)),
            [(2, Ok("{\"a\": \"}{\\\"\"}")), (3, Ok("{\"b\":\n {\"c\": 1}}"))]
        );
    }
    // What is broken is lost up to the next object, and no further.
    let broken = "[{\"a\": \"open\n},\n{\"b\":1}, junk {\"c\":1} {\"d\":";
    assert_eq!(
        texts(&cut(Format::Json, broken.as_bytes(), 3)),
        [
            (1, Err(Fault::NotJson)),
            (3, Ok("{\"b\":1}")),
            (3, Err(Fault::NotJson)),
            (3, Ok("{\"c\":1}")),
            (3, Err(Fault::NotJson)),
        ]
    );
}

proptest! {
    #[test]
    fn however_a_file_arrives_it_has_the_same_records(
        bytes in proptest::collection::vec(any::<u8>(), 0..400), step in 1usize..50,
    ) {
        for format in [Format::Csv, Format::Json] {
            prop_assert_eq!(cut(format, &bytes, step), cut(format, &bytes, 1_000));
        }
    }

    #[test]
    fn a_row_that_was_written_is_read_again(reason in "[ -~ăđêôơư]{0,60}", id in "[a-z0-9:._/-]{1,80}") {
        let row = serde_json::json!({
            "decision_id": id, "dossier_code": CODE, "subject": "card", "outcome": "refused",
            "reason": format!("x{reason}"), "decided_at": "2026-11-23T01:00:00Z",
        });
        let text = serde_json::to_string_pretty(&row).unwrap();
        let found = cut(Format::Json, text.as_bytes(), 9);
        prop_assert_eq!(found.len(), 1);
        let read = json(Kind::Results, found[0].text.as_ref().unwrap(), now()).unwrap();
        let decided = read.decision.unwrap();
        prop_assert_eq!(decided.id, id);
        let reason = format!("x{reason}");
        prop_assert_eq!(decided.outcome.reason(), reason.trim());
    }

    #[test]
    fn no_text_stops_the_reader(text in ".{0,200}") {
        let columns = Columns::read(Kind::Arrived, "dossier_code,box").unwrap();
        let _ = csv(Kind::Arrived, &columns, &text, now());
        let _ = json(Kind::Results, &text, now());
        let _ = Columns::read(Kind::Results, &text);
    }
}

#[test]
fn headings_in_any_order_and_with_others_beside() {
    let heads = "Box;DOSSIER_CODE;note";
    let columns = Columns::read(Kind::Arrived, heads).unwrap();
    let row = csv(Kind::Arrived, &columns, &format!("7;{CODE};x"), now()).unwrap();
    assert_eq!(
        (row.code.as_str(), row.arrived.unwrap().in_box.as_str()),
        (CODE, "7")
    );
    let missing = Columns::read(Kind::Results, "decision_id,dossier_code,outcome").unwrap_err();
    assert_eq!(missing, [Column::Subject, Column::DecidedAt]);
    assert!(is_heading_mark("sep=;") && !is_heading_mark("decision_id;x"));
}

/// A row of a results file, and all that is wrong with it.
fn all_wrong(cells: &str) -> Vec<(Fault, Option<Column>)> {
    let heads = "decision_id,dossier_code,subject,outcome,reason,decided_at";
    let columns = Columns::read(Kind::Results, heads).unwrap();
    let cells = cells.replace("CODE", CODE);
    let read = csv(Kind::Results, &columns, &cells, now());
    let wrong = read.err().map(|refused| refused.wrong).unwrap_or_default();
    wrong.iter().map(|wrong| (wrong.fault, wrong.column)).collect()
}

/// The same, where at most one thing is.
fn wrong(cells: &str) -> Option<(Fault, Option<Column>)> {
    let found = all_wrong(cells);
    assert!(found.len() < 2, "{cells}: {found:?}");
    found.into_iter().next()
}

/// Story: a row without the ministry's id stood in the report without the dossier's code, which it had, and nobody knew whose it was.
#[test]
fn a_row_that_is_wrong_says_whose_it_is() {
    let heads = "decision_id,dossier_code,subject,outcome,reason,decided_at";
    let columns = Columns::read(Kind::Results, heads).unwrap();
    let read = |cells: &str| csv(Kind::Results, &columns, cells, now()).unwrap_err();
    let missing = read(&format!(
        ",{},card,in_review,,2026-11-23T01:00:00Z",
        CODE.to_lowercase()
    ));
    assert_eq!(missing.code, CODE);
    assert_eq!(missing.wrong, [Wrong::at(Column::DecisionId, Fault::Missing)]);
    assert_eq!(read("d1,G01-1,card,in_review,,2026-11-23T01:00:00Z").code, "");
    assert_eq!(
        read(&format!("d1,{CODE}")).code,
        "",
        "a line with other columns may have anything there"
    );
}

/// Story: a file of the ministry came back three times, because each time only the first fault of a row was told.
#[test]
fn all_that_is_wrong_with_a_row_is_told_at_once() {
    let one = |fault, column| (fault, Some(column));
    assert_eq!(
        all_wrong(",G01-1,thẻ,refused,,hôm qua"),
        [
            one(Fault::DossierCodeFormat, Column::DossierCode),
            one(Fault::Missing, Column::DecisionId),
            one(Fault::SubjectUnknown, Column::Subject),
            one(Fault::ReasonNeeded, Column::Reason),
            one(Fault::DateFormat, Column::DecidedAt),
        ]
    );
    let given = r#"{"dossier_code": 7, "decision_id": "d1", "subject": "account", "outcome": "printed"}"#;
    let found = json(Kind::Results, given, now()).unwrap_err();
    assert_eq!(found.code, "", "7 is nobody's");
    let found: Vec<_> = found
        .wrong
        .iter()
        .map(|wrong| (wrong.fault, wrong.column))
        .collect();
    assert_eq!(
        found,
        [
            one(Fault::NotJson, Column::DossierCode),
            one(Fault::OutcomeForCards, Column::Outcome),
            one(Fault::Missing, Column::DecidedAt),
        ]
    );
}

#[test]
fn every_fault_of_a_row() {
    const AT: &str = "2026-11-23T01:00:00Z";
    let at = |fault, column| Some((fault, Some(column)));
    let long = "x".repeat(501);
    let table = [
        ("d1,CODE,card,in_review,,AT".to_owned(), None),
        ("d1,CODE,account,approved,,AT".to_owned(), None),
        ("d1,CODE,card,refused,'=1+1 không hợp lệ,AT".to_owned(), None),
        (
            "d1,CODE,card,in_review,,AT,".to_owned(),
            Some((Fault::CellCount, None)),
        ),
        (
            "d1,CODE,card,in_review,\"x,AT".to_owned(),
            Some((Fault::QuoteOpen, None)),
        ),
        (
            ",CODE,card,in_review,,AT".to_owned(),
            at(Fault::Missing, Column::DecisionId),
        ),
        (
            "d 1,CODE,card,in_review,,AT".to_owned(),
            at(Fault::DecisionIdFormat, Column::DecisionId),
        ),
        (
            "d1,,card,in_review,,AT".to_owned(),
            at(Fault::Missing, Column::DossierCode),
        ),
        (
            "d1,G01-1,card,in_review,,AT".to_owned(),
            at(Fault::DossierCodeFormat, Column::DossierCode),
        ),
        (
            "d1,CODE,thẻ,in_review,,AT".to_owned(),
            at(Fault::SubjectUnknown, Column::Subject),
        ),
        (
            "d1,CODE,card,ok,,AT".to_owned(),
            at(Fault::OutcomeUnknown, Column::Outcome),
        ),
        (
            "d1,CODE,account,printed,,AT".to_owned(),
            at(Fault::OutcomeForCards, Column::Outcome),
        ),
        (
            "d1,CODE,card,refused,,AT".to_owned(),
            at(Fault::ReasonNeeded, Column::Reason),
        ),
        (
            format!("d1,CODE,card,refused,{long},AT"),
            at(Fault::ReasonLong, Column::Reason),
        ),
        (
            "d1,CODE,card,in_review,,".to_owned(),
            at(Fault::Missing, Column::DecidedAt),
        ),
        (
            "d1,CODE,card,in_review,,23/11/2026".to_owned(),
            at(Fault::DateFormat, Column::DecidedAt),
        ),
        (
            "d1,CODE,card,in_review,,2026-11-23T02:00:01Z".to_owned(),
            at(Fault::DateFuture, Column::DecidedAt),
        ),
    ];
    for (cells, wanted) in table {
        assert_eq!(wrong(&cells.replace("AT", AT)), wanted, "{cells}");
    }
    let not_json = json(Kind::Arrived, "{\"dossier_code\": 7}", now()).unwrap_err();
    assert_eq!(not_json.wrong, [Wrong::at(Column::DossierCode, Fault::NotJson)]);
    // A code as people type it is the code.
    let typed = format!("{{\"dossier_code\": \" {} \"}}", CODE.to_lowercase());
    assert_eq!(json(Kind::Arrived, &typed, now()).unwrap().code, CODE);
}

#[test]
fn what_a_decision_does_to_a_card() {
    use Verdict::{Already, Applies, Impossible, NotSent, TooEarly};
    let reason = String::from("x");
    let refused = Outcome::Refused {
        reason: reason.clone(),
    };
    let correction = Outcome::NeedsCorrection { reason };
    let table = [
        (Card::Received, Outcome::InReview, NotSent),
        (Card::Received, Outcome::InTransit, NotSent),
        (Card::SentToMinistry, Outcome::InReview, Applies),
        (Card::SentToMinistry, Outcome::Approved, TooEarly),
        (Card::SentToMinistry, refused.clone(), TooEarly),
        (Card::InReview, refused.clone(), Applies),
        (Card::InReview, correction.clone(), Applies),
        (Card::InReview, Outcome::InReview, Already),
        (Card::NeedsCorrection, correction.clone(), Already),
        (Card::NeedsCorrection, Outcome::InReview, Applies),
        (Card::NeedsCorrection, Outcome::Printed, Impossible),
        (Card::Approved, Outcome::Printed, Applies),
        (Card::Approved, refused.clone(), Impossible),
        (Card::Approved, Outcome::InTransit, TooEarly),
        (Card::Notified, Outcome::InTransit, Already),
        (Card::HandedOver, Outcome::Approved, Already),
        (Card::Cancelled, Outcome::Approved, Impossible),
        (Card::Booked, Outcome::InReview, Impossible),
        (Card::Refused, refused, Already),
    ];
    for (from, outcome, wanted) in table {
        assert_eq!(card(from, &outcome), wanted, "{from} {outcome:?}");
    }
}

#[test]
fn what_a_decision_does_to_an_account() {
    use Verdict::{Already, Applies, Impossible, TooEarly};
    let refused = Outcome::Refused {
        reason: String::new(),
    };
    let table = [
        (Account::L2Requested, Outcome::InReview, Applies),
        (Account::L2Requested, Outcome::Approved, TooEarly),
        (Account::L2Review, Outcome::Approved, Applies),
        (Account::L2Review, refused.clone(), Applies),
        (Account::L2Active, Outcome::Approved, Already),
        (Account::L2Approved, Outcome::InReview, Already),
        (Account::L2Active, refused, Impossible),
        (Account::L2Review, Outcome::Printed, Impossible),
    ];
    for (from, outcome, wanted) in table {
        assert_eq!(account(from, &outcome), wanted, "{from} {outcome:?}");
    }
}

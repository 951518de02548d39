//! The simulated ministry by file: all that it would decide about the rows of an export, step by step, and the cards that
//! come of it.

use super::steps::{self, Step};
use crate::{app::batches::file::Content, authority::Subject};
use eid_store::{
    batches::rows::Row,
    ministry::{Case, CaseKind},
};
use jiff::Timestamp;

/// Its decisions.
pub const RESULTS: Content = Content {
    name: "ket-qua",
    heads: &[
        "decision_id",
        "dossier_code",
        "subject",
        "outcome",
        "reason",
        "decided_at",
    ],
    cells: results,
};

/// The cards that it sends.
pub const ARRIVED: Content = Content {
    name: "the-da-ve",
    heads: &["dossier_code", "box"],
    cells: arrived,
};

/// Cards in a box.
const BOX: u32 = 50;

fn results(row: &Row) -> Vec<Vec<String>> {
    let cells = |step: Step| {
        let outcome = step.outcome()?;
        Some(vec![
            format!("{}:{}", row.mark, step.as_str()),
            row.code.clone(),
            row.subject.clone(),
            outcome.as_str().to_owned(),
            outcome.reason().to_owned(),
            sent_at(row),
        ])
    };
    way(row).into_iter().filter_map(cells).collect()
}

fn arrived(row: &Row) -> Vec<Vec<String>> {
    if way(row).last() != Some(&Step::InTransit) {
        return Vec::new();
    }
    let number = row.n.saturating_sub(1) / BOX + 1;
    vec![vec![row.code.clone(), format!("H{number:02}")]]
}

/// Every step from the receipt to the end, or to where somebody must do something.
fn way(row: &Row) -> Vec<Step> {
    let kind = if row.subject == Subject::Account.as_str() {
        CaseKind::Account
    } else {
        CaseKind::Card
    };
    let mut case = Case {
        id: String::new(),
        dossier_code: row.code.clone(),
        kind,
        step: Step::Submitted.as_str().to_owned(),
        next_at: None,
        payload: row.data.clone(),
    };
    let mut way = Vec::new();
    while let Some(step) = steps::next(&case) {
        step.as_str().clone_into(&mut case.step);
        way.push(step);
    }
    way
}

/// When its day began on which it was received: never in the future, whatever clock the demo shows.
fn sent_at(row: &Row) -> String {
    let received: Option<crate::authority::Request> = serde_json::from_str(&row.data).ok();
    let at = received.map(|request| {
        eid_domain::calendar::office_timestamp(request.received_on.to_datetime(jiff::civil::Time::midnight()))
    });
    at.unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

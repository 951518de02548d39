//! What becomes of each row, and writing the good ones.

use super::read::{Listed, Row};
use crate::{app::ids, problem::ApiError, secret, state::App};
use eid_domain::{
    calendar::{days_after, office_timestamp},
    wire::aid::{AidListRow, AidListView, Outcome},
};
use eid_store::{
    Tx,
    beneficiaries::{self, Beneficiary},
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A whole list, judged.
pub struct Planned {
    /// As it is shown.
    pub view: AidListView,
    /// What is to be written, in the order of the file.
    pub written: Vec<Listed>,
}

/// Judges a list for an office; nothing is changed.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(tx: &mut Tx, office_id: &str, csv: &str, list: Vec<Row>) -> Result<Planned, ApiError> {
    let numbers: Vec<String> = list
        .iter()
        .filter_map(|row| row.listed.as_ref().ok())
        .map(|listed| listed.personal_number.as_str().to_owned())
        .collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let stored = beneficiaries::among(tx, office_id, &numbers).await?;
    let known: BTreeMap<(&str, &str), &Beneficiary> = stored
        .iter()
        .map(|one| ((one.personal_number.as_str(), one.kind.as_str()), one))
        .collect();
    let mut first = BTreeMap::<(String, &'static str), u32>::new();
    let (mut rows, mut written) = (Vec::with_capacity(list.len()), Vec::new());
    for row in list {
        let outcome = match row.listed {
            Err(fields) => Outcome::Wrong { fields },
            Ok(listed) => {
                let key = (listed.personal_number.as_str().to_owned(), listed.kind.as_str());
                let outcome = match (first.get(&key), known.get(&(key.0.as_str(), key.1))) {
                    (Some(line), _) => Outcome::Repeated { line: *line },
                    (None, None) => Outcome::New,
                    (None, Some(stored)) if says_the_same(stored, &listed) => Outcome::Same,
                    (None, Some(_)) => Outcome::Changed,
                };
                first.entry(key).or_insert(row.line);
                if outcome.is_written() {
                    written.push(listed);
                }
                outcome
            }
        };
        rows.push(AidListRow {
            line: row.line,
            full_name: row.full_name,
            outcome,
        });
    }
    // The text of the file counts too: its rows do not show what has changed.
    let seen = secret::digest_parts(&[csv.as_bytes(), &serde_json::to_vec(&rows)?]);
    Ok(Planned {
        view: AidListView { seen, rows },
        written,
    })
}

fn says_the_same(stored: &Beneficiary, listed: &Listed) -> bool {
    stored.full_name == listed.full_name.as_str()
        && stored.birth_date == listed.birth_date.to_string()
        && stored.commune_code == listed.commune.to_string()
        && stored.valid_from == listed.valid_from
        && stored.valid_to == listed.valid_to
        && stored.phone.as_deref() == listed.phone.as_ref().map(|phone| phone.as_str())
}

/// Writes what was judged to be written.
///
/// # Errors
/// When the database is out of reach.
pub async fn write(
    app: &App,
    tx: &mut Tx,
    office_id: &str,
    written: Vec<Listed>,
    now: Timestamp,
) -> Result<(), ApiError> {
    for listed in written {
        let row = Beneficiary {
            id: ids::handle(app.rng.as_ref())?,
            office_id: office_id.to_owned(),
            personal_number: listed.personal_number.as_str().to_owned(),
            kind: listed.kind.as_str().to_owned(),
            name_key: listed.full_name.search_key(),
            full_name: listed.full_name.as_str().to_owned(),
            birth_date: listed.birth_date.to_string(),
            commune_code: listed.commune.to_string(),
            valid_from: listed.valid_from,
            valid_to: listed.valid_to,
            ends_at: listed
                .valid_to
                .map(|last| office_timestamp(days_after(last, 1).at(0, 0, 0, 0))),
            phone: listed.phone.map(|phone| phone.as_str().to_owned()),
            changed_at: now,
            told_at: None,
            notice_id: None,
        };
        beneficiaries::put(tx, &row).await?;
    }
    Ok(())
}

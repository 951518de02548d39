//! Batches with the ministry: what goes out in a file, and what comes back in one.

pub mod export;
pub mod file;
pub mod upload;

use crate::app::{
    audit::{self, Done, Who},
    staff::{Right, Staff},
};
use crate::{authority::simulated::pace, problem::ApiError, state::App};
use eid_domain::{
    batch::{Column, Fault, Format, Kind, State, Wrong},
    problem::ProblemCode,
    wire::{batches::BatchView, desk::Pace},
};
use eid_store::{
    Tx,
    batches::{self, Batch},
    staff,
};
use jiff::Timestamp;

/// Whether dossiers go to the ministry in files.
///
/// # Errors
/// When the database is out of reach.
pub async fn by_file(app: &App, tx: &mut Tx) -> Result<bool, ApiError> {
    Ok(app.config.by_file || app.config.demo && pace::current(tx).await? == Pace::Files)
}

/// What a batch of this kind asks of its officer.
#[must_use]
pub const fn right(kind: Kind) -> Right {
    match kind {
        Kind::Arrived => Right::Receive,
        Kind::Export | Kind::Results => Right::Batches,
    }
}

/// A batch of the officer's office that they may see.
///
/// # Errors
/// `not_found`; `not_allowed` for a kind that is a manager's.
pub async fn own(tx: &mut Tx, staff: &Staff, id: &str) -> Result<Batch, ApiError> {
    let found = batches::by_id(tx, id).await?;
    let batch = found
        .filter(|batch| batch.office_id == staff.office_id)
        .ok_or(ApiError::from(ProblemCode::NotFound))?;
    staff.need(right(kind_of(&batch)?))?;
    Ok(batch)
}

/// The same, where it has been checked and nobody has decided yet.
///
/// # Errors
/// As [`own`]; `state_conflict` where it is not checked, or was confirmed or put away.
pub async fn to_decide(tx: &mut Tx, staff: &Staff, id: &str) -> Result<Batch, ApiError> {
    let batch = own(tx, staff, id).await?;
    if state_of(&batch)? == State::Checked {
        Ok(batch)
    } else {
        Err(ProblemCode::StateConflict.into())
    }
}

/// Stores what was decided about a checked batch, with its audit entry.
///
/// # Errors
/// When the database is out of reach, or somebody else was quicker.
pub async fn decided(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    action: &str,
    batch: &Batch,
    now: Timestamp,
) -> Result<BatchView, ApiError> {
    batches::update(tx, (State::Checked.as_str(), 0), batch).await?;
    note(app, tx, staff, action, batch, now).await?;
    seen(tx, batch).await
}

/// The kind of a stored batch.
///
/// # Errors
/// When the stored word is none of ours.
pub fn kind_of(batch: &Batch) -> Result<Kind, ApiError> {
    Kind::parse(&batch.kind).ok_or_else(|| ApiError::internal("batch kind", &batch.kind))
}

/// The state of a stored batch.
///
/// # Errors
/// When the stored word is none of ours.
pub fn state_of(batch: &Batch) -> Result<State, ApiError> {
    State::parse(&batch.state).ok_or_else(|| ApiError::internal("batch state", &batch.state))
}

/// The format of a stored batch.
///
/// # Errors
/// When the stored word is none of ours.
pub fn format_of(batch: &Batch) -> Result<Format, ApiError> {
    Format::parse(&batch.format).ok_or_else(|| ApiError::internal("batch format", &batch.format))
}

/// A batch as the desk sees it.
///
/// # Errors
/// When the database is out of reach.
pub async fn seen(tx: &mut Tx, batch: &Batch) -> Result<BatchView, ApiError> {
    let missing = batch.missing.split_whitespace().filter_map(Column::parse);
    Ok(BatchView {
        kind: kind_of(batch)?,
        state: state_of(batch)?,
        format: format_of(batch)?,
        name: batch.name.clone(),
        created_at: batch.created_at,
        created_by: name_of(tx, &batch.created_by).await?,
        rows: batch.total,
        checked: batch.checked,
        good: batch.good,
        already: batch.already,
        bad: batch.bad,
        applied: batch.applied,
        failed: batch.failed,
        confirmed_at: batch.confirmed_at,
        confirmed_by: match &batch.confirmed_by {
            Some(id) => name_of(tx, id).await?,
            None => String::new(),
        },
        finished_at: batch.finished_at,
        fault: batch.fault.as_deref().and_then(Fault::parse),
        missing: missing.collect(),
        again: false,
        id: batch.id.clone(),
    })
}

async fn name_of(tx: &mut Tx, staff_id: &str) -> Result<String, ApiError> {
    let found = staff::by_id(tx, staff_id).await?;
    Ok(found.map(|row| row.name).unwrap_or_default())
}

/// What is wrong with a row, as two columns of the database keep it: words with spaces between, `-` for no column.
#[must_use]
pub fn stored(wrong: &[Wrong]) -> (Option<String>, Option<String>) {
    let faults: Vec<&str> = wrong.iter().map(|wrong| wrong.fault.as_str()).collect();
    let columns: Vec<&str> = wrong
        .iter()
        .map(|wrong| wrong.column.map_or("-", Column::as_str))
        .collect();
    (Some(faults.join(" ")), Some(columns.join(" ")))
}

/// The other way round. Where the word is none of ours, something is wrong all the same.
#[must_use]
pub fn wrong_of(fault: Option<&str>, column: Option<&str>) -> Vec<Wrong> {
    let faults = fault.unwrap_or_default().split_whitespace();
    let columns = column.unwrap_or_default().split_whitespace().map(Column::parse);
    let found: Vec<Wrong> = faults
        .zip(columns.chain(std::iter::repeat(None)))
        .filter_map(|(fault, column)| {
            Some(Wrong {
                fault: Fault::parse(fault)?,
                column,
            })
        })
        .collect();
    if found.is_empty() {
        vec![Wrong::of(Fault::Internal)]
    } else {
        found
    }
}

/// Writes into the audit what was done with a batch.
///
/// # Errors
/// When the database is out of reach.
pub async fn note(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    action: &str,
    batch: &Batch,
    now: Timestamp,
) -> Result<(), ApiError> {
    let done = Done {
        who: Who::Staff(&staff.id),
        action,
        kind: "batch",
        id: &batch.id,
        reason: Some(&batch.kind),
    };
    audit::note(app, tx, now, done).await
}

/// A batch as it begins.
#[must_use]
pub fn new(id: String, staff: &Staff, (kind, state, format): (Kind, State, Format), now: Timestamp) -> Batch {
    Batch {
        office_id: staff.office_id.clone(),
        kind: kind.as_str().to_owned(),
        state: state.as_str().to_owned(),
        format: format.as_str().to_owned(),
        name: String::new(),
        hash: id.clone(),
        heading: String::new(),
        created_at: now,
        created_by: staff.id.clone(),
        total: 0,
        checked: 0,
        good: 0,
        already: 0,
        bad: 0,
        applied: 0,
        failed: 0,
        position: 0,
        confirmed_at: None,
        confirmed_by: None,
        finished_at: None,
        fault: None,
        missing: String::new(),
        id,
    }
}

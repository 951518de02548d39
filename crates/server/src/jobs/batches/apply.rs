//! Taking the good rows of a file over, by the same ways as one at a time.

use super::{digest, rows_at};
use crate::{
    app::{arrivals, audit::Who},
    authority::apply,
    problem::ApiError,
    state::App,
};
use eid_domain::batch::{self, Fault, RowState, State, Verdict};
use eid_store::{
    Tx,
    batches::{Batch, decisions, requests, rows, rows::Row as Stored},
    dossiers::Dossier,
};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;

/// Rows a transaction. Others who want to write wait as long as they take.
pub(super) const ROWS: u32 = 400;

/// The next rows. True where there may be more.
pub(super) async fn piece(
    app: &App,
    tx: &mut Tx,
    batch: &mut Batch,
    most: u32,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let found = rows_at(tx, batch, most).await?;
    let Some(last) = found.last().map(|row| row.n) else {
        State::Done.as_str().clone_into(&mut batch.state);
        batch.finished_at = Some(now);
        return Ok(false);
    };
    let mut good: Vec<Stored> = found
        .into_iter()
        .filter(|row| row.state == RowState::Good.as_str())
        .collect();
    let codes: Vec<&str> = good.iter().map(|row| row.code.as_str()).collect();
    let mut dossiers = requests::by_codes(tx, &codes).await?;
    let ids: Vec<&str> = good.iter().map(|row| row.mark.as_str()).collect();
    let taken = decisions::among(tx, &ids).await?;
    let mut noted = Vec::new();
    // A moment for each: what happened to one dossier is told in the order of the file.
    for (moment, row) in (0..).zip(&mut good) {
        let read: batch::Row = serde_json::from_str(&row.data)?;
        let at = now
            .saturating_add(SignedDuration::from_micros(moment))
            .unwrap_or(now);
        let verdict = one(app, tx, batch, &mut dossiers, &taken, &read, at).await?;
        batch.applied += 1;
        if read.decision.is_some() && matches!(verdict, Verdict::Applies | Verdict::Already) {
            noted.push((row.mark.clone(), digest(&read)));
        }
        let state = match verdict {
            Verdict::Applies => RowState::Applied,
            Verdict::Already => RowState::Already,
            _ => RowState::Failed,
        };
        if state == RowState::Failed {
            batch.failed += 1;
        }
        row.state = state.as_str().to_owned();
        row.fault = Fault::of(verdict).map(|fault| fault.as_str().to_owned());
        row.data.clear();
    }
    decisions::note(tx, &noted, &batch.id, now).await?;
    rows::put(tx, &batch.id, &good).await?;
    batch.position = last;
    Ok(true)
}

async fn one(
    app: &App,
    tx: &mut Tx,
    batch: &Batch,
    dossiers: &mut BTreeMap<String, Dossier>,
    taken: &BTreeMap<String, String>,
    read: &batch::Row,
    now: Timestamp,
) -> Result<Verdict, ApiError> {
    // The office was checked before; a dossier can have moved to another since.
    let Some(dossier) = dossiers
        .get_mut(&read.code)
        .filter(|dossier| dossier.office_id == batch.office_id)
    else {
        return Ok(Verdict::Unknown);
    };
    let Some(decided) = &read.decision else {
        let who = Who::Staff(batch.confirmed_by.as_deref().unwrap_or_default());
        return arrivals::arrive(app, tx, dossier, who, now).await;
    };
    if taken.contains_key(&decided.id) {
        return Ok(Verdict::Already);
    }
    apply::decide(app, tx, dossier, (decided.subject, &decided.outcome), now).await
}

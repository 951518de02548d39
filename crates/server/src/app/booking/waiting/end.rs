//! How waiting ends.

use super::{kind_of, nudge};
use crate::{problem::ApiError, state::App};
use eid_domain::{calendar::office_date, waiting::Kind};
use eid_store::{
    Tx,
    waiting::{self, Entry, EntryState},
};
use jiff::Timestamp;

/// Ends the waiting of a dossier, if it waits; a place that was kept for it is free again and offered to the next.
///
/// # Errors
/// When the database is out of reach.
pub async fn end(
    app: &App,
    tx: &mut Tx,
    dossier_id: &str,
    state: EntryState,
    now: Timestamp,
) -> Result<(), ApiError> {
    match waiting::open_of_dossier(tx, dossier_id).await? {
        Some(entry) => end_entry(app, tx, &entry, state, now).await,
        None => Ok(()),
    }
}

async fn end_entry(
    app: &App,
    tx: &mut Tx,
    entry: &Entry,
    state: EntryState,
    now: Timestamp,
) -> Result<(), ApiError> {
    if let Some(offer) = waiting::leave(tx, entry, state, now).await? {
        app.days.forget(&offer.office_id);
        nudge(app, tx, &offer.office_id, now).await?;
    }
    // The rest of a family may find a window where all of it did not.
    if let (Some(_), Some(office)) = (&entry.family_id, entry.offices.first()) {
        nudge(app, tx, office, now).await?;
    }
    Ok(())
}

/// After a person has moved their visit to `starts_at` by themselves: whose time was closed has another now; who wished
/// for an earlier one has it where it lies within the wish.
///
/// # Errors
/// When the database is out of reach.
pub async fn after_move(
    app: &App,
    tx: &mut Tx,
    dossier_id: &str,
    starts_at: Timestamp,
    now: Timestamp,
) -> Result<(), ApiError> {
    let Some(entry) = waiting::open_of_dossier(tx, dossier_id).await? else {
        return Ok(());
    };
    match kind_of(&entry)? {
        Kind::Closure => end_entry(app, tx, &entry, EntryState::Taken, now).await,
        Kind::Earlier if office_date(starts_at) <= entry.to => {
            end_entry(app, tx, &entry, EntryState::Withdrawn, now).await
        }
        Kind::Earlier => Ok(()),
    }
}

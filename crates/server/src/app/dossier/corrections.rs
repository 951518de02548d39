//! What somebody must correct or add: asked for at the counter or by the ministry, seen by its owner, over when they are
//! back at the counter.

use crate::app::{dossiers as cases, ids, mendings};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    calendar::{days_between, office_date, office_now},
    dossier::{CORRECTION_MONTHS, State},
    intake::{Evidence, Fault},
    wire::dossiers::Correction,
};
use eid_store::{
    Tx,
    appointments::{Appointment, AppointmentState},
    corrections,
    dossiers::Dossier,
    mendings::close_of_dossier,
};
use jiff::{Span, Timestamp, civil::Date};

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Whether the ministry asks.
    pub by_ministry: bool,
    /// What is wrong or missing.
    pub what: &'a [Fault],
    /// Papers that prove it.
    pub papers: &'a [Evidence],
    /// In words.
    pub words: &'a str,
}

/// Stores what is asked for; the person has six months from today. Gives back the last day.
///
/// # Errors
/// When the database is out of reach.
pub async fn ask(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<Date, ApiError> {
    let correction = corrections::Correction {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: dossier.id.clone(),
        asked_at: now,
        asked_by: if asked.by_ministry { "ministry" } else { "officer" }.to_owned(),
        what: serde_json::to_string(asked.what)?,
        papers: serde_json::to_string(asked.papers)?,
        words: asked.words.to_owned(),
        until: office_date(now).saturating_add(Span::new().months(CORRECTION_MONTHS)),
    };
    // Asked for anew, the last word counts.
    corrections::solve(tx, &dossier.id, now).await?;
    corrections::ask(tx, &correction).await?;
    mendings::open(app, tx, dossier, asked, now).await?;
    Ok(correction.until)
}

/// What is asked for now; none where the dossier does not wait for it.
///
/// # Errors
/// When the database is out of reach.
pub async fn seen(
    tx: &mut Tx,
    dossier: &Dossier,
    visit: Option<&Appointment>,
    now: Timestamp,
) -> Result<Option<Correction>, ApiError> {
    if !cases::state_of(dossier)?.asks_to_return() {
        return Ok(None);
    }
    let Some(stored) = corrections::open_of_dossier(tx, &dossier.id).await? else {
        return Ok(None);
    };
    let left = days_between(office_date(now), stored.until);
    Ok(Some(Correction {
        what: serde_json::from_str(&stored.what)?,
        papers: serde_json::from_str(&stored.papers)?,
        by_ministry: stored.asked_by == "ministry",
        words: stored.words,
        so_far: mendings::so_far(tx, &dossier.id).await?,
        until: stored.until,
        days_left: u16::try_from(left).unwrap_or(0),
        visit_at: visit
            .filter(|visit| visit.state == AppointmentState::Booked)
            .map(|visit| office_now(visit.starts_at)),
    }))
}

/// A dossier has gone from one state to another: where it does not wait for the person any more, nothing is asked for.
///
/// # Errors
/// When the database is out of reach.
pub async fn follow(tx: &mut Tx, dossier: &Dossier, to: State, now: Timestamp) -> Result<(), ApiError> {
    let from = cases::state_of(dossier)?;
    let was_open = from.asks_to_return() || from == State::CheckedIn;
    if was_open && !to.asks_to_return() && to != State::CheckedIn {
        corrections::solve(tx, &dossier.id, now).await?;
    }
    // What a person told of is looked at at the counter too; what is over needs nothing.
    let still = matches!(to, State::CheckedIn | State::Booked | State::NoShow) || to.asks_to_return();
    if to == State::InIntake || to.is_final() || (was_open && !still) {
        close_of_dossier(tx, &dossier.id, now).await?;
    }
    Ok(())
}

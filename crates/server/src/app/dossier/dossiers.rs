//! Moving a dossier from state to state, as the domain allows it.

use crate::app::{
    audit::{self, Done, Who},
    ids,
};
use crate::{problem::ApiError, state::App, web::acting};
use eid_domain::{
    booking::Service,
    calendar::{Due, DueClock, office_date},
    dossier::{self, Actor, CARD_WORKING_DAYS, State},
    problem::ProblemCode,
    reason::Reason,
    wire::desk::ASSISTED,
};
use eid_store::{
    Tx,
    dossiers::{self, Dossier},
    events,
    waiting::EntryState,
};
use jiff::Timestamp;

/// A wanted change of state.
#[derive(Clone, Copy, Debug)]
pub struct Move<'a> {
    /// Into which state.
    pub to: State,
    /// In whose part.
    pub actor: Actor,
    /// Who it is.
    pub who: Who<'a>,
    /// Reason or remark.
    pub note: Option<&'a str>,
}

/// The state of a stored dossier.
///
/// # Errors
/// When the stored word is none of ours.
pub fn state_of(dossier: &Dossier) -> Result<State, ApiError> {
    State::parse(&dossier.state).ok_or_else(|| ApiError::internal("dossier state", &dossier.state))
}

/// The service of a stored dossier.
///
/// # Errors
/// When the stored word is none of ours.
pub fn service_of(dossier: &Dossier) -> Result<Service, ApiError> {
    Service::parse(&dossier.service).ok_or_else(|| ApiError::internal("dossier service", &dossier.service))
}

/// The legal ground of a stored dossier.
#[must_use]
pub fn reason_of(dossier: &Dossier) -> Option<Reason> {
    dossier.reason.as_deref().and_then(Reason::parse)
}

/// The events of a dossier as the domain reads them.
///
/// # Errors
/// When the database is out of reach or holds a word that is none of ours.
pub async fn history(tx: &mut Tx, dossier_id: &str) -> Result<Vec<dossier::Event>, ApiError> {
    let stored = events::of_dossier(tx, dossier_id).await?;
    let read = |event: &events::Event| {
        let state = State::parse(&event.state)?;
        Some(dossier::Event {
            state,
            at: event.at,
            actor: Actor::parse(&event.actor)?,
        })
    };
    let known: Option<Vec<_>> = stored.iter().map(read).collect();
    known.ok_or_else(|| ApiError::internal("dossier event", &dossier_id))
}

/// Moves a dossier and stores it with everything else that was changed in it: state, event, lawful clock,
/// audit.
///
/// # Errors
/// `state_conflict` where the domain does not allow the step.
pub async fn step(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    change: Move<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    if !dossier::allowed(state_of(dossier)?, change.to, change.actor) {
        return Err(ProblemCode::StateConflict.into());
    }
    record(app, tx, dossier, change, now).await?;
    dossiers::update(tx, dossier).await?;
    Ok(())
}

/// Writes event and audit of a state the dossier comes into, and sets it in `dossier`, which the caller
/// stores.
///
/// # Errors
/// When the database is out of reach.
pub async fn record(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    change: Move<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let from = state_of(dossier)?;
    let is_away = is_away(from) && change.actor == Actor::Ministry;
    if !is_away {
        crate::app::queue::follow::moved(tx, dossier, &change, now).await?;
    }
    crate::app::corrections::follow(tx, dossier, change.to, now).await?;
    dossier.state = change.to.as_str().to_owned();
    dossier.state_at = now;
    dossier.is_open = change.to.is_open();
    let (actor, note) = told_as(&change);
    let event = events::Event {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: dossier.id.clone(),
        at: now,
        state: dossier.state.clone(),
        actor: actor.as_str().to_owned(),
        note: note.map(str::to_owned),
    };
    events::insert(tx, &event).await?;
    if change.to != State::Booked && !is_away {
        crate::app::waiting::end(app, tx, &dossier.id, EntryState::Withdrawn, now).await?;
    }
    // A clock that runs goes on when the ministry begins.
    let goes_on = change.to == State::InReview && dossier.due_on.is_some() && dossier.paused_on.is_none();
    if moves_clock(change.to) && !goes_on {
        set_due(app, tx, dossier).await?;
    }
    let action = format!("dossier.{}", change.to);
    let done = Done {
        who: change.who,
        action: &action,
        kind: "dossier",
        id: &dossier.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}

/// Who did it and what else is known, as the person reads it: what staff do for a person is marked.
fn told_as<'a>(change: &Move<'a>) -> (Actor, Option<&'a str>) {
    if change.actor == Actor::Citizen && acting::staff().is_some() {
        (Actor::Officer, change.note.or(Some(ASSISTED)))
    } else {
        (change.actor, change.note)
    }
}

/// While the ministry has a dossier, its person stands in no line and waits for no visit. Files bring such steps by the
/// hundred thousand.
const fn is_away(from: State) -> bool {
    matches!(
        from,
        State::SentToMinistry | State::InReview | State::Approved | State::Printed
    )
}

const fn moves_clock(state: State) -> bool {
    matches!(
        state,
        State::Received | State::InReview | State::NeedsCorrection | State::DataCorrection
    )
}

/// The lawful due date follows from the events alone (Law on Identification 26/2023, art. 26).
async fn set_due(app: &App, tx: &mut Tx, dossier: &mut Dossier) -> Result<(), ApiError> {
    let history = history(tx, &dossier.id).await?;
    let Some(clock) = dossier::due_clock(&history, CARD_WORKING_DAYS) else {
        return Ok(());
    };
    dossier.pauses = serde_json::to_string(&clock.pauses)?;
    match clock.due(&app.catalog.calendar()) {
        Due::On { date } => (dossier.due_on, dossier.paused_on) = (Some(date), None),
        Due::Paused { since, .. } => (dossier.due_on, dossier.paused_on) = (None, Some(since)),
    }
    if dossier.received_at.is_none() {
        dossier.received_at = history
            .iter()
            .find(|event| event.state == State::Received)
            .map(|event| event.at);
    }
    Ok(())
}

/// The lawful due date of a dossier by the calendar as it is today: a holiday fixed since its receipt moves the day, too.
///
/// # Errors
/// When the stored pauses are none.
pub fn due_on(app: &App, dossier: &Dossier) -> Result<Option<jiff::civil::Date>, ApiError> {
    let (Some(stored), Some(received_on)) = (dossier.due_on, received_on(dossier)) else {
        return Ok(dossier.due_on);
    };
    let clock = DueClock {
        received_on,
        limit_wd: CARD_WORKING_DAYS,
        pauses: serde_json::from_str(&dossier.pauses)?,
    };
    Ok(clock.due(&app.catalog.calendar()).date().or(Some(stored)))
}

/// Whether a slip CC02 is of use: the dossier is received, and its card not handed over yet.
#[must_use]
pub fn may_be_followed(dossier: &Dossier, state: State) -> bool {
    dossier.code.is_some() && (!state.is_final() || state == State::Completed)
}

/// The office-local day on which a dossier was received.
#[must_use]
pub fn received_on(dossier: &Dossier) -> Option<jiff::civil::Date> {
    dossier.received_at.map(office_date)
}

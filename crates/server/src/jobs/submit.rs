//! Handing dossiers to the authority.

use crate::{
    app::{
        audit::Who,
        batches,
        dossiers::{self as cases, Move},
    },
    authority::{Request, Subject},
    jobs::work::{self, Work},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::office_date,
    dossier::{Actor, State},
};
use eid_store::{
    Tx,
    batches::requests,
    dossiers::{self, Dossier},
};
use jiff::Timestamp;

/// Notes that a card dossier was sent.
///
/// # Errors
/// When the database is out of reach.
pub async fn note_sent(app: &App, tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<(), ApiError> {
    let Some(mut dossier) = dossiers::by_id(tx, dossier_id).await? else {
        return Ok(());
    };
    if cases::state_of(&dossier)? != State::Received {
        return Ok(());
    }
    let sent = Move {
        to: State::SentToMinistry,
        actor: Actor::System,
        who: Who::System,
        note: None,
    };
    cases::step(app, tx, &mut dossier, sent, now).await
}

/// What goes to the authority.
#[must_use]
pub fn request(dossier: &Dossier, subject: Subject, now: Timestamp) -> Request {
    Request {
        subject,
        dossier_code: dossier.code.clone().unwrap_or_default(),
        full_name: dossier.full_name.clone(),
        personal_number: dossier.personal_number.clone(),
        birth_date: dossier.birth_date.clone(),
        reason: cases::reason_of(dossier),
        office_id: dossier.office_id.clone(),
        received_on: cases::received_on(dossier).unwrap_or_else(|| office_date(now)),
    }
}

/// Hands a dossier over, outside of any transaction: the authority may be slow. False where dossiers go by file: then it
/// waits for an officer.
///
/// # Errors
/// When the authority is out of reach.
pub async fn hand_over(
    app: &App,
    dossier_id: &str,
    subject: Subject,
    now: Timestamp,
) -> Result<bool, ApiError> {
    if batches::by_file(app, &mut app.store.peek().await?).await? {
        return Ok(false);
    }
    let found = dossiers::by_id(&mut app.store.peek().await?, dossier_id).await?;
    let Some(dossier) = found.filter(|dossier| dossier.code.is_some()) else {
        return Ok(true);
    };
    let request = request(&dossier, subject, now);
    let done = app.authority.submit(&request, now).await;
    done.map_err(|error| ApiError::internal("authority", &error))?;
    Ok(true)
}

/// Dossiers go by themselves again: what has waited for a file is handed over.
///
/// # Errors
/// When the database is out of reach.
pub async fn resume(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    const MOST: u32 = 5_000;
    let key =
        |work: Work, dossier: &Dossier| format!("{}:{}:{}:{now}", work.as_str(), dossier.id, dossier.version);
    for dossier in dossiers::in_state(tx, State::Received.as_str(), now, MOST).await? {
        let work = Work::SubmitCard;
        work::enqueue(app, tx, work, &key(work, &dossier), &dossier.id, now).await?;
    }
    for dossier in requests::accounts_waiting(tx, MOST).await? {
        let work = Work::SubmitAccount;
        work::enqueue(app, tx, work, &key(work, &dossier), &dossier.id, now).await?;
    }
    Ok(())
}

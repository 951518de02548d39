//! Proof of work, asked for only where a source has used up a good part of a named limit: seconds for a person's
//! device, a price for whoever takes places or asks for codes by the hundred. The limit itself stays.
//!
//! The scheme is hashcash's, split into sub-puzzles so that the time hardly varies (docs/adr/0013-proof-of-work.md).

mod challenge;
mod settings;

pub use challenge::{Challenge, Refused, solves};
pub use settings::Settings;

use crate::{limits, problem::ApiError, rng::NoRandomness, state::App, web::client::Proved};
use eid_domain::problem::{Problem, ProblemCode};
use eid_store::{
    Tx,
    limits::{Limit, state},
    work_proofs,
};
use jiff::Timestamp;

/// Counts one more of a source, as [`limits::spend`], and asks for a proof where there have been many. The proof is used
/// up, and the count stays, only if the transaction is committed.
///
/// # Errors
/// `too_many_requests`, or `proof_required` with a challenge and the seconds until none is needed any more.
pub async fn spend(
    app: &App,
    tx: &mut Tx,
    limit: &Limit,
    who: &Proved,
    now: Timestamp,
) -> Result<(), ApiError> {
    limits::spend(tx, limit, &who.source, now).await?;
    ask(app, tx, limit, who, now).await
}

/// Asks for a proof where a source has done many, this one counted already.
///
/// # Errors
/// `proof_required`, as [`spend`].
pub async fn ask(
    app: &App,
    tx: &mut Tx,
    limit: &Limit,
    who: &Proved,
    now: Timestamp,
) -> Result<(), ApiError> {
    let settings = &app.config.limits.proof;
    let most = settings.after(limit.name).saturating_add(1);
    let told = state(tx, &Limit { most, ..*limit }, &who.source, now).await?;
    if told.allowed {
        return Ok(());
    }
    if let Some(given) = &who.proof
        && let Ok(good) = Challenge::judge(&app.keys, given, limit.name, &who.source, now)
        && work_proofs::spend(tx, &good.id, good.expires_at).await?
    {
        return Ok(());
    }
    let seconds = u32::try_from(told.retry_after.as_secs()).unwrap_or(u32::MAX);
    Err(required(app, limit.name, &who.source, now)?
        .retry_after(seconds.saturating_add(1))
        .into())
}

fn required(app: &App, limit: &str, source: &str, now: Timestamp) -> Result<Problem, NoRandomness> {
    let text = Challenge::issue(
        &app.keys,
        app.rng.as_ref(),
        &app.config.limits.proof,
        limit,
        source,
        now,
    )?;
    Ok(Problem::new(ProblemCode::ProofRequired).challenge(text))
}

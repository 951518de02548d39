//! Moving an account from state to state, as the domain allows it. Its history is its audit.

use super::audit::{self, Done, Who};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    account::{self, State},
    dossier::Actor,
    problem::ProblemCode,
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    audit as log,
};
use jiff::Timestamp;

/// What the audit calls an account.
pub const KIND: &str = "account";

/// The state of a stored account.
///
/// # Errors
/// When the stored word is none of ours.
pub fn state_of(account: &Account) -> Result<State, ApiError> {
    State::parse(&account.state).ok_or_else(|| ApiError::internal("account state", &account.state))
}

/// Moves an account and stores it with everything else that was changed in it.
///
/// # Errors
/// `state_conflict` where the domain does not allow the step.
pub async fn step(
    app: &App,
    tx: &mut Tx,
    account: &mut Account,
    to: State,
    by: (Actor, Who<'_>),
    now: Timestamp,
) -> Result<(), ApiError> {
    if !account::allowed(state_of(account)?, to, by.0) {
        return Err(ProblemCode::StateConflict.into());
    }
    account.state = to.as_str().to_owned();
    accounts::update(tx, account).await?;
    note(app, tx, account, &format!("account.{to}"), by.1, now).await
}

/// Writes something that happened with an account into the audit.
///
/// # Errors
/// When the database is out of reach.
pub async fn note(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    action: &str,
    who: Who<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    audit::note(
        app,
        tx,
        now,
        Done {
            who,
            action,
            kind: KIND,
            id: &account.id,
            reason: None,
        },
    )
    .await
}

/// What happened with an account, newest first.
///
/// # Errors
/// When the database is out of reach.
pub async fn log_of(tx: &mut Tx, account_id: &str) -> Result<Vec<log::Entry>, ApiError> {
    const MOST: u32 = 100;
    Ok(log::of_object(tx, KIND, account_id, MOST).await?)
}

/// Its changes of state, oldest first, as the domain reads them.
#[must_use]
pub fn history(log: &[log::Entry]) -> Vec<account::Event> {
    let read = |entry: &log::Entry| {
        let state = State::parse(entry.action.strip_prefix("account.")?)?;
        let actor = match entry.actor_kind.as_str() {
            "staff" => Actor::Officer,
            "citizen" => Actor::Citizen,
            "ministry" => Actor::Ministry,
            _ => Actor::System,
        };
        Some(account::Event {
            state,
            at: entry.at,
            actor,
        })
    };
    log.iter().rev().filter_map(read).collect()
}

//! Moving an account from state to state, as the domain allows it. Its history is its audit.

use crate::app::audit::{self, Done, Who};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    account::{self, State},
    dossier::Actor,
    problem::ProblemCode,
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    audit::{self as log, history as kept},
    dossiers::Dossier,
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

/// What the audit calls a sign-in that was refused.
pub const REFUSED: &str = "account.sign_in_refused";
/// What the audit calls a sign-out by one's own hand. It is not among what the owner is shown: whoever reads that looks for
/// who came in, and leaving is the other half of a line that is there already.
pub const SIGNED_OUT: &str = "account.signed_out";
/// What strangers can have written into an account's history as often as the limits let them.
const BY_STRANGERS: [&str; 2] = [REFUSED, "account.code_sent"];

/// Something that happened with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happened {
    /// When; where it happened often on one day, the last time.
    pub at: Timestamp,
    /// The action of the audit.
    pub action: String,
    /// How often on that day; more than once only what strangers can do.
    pub times: u32,
}

/// What happened with an account, newest first: every change of state, the latest of what else its owner and staff did, and
/// one line for each day on which sign-ins were refused or codes sent, so that nobody who guesses pushes anything out.
///
/// # Errors
/// When the database is out of reach.
pub async fn log_of(tx: &mut Tx, account_id: &str) -> Result<Vec<Happened>, ApiError> {
    const MOST: u32 = 100;
    let apart = State::ALL.iter().map(|state| format!("{KIND}.{state}"));
    let apart: Vec<String> = apart
        .chain(BY_STRANGERS.map(str::to_owned))
        .chain([SIGNED_OUT.to_owned()])
        .collect();
    let apart: Vec<&str> = apart.iter().map(String::as_str).collect();
    let mut entries = kept::but(tx, KIND, account_id, &apart, MOST).await?;
    entries.extend(states_of(tx, account_id).await?);
    let once = |entry: log::Entry| Happened {
        at: entry.at,
        action: entry.action,
        times: 1,
    };
    let mut all: Vec<Happened> = entries.into_iter().map(once).collect();
    for action in BY_STRANGERS {
        let days = kept::days(tx, KIND, account_id, action, MOST).await?;
        all.extend(days.into_iter().map(|day| Happened {
            at: day.at,
            action: action.to_owned(),
            times: day.times,
        }));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.at));
    Ok(all)
}

/// Its changes of state, newest first; all of them, for the timeline is drawn from these.
///
/// # Errors
/// When the database is out of reach.
pub async fn states_of(tx: &mut Tx, account_id: &str) -> Result<Vec<log::Entry>, ApiError> {
    let actions: Vec<String> = State::ALL.iter().map(|state| format!("{KIND}.{state}")).collect();
    let actions: Vec<&str> = actions.iter().map(String::as_str).collect();
    Ok(kept::only(tx, KIND, account_id, &actions).await?)
}

/// The account of a dossier's person, as staff deal with it: whichever dossier it was asked for with.
///
/// # Errors
/// When the database is out of reach.
pub async fn of_person(tx: &mut Tx, dossier: &Dossier) -> Result<Option<Account>, ApiError> {
    if let Some(account) = accounts::by_dossier(tx, &dossier.id).await? {
        return Ok(Some(account));
    }
    Ok(accounts::by_person(tx, &dossier.personal_number).await?)
}

/// The account that is asked for with a dossier; once the person was received, the one they have already.
///
/// # Errors
/// When the database is out of reach.
pub async fn of_dossier(tx: &mut Tx, dossier: &Dossier) -> Result<Option<Account>, ApiError> {
    if let Some(account) = accounts::by_dossier(tx, &dossier.id).await? {
        return Ok(Some(account));
    }
    if dossier.received_at.is_none() || !crate::app::dossiers::service_of(dossier)?.has_account() {
        return Ok(None);
    }
    Ok(accounts::by_person(tx, &dossier.personal_number).await?)
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

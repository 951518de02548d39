//! What the owner of a wallet does with it, or who represents a child with the child's: `by` is who acts.

use super::{Shown, ask as ask_agency, may_ask, tell_office, view};
use crate::{app::audit::Who, limits, problem::ApiError, state::App};
use eid_domain::{
    problem::ProblemCode,
    wallet::AskedBy,
    wire::wallet::{Wallet, WalletPaper},
};
use eid_store::{
    Tx,
    accounts::Account,
    wallet::{self, Paper},
};
use jiff::Timestamp;

/// What was asked for, numbers masked, the latest change first.
///
/// # Errors
/// When the database is out of reach, or a stored word is none of ours.
pub async fn list(tx: &mut Tx, account: &Account, now: Timestamp) -> Result<Wallet, ApiError> {
    let mut papers = Vec::new();
    for paper in wallet::of_account(tx, &account.id).await? {
        papers.push(view(tx, account, &paper, Shown::Masked, now).await?);
    }
    Ok(Wallet {
        may_ask: may_ask(account, now)?,
        papers,
        child: None,
    })
}

/// Asks the agency that keeps it for a paper.
///
/// # Errors
/// `no_match` where there is no such kind, or it is not asked for here; `state_conflict` where the account is not in use;
/// `change_not_allowed` where it waits or is there already; `too_many_requests`.
pub async fn ask(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    (kind, by): (&str, Who<'_>),
    now: Timestamp,
) -> Result<WalletPaper, ApiError> {
    let key = app.keys.blind("wallet", &[&account.id]);
    limits::spend(tx, &app.config.limits.wallet_ask_subject, &key, now).await?;
    if !app.wallet.may_be_asked(kind) {
        return Err(ProblemCode::NoMatch.into());
    }
    if !may_ask(account, now)? {
        return Err(ProblemCode::StateConflict.into());
    }
    if !ask_agency(app, tx, account, (kind, AskedBy::Owner, by), now).await? {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let paper = find(tx, account, kind).await?;
    view(tx, account, &paper, Shown::Masked, now).await
}

/// A paper with its whole number.
///
/// # Errors
/// `no_match` where it was not asked for; `too_many_requests`.
pub async fn show(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    kind: &str,
    now: Timestamp,
) -> Result<WalletPaper, ApiError> {
    let key = app.keys.blind("wallet", &[&account.id]);
    limits::spend(tx, &app.config.limits.wallet_show_subject, &key, now).await?;
    let paper = find(tx, account, kind).await?;
    view(tx, account, &paper, Shown::Whole, now).await
}

/// The paper is right, the card is wrong: tells the office that made the card.
///
/// # Errors
/// `no_match` where it was not asked for; `change_not_allowed` where it was not refused for what the card says, or the office
/// was told already.
pub async fn mismatch(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    (kind, by): (&str, Who<'_>),
    now: Timestamp,
) -> Result<WalletPaper, ApiError> {
    let paper = find(tx, account, kind).await?;
    tell_office(app, tx, account, (&paper, by), now).await?;
    view(tx, account, &paper, Shown::Masked, now).await
}

async fn find(tx: &mut Tx, account: &Account, kind: &str) -> Result<Paper, ApiError> {
    let found = wallet::of_kind(tx, &account.id, kind).await?;
    found.ok_or_else(|| ProblemCode::NoMatch.into())
}

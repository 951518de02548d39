//! The 14th birthday: told of before, and on the day the account is the person's own.

use super::{after, tell};
use crate::{
    app::{accounts as steps, audit::Who},
    notices::Kind,
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::{LockReason, State},
    calendar::{days_after, office_date},
    child::End,
    dossier::Actor,
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    passkeys,
    representatives::{self, Representative},
    sessions::{self, SessionKind},
};
use jiff::Timestamp;

/// At most so many in one sweep; the next one goes on.
const BATCH: u32 = 200;

/// Tells of birthdays to come, and hands over what is due.
///
/// # Errors
/// When the database is out of reach.
pub async fn sweep(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    let today = office_date(now);
    for link in representatives::of_age(tx, today, BATCH).await? {
        hand_over(app, tx, &link, now).await?;
    }
    let until = days_after(today, i32::from(app.config.child_remind_days));
    let mut told = Vec::new();
    for link in representatives::to_remind(tx, until, BATCH).await? {
        representatives::reminded(tx, &link.id, now).await?;
        tell::soon(app, tx, &link, &mut told, now).await?;
    }
    Ok(())
}

/// One representative's part ends. With the first of them the account loses the phone that is the representative's, and
/// waits to be activated with the person's own: until then it answers nobody.
async fn hand_over(app: &App, tx: &mut Tx, link: &Representative, now: Timestamp) -> Result<(), ApiError> {
    if !representatives::end(tx, &link.id, End::OfAge.as_str(), now).await? {
        return Ok(());
    }
    tell::of_age(app, tx, link, now).await?;
    let account = accounts::by_person(tx, &link.child_number).await?;
    let Some(mut account) = account.filter(|account| !account.phone.is_empty()) else {
        return Ok(());
    };
    tell::own_account(app, tx, link, (Kind::OwnAccount, Some(&account)), now).await?;
    release(app, tx, &mut account, now).await
}

async fn release(app: &App, tx: &mut Tx, account: &mut Account, now: Timestamp) -> Result<(), ApiError> {
    account.phone = String::new();
    account.password_hash = None;
    account.passcode_hash = None;
    sessions::delete_of_subject(tx, SessionKind::Citizen, &account.id).await?;
    passkeys::remove_all(tx, SessionKind::Citizen, &account.id).await?;
    let own = account.lock_reason.as_deref() == Some(LockReason::OwnRequest.as_str());
    let by = (Actor::System, Who::System);
    match steps::state_of(account)? {
        State::Locked if !own => {
            // What the police or the card's last day have locked stays so; behind it waits the same.
            if account.locked_from.as_deref() == Some(State::L2Active.as_str()) {
                account.locked_from = Some(State::DeviceReset.as_str().to_owned());
            }
            accounts::update(tx, account).await?;
        }
        State::L2Active | State::L2Approved | State::L2Overdue | State::Locked => {
            account.lock_reason = None;
            account.locked_from = None;
            steps::step(app, tx, account, State::DeviceReset, by, after(now, 1)).await?;
        }
        State::None
        | State::L1Active
        | State::L2Requested
        | State::L2Review
        | State::L2Refused
        | State::DeviceReset => accounts::update(tx, account).await?,
    }
    let at = after(now, 2);
    steps::note(app, tx, account, "account.handed_over", Who::System, at).await
}

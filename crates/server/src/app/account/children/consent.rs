//! Consent to use a child's account, given and withdrawn. It is what opens or activates the account, too.

use super::{Stand, after, find, stand, tell};
use crate::{
    app::{accounts as steps, audit::Who, ids, locks, wallet},
    notices::Kind,
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::State,
    child::{CONSENT_VERSION, Step},
    dossier::Actor,
    problem::ProblemCode,
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    representatives::{self, Consent, Representative},
};
use jiff::Timestamp;

/// Gives it. An account that was approved is activated, one that is not there yet is opened at level 1.
///
/// # Errors
/// As [`find`]; `activation_overdue`; `state_conflict` where there is nothing to consent to.
pub async fn give(
    app: &App,
    tx: &mut Tx,
    holder: &Account,
    id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let link = find(tx, holder, id, now).await?;
    let found = stand(app, tx, &link.child_number, now).await?;
    if found.step == Step::Overdue {
        return Err(ProblemCode::ActivationOverdue.into());
    }
    if !found.step.takes_consent() {
        return Err(ProblemCode::StateConflict.into());
    }
    let account = ready(app, tx, holder, &link, found, now).await?;
    let at = after(now, 3);
    let consent = Consent {
        id: ids::time_ordered(app.rng.as_ref(), at)?,
        child_number: link.child_number.clone(),
        representative_id: link.id.clone(),
        text_version: CONSENT_VERSION.to_owned(),
        given_at: now,
    };
    // The other representative was first by a moment: their consent stands.
    if representatives::consent(tx, &consent).await? {
        let who = Who::Citizen(&holder.id);
        steps::note(app, tx, &account, "account.child_consented", who, at).await?;
        tell::all(app, tx, &link, Kind::ChildConsented, now).await?;
    }
    Ok(())
}

/// The account, in use from here on.
async fn ready(
    app: &App,
    tx: &mut Tx,
    holder: &Account,
    link: &Representative,
    found: Stand,
    now: Timestamp,
) -> Result<Account, ApiError> {
    let conflict = || ApiError::from(ProblemCode::StateConflict);
    let by = (Actor::Citizen, Who::Citizen(&holder.id));
    match found.step {
        Step::Open => {
            let card = found.card.ok_or_else(conflict)?;
            let mut account = match found.account {
                Some(account) => account,
                None => level_1(app, tx, holder, link, now).await?,
            };
            account.dossier_id = Some(card.id.clone());
            account.activated_at = Some(now);
            steps::step(app, tx, &mut account, State::L1Active, by, after(now, 1)).await?;
            locks::new_card(app, tx, &card, after(now, 2)).await?;
            Ok(account)
        }
        Step::Activate => {
            let mut account = found.account.ok_or_else(conflict)?;
            // It was given for the account as it was before; from here on the new one counts.
            representatives::withdraw(tx, &link.child_number, now).await?;
            account.level = 2;
            account.activated_at = Some(now);
            steps::step(app, tx, &mut account, State::L2Active, by, after(now, 1)).await?;
            wallet::ask_as_wished(app, tx, &account, by.1, after(now, 2)).await?;
            Ok(account)
        }
        _ => found.account.ok_or_else(conflict),
    }
}

/// An account of level 1, which the representative opens (Decree 69/2024, art. 10(1)). Codes and messages go to their phone.
async fn level_1(
    app: &App,
    tx: &mut Tx,
    holder: &Account,
    link: &Representative,
    now: Timestamp,
) -> Result<Account, ApiError> {
    let account = Account {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        personal_number: link.child_number.clone(),
        dossier_id: None,
        full_name: link.child_name.clone(),
        birth_date: link.child_birth_date.clone(),
        phone: holder.phone.clone(),
        level: 1,
        state: State::None.as_str().to_owned(),
        notified_at: None,
        activate_by: None,
        password_hash: None,
        passcode_hash: None,
        activated_at: None,
        last_sign_in_at: None,
        card_expires_on: None,
        lock_reason: None,
        locked_from: None,
        version: 1,
    };
    accounts::insert(tx, &account).await?;
    Ok(account)
}

/// Withdraws it, whoever of the representatives has given it: from here on nothing of the account can be used.
///
/// # Errors
/// As [`find`]; `state_conflict` where none stands.
pub async fn withdraw(
    app: &App,
    tx: &mut Tx,
    holder: &Account,
    id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    let link = find(tx, holder, id, now).await?;
    if !representatives::withdraw(tx, &link.child_number, now).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    if let Some(account) = accounts::by_person(tx, &link.child_number).await? {
        let who = Who::Citizen(&holder.id);
        steps::note(app, tx, &account, "account.child_consent_withdrawn", who, now).await?;
    }
    tell::all(app, tx, &link, Kind::ChildConsentWithdrawn, now).await
}

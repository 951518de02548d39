//! The seven days of an approved account.

use super::work::{self, Work};
use crate::{
    app::{accounts as steps, audit::Who, children},
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::{ACTIVATE_WITHIN_DAYS, State, activate_by},
    calendar::{days_after, office_date, office_timestamp},
    dossier::Actor,
    when::When,
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    dossiers::{self, Dossier},
};
use jiff::{
    Timestamp,
    civil::{Date, Time, time},
};

/// Days after the notice on which who has not activated is reminded.
const REMIND_ON_DAYS: [i32; 3] = [1, 4, 6];
/// When on such a day.
const REMIND_AT: Time = time(9, 0, 0, 0);
/// Between an account's id and the day, in what a reminder is about.
const BETWEEN: char = '@';

/// Sets the days to activate, from the notice on (Decree 69/2024, art. 14).
pub fn begin_clock(app: &App, account: &mut Account, now: Timestamp) {
    account.notified_at = Some(now);
    account.activate_by = Some(activate_by(now, ACTIVATE_WITHIN_DAYS, &app.catalog.calendar()).shown);
}

/// Tells the holder that the account can be activated, and until when.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell_approved(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    dossier: Option<&Dossier>,
    now: Timestamp,
) -> Result<(), ApiError> {
    plan_reminders(app, tx, account, now).await?;
    tell(app, tx, account, dossier, Kind::AccountApproved, now).await
}

async fn tell(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    dossier: Option<&Dossier>,
    kind: Kind,
    now: Timestamp,
) -> Result<(), ApiError> {
    // Who represents a child opens the account in their own; the phone on file is theirs.
    let kind = if children::is_childs(account, now)? {
        Kind::ChildApproved
    } else {
        kind
    };
    let facts = Facts {
        day: account.activate_by,
        child: account.full_name.clone(),
        ..Facts::default()
    };
    queue::tell_holder(app, tx, account, dossier, kind, facts, now).await
}

/// A reminder on each of the days, counted from the notice, so that days opened anew have reminders of their own.
async fn plan_reminders(app: &App, tx: &mut Tx, account: &Account, now: Timestamp) -> Result<(), ApiError> {
    let told = office_date(account.notified_at.unwrap_or(now));
    for days in REMIND_ON_DAYS {
        let day = days_after(told, days);
        let about = format!("{}{BETWEEN}{day}", account.id);
        let key = format!("{}:{about}", Work::RemindActivate.as_str());
        let at = office_timestamp(day.to_datetime(REMIND_AT));
        work::enqueue_at(app, tx, Work::RemindActivate, (&key, &about), at, now).await?;
    }
    Ok(())
}

/// Reminds the holder of an account that still waits. A reminder that could not come on its day does not come later: the
/// next one would follow at once.
///
/// # Errors
/// When the database is out of reach.
pub async fn remind(app: &App, tx: &mut Tx, about: &str, now: Timestamp) -> Result<(), ApiError> {
    let (id, day) = about.split_once(BETWEEN).unwrap_or((about, ""));
    if Date::of(day) != Some(office_date(now)) {
        return Ok(());
    }
    let Some(account) = accounts::by_id(tx, id).await? else {
        return Ok(());
    };
    if steps::state_of(&account)? != State::L2Approved {
        return Ok(());
    }
    let dossier = match &account.dossier_id {
        Some(dossier_id) => dossiers::by_id(tx, dossier_id).await?,
        None => None,
    };
    tell(app, tx, &account, dossier.as_ref(), Kind::ActivateSoon, now).await
}

/// Accounts whose days are over, a weekend or holiday at their end included.
///
/// # Errors
/// When the database is out of reach.
pub async fn lapse(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), ApiError> {
    const MOST: u32 = 200;
    let today = office_date(now);
    let late = accounts::overdue(tx, State::L2Approved.as_str(), today, MOST).await?;
    for mut account in late {
        let notified = account.notified_at.unwrap_or(now);
        if activate_by(notified, ACTIVATE_WITHIN_DAYS, &app.catalog.calendar()).is_over(today) {
            let by = (Actor::System, Who::System);
            steps::step(app, tx, &mut account, State::L2Overdue, by, now).await?;
        }
    }
    Ok(())
}

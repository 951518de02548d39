//! The seven days of an approved account.

use crate::{
    app::{accounts as steps, audit::Who},
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::{ACTIVATE_WITHIN_DAYS, State, activate_by},
    calendar::office_date,
    dossier::Actor,
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    dossiers::Dossier,
};
use jiff::Timestamp;

/// Sets the days to activate, from the notice on (Decree 69/2024, art. 14).
pub fn begin_clock(app: &App, account: &mut Account, now: Timestamp) {
    account.notified_at = Some(now);
    account.activate_by = Some(activate_by(now, ACTIVATE_WITHIN_DAYS, &app.catalog.calendar).shown);
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
    let facts = Facts {
        day: account.activate_by,
        ..Facts::default()
    };
    queue::tell_holder(app, tx, account, dossier, Kind::AccountApproved, facts, now).await
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
        if activate_by(notified, ACTIVATE_WITHIN_DAYS, &app.catalog.calendar).is_over(today) {
            let by = (Actor::System, Who::System);
            steps::step(app, tx, &mut account, State::L2Overdue, by, now).await?;
        }
    }
    Ok(())
}

//! Who has forgotten password or passcode, and the security answers too, but still has the number. Without this, only a person
//! who bought another SIM got back in. The officer has looked at face and card; what was known before opens nothing any more.

use super::{after, forget_secrets};
use crate::app::{accounts as steps, audit::Who, citizens, daily, recovery};
use crate::{
    notices::{Kind, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{account::State, dossier::Actor, field::FieldCode};
use eid_store::{Tx, accounts::Account, phone_changes};
use jiff::Timestamp;

/// What the audit calls it.
const ACTION: &str = "account.secrets_reset";

/// Forgets password, passcode, security answers, passkeys and device of an account in use: it is activated again with the number
/// it has. Tries that were wrong until now do not stand against the new secrets. The owner is told, on the other phone of the
/// dossier too; either message locks.
///
/// # Errors
/// `invalid_fields` at `phone` where the account is not in use: then the same number changes nothing.
pub(super) async fn confirmed(
    app: &App,
    tx: &mut Tx,
    mut account: Account,
    staff_id: &str,
    now: Timestamp,
) -> Result<Account, ApiError> {
    if steps::state_of(&account)? != State::L2Active {
        return Err(ApiError::field("phone", FieldCode::PhoneSame));
    }
    let who = Who::Staff(staff_id);
    steps::note(app, tx, &account, ACTION, who, after(now, 1)).await?;
    forget_secrets(tx, &mut account).await?;
    phone_changes::end_ways(tx, &account.id).await?;
    let limits = &app.config.limits;
    let (passcode, answers) = (&limits.passcode_subject, &limits.recovery_answer_subject);
    daily::forget(app, tx, passcode, daily::PASSCODE, &account.id, now).await?;
    daily::forget(app, tx, answers, daily::ANSWERS, &account.id, now).await?;
    let by = (Actor::Officer, who);
    steps::step(app, tx, &mut account, State::DeviceReset, by, after(now, 2)).await?;
    if let Some(phone) = recovery::other_phone(tx, &account).await? {
        let there = Account {
            phone,
            ..account.clone()
        };
        citizens::tell_of(app, tx, &there, Kind::SecretsReset, Facts::default(), now).await?;
    }
    citizens::tell_of(app, tx, &account, Kind::SecretsReset, Facts::default(), now).await?;
    Ok(account)
}

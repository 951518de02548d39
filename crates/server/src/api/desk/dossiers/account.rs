//! The account that is asked for with a dossier.

use crate::{
    app::{accounts as steps, audit::Who, desk::Case, ids, staff::Staff},
    problem::ApiError,
    state::App,
};
use eid_domain::{account::State, dossier::Actor};
use eid_store::accounts::{self, Account};

/// Records the request (form TK01) at the counter. True where it must go to the ministry: not when the
/// person has level 2 already.
///
/// # Errors
/// `state_conflict` where the account's state does not allow it.
pub async fn request(app: &App, case: &mut Case, staff: &Staff) -> Result<bool, ApiError> {
    let by = (Actor::Officer, Who::Staff(&staff.id));
    match accounts::by_person(&mut case.tx, &case.dossier.personal_number).await? {
        Some(mut account) => {
            let state = steps::state_of(&account)?;
            if !matches!(state, State::None | State::L1Active | State::L2Refused) {
                return Ok(state == State::L2Requested);
            }
            fill(&mut account, case);
            steps::step(app, &mut case.tx, &mut account, State::L2Requested, by, case.now).await?;
        }
        None => {
            let mut account = empty(ids::time_ordered(app.rng.as_ref(), case.now)?, case);
            fill(&mut account, case);
            accounts::insert(&mut case.tx, &account).await?;
            steps::step(app, &mut case.tx, &mut account, State::L2Requested, by, case.now).await?;
        }
    }
    Ok(true)
}

fn empty(id: String, case: &Case) -> Account {
    Account {
        id,
        personal_number: case.dossier.personal_number.clone(),
        dossier_id: None,
        full_name: String::new(),
        birth_date: String::new(),
        phone: String::new(),
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
    }
}

/// What the person signed at the counter is what counts.
fn fill(account: &mut Account, case: &Case) {
    account.dossier_id = Some(case.dossier.id.clone());
    account.full_name.clone_from(&case.dossier.full_name);
    account.birth_date.clone_from(&case.dossier.birth_date);
    account.phone.clone_from(&case.dossier.otp_phone);
}

//! The account that is asked for with a dossier.

use crate::{
    app::{accounts as steps, audit::Who, desk::Case, ids, new_phone, staff::Staff},
    jobs::account::{begin_clock, tell_approved},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::{LockReason, State},
    dossier::Actor,
    field::FieldCode,
    identity::OtpPhone,
};
use eid_store::accounts::{self, Account};

/// What the request of an account came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Requested {
    /// It goes to the ministry.
    Ministry,
    /// It was approved before, and has its days to be activated anew: no answer is waited for.
    Again,
    /// It stands as it is: in use, being checked, or locked for a reason that is dealt with elsewhere.
    Stands,
}

/// Records the request (form TK01) at the counter, with the person's own phone where another is given there.
///
/// # Errors
/// `invalid_fields` at `account_phone`: no phone for codes, or another account has it; `state_conflict` where the account's
/// state does not allow it.
pub async fn request(
    app: &App,
    case: &mut Case,
    (staff, own_phone): (&Staff, &str),
) -> Result<Requested, ApiError> {
    let by = (Actor::Officer, Who::Staff(&staff.id));
    let phone = phone(case, own_phone)?;
    let Some(mut account) = accounts::by_person(&mut case.tx, &case.dossier.personal_number).await? else {
        let mut account = empty(ids::time_ordered(app.rng.as_ref(), case.now)?, case);
        fill(&mut account, case, phone).await?;
        accounts::insert(&mut case.tx, &account).await?;
        steps::step(app, &mut case.tx, &mut account, State::L2Requested, by, case.now).await?;
        return Ok(Requested::Ministry);
    };
    // What its holder has closed is asked for anew; every other lock stays.
    let closed = account.lock_reason.as_deref() == Some(LockReason::Closed.as_str());
    match steps::state_of(&account)? {
        State::L2Approved | State::L2Overdue => {
            reopen(app, case, account, phone, by).await?;
            Ok(Requested::Again)
        }
        State::L2Requested => Ok(Requested::Ministry),
        State::L2Review | State::L2Active | State::DeviceReset => Ok(Requested::Stands),
        State::Locked if !closed => Ok(Requested::Stands),
        State::None | State::L1Active | State::L2Refused | State::Locked => {
            account.lock_reason = None;
            account.locked_from = None;
            fill(&mut account, case, phone).await?;
            steps::step(app, &mut case.tx, &mut account, State::L2Requested, by, case.now).await?;
            Ok(Requested::Ministry)
        }
    }
}

/// Approved, and not activated: whoever comes to the counter has the days anew (Decree 69/2024/NĐ-CP, art. 14), and from now
/// on the account is this dossier's.
async fn reopen(
    app: &App,
    case: &mut Case,
    mut account: Account,
    phone: OtpPhone,
    by: (Actor, Who<'_>),
) -> Result<(), ApiError> {
    let overdue = steps::state_of(&account)? == State::L2Overdue;
    fill(&mut account, case, phone).await?;
    begin_clock(app, &mut account, case.now);
    if overdue {
        steps::step(app, &mut case.tx, &mut account, State::L2Approved, by, case.now).await?;
    } else {
        accounts::update(&mut case.tx, &mut account).await?;
        steps::note(app, &mut case.tx, &account, "account.reopened", by.1, case.now).await?;
    }
    tell_approved(app, &mut case.tx, &account, Some(&case.dossier), case.now).await
}

fn phone(case: &Case, own: &str) -> Result<OtpPhone, ApiError> {
    let own = own.trim();
    let typed = if own.is_empty() {
        case.dossier.otp_phone.as_str()
    } else {
        own
    };
    OtpPhone::parse(typed).map_err(|code| ApiError::field("account_phone", code))
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

/// What the person signed at the counter is what counts. One number is for one account, but for children's.
async fn fill(account: &mut Account, case: &mut Case, phone: OtpPhone) -> Result<(), ApiError> {
    account.dossier_id = Some(case.dossier.id.clone());
    account.full_name.clone_from(&case.dossier.full_name);
    account.birth_date.clone_from(&case.dossier.birth_date);
    phone.as_str().clone_into(&mut account.phone);
    if new_phone::is_taken(&mut case.tx, account, &account.phone, case.now).await? {
        return Err(ApiError::field("account_phone", FieldCode::PhoneTaken));
    }
    Ok(())
}

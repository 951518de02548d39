//! Another phone for an account. Its owner does it with passcode and codes to both numbers; who has lost the number comes to
//! the police, and activates again with the new one. Both numbers are told, and the message to each locks with one tap.

mod same;

use crate::app::{
    accounts as steps,
    audit::Who,
    citizens::{self, Citizen},
    codes::{self, Purpose, Target},
    locks,
};
use crate::{
    jobs::account::{begin_clock, tell_approved},
    limits,
    notices::{Kind, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    account::{LockReason, State},
    calendar::office_date,
    dossier::Actor,
    field::FieldCode,
    identity::{BirthDate, OtpPhone},
    problem::ProblemCode,
    wire::{
        Lang,
        new_phone::{NewPhoneStep, NewPhoneView},
    },
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    codes as sent,
    dossiers::{self, Dossier},
    passkeys,
    phone_changes::{self, PhoneChange, Step},
    sessions::{self, SessionKind},
};
use jiff::{SignedDuration, Timestamp};

/// From step to step.
const LASTS: SignedDuration = SignedDuration::from_mins(15);
/// Who is younger has no phone of their own: codes go to the representative's (Decree 69/2024/NĐ-CP, art. 10).
const OWN_PHONE_FROM: u8 = 14;

/// Sends the next code of a change, and keeps how far it is.
///
/// # Errors
/// `too_many_requests` within a minute of the last one, or after six in an hour.
pub async fn send(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    mut change: PhoneChange,
    lang: Lang,
    now: Timestamp,
) -> Result<NewPhoneView, ApiError> {
    let counted = app.keys.blind("new phone", &[&account.id]);
    limits::spend(tx, &app.config.limits.new_phone_subject, &counted, now).await?;
    let to = match change.step {
        Step::Old => &account.phone,
        Step::New => {
            // Shared with every other code that a stranger's number could be flooded with.
            let subject = app.keys.blind("phone", &[&change.phone]);
            limits::spend(tx, &app.config.limits.phone_code_phone, &subject, now).await?;
            &change.phone
        }
    };
    let target = Target {
        purpose: Purpose::NewPhone,
        subject: app.keys.blind("new phone", &[&account.id, change.step.as_str()]),
        phone: Some(to.clone()),
        lang,
        payload: lang.as_str().to_owned(),
    };
    let row = codes::send(app, tx, target, now).await?;
    change.code_id.clone_from(&row.id);
    change.expires_at = now.saturating_add(LASTS).unwrap_or(Timestamp::MAX);
    phone_changes::put(tx, &change).await?;
    if change.step == Step::Old {
        let who = Who::Citizen(&account.id);
        steps::note(app, tx, account, "account.code_sent", who, now).await?;
    }
    Ok(told(account, &change, &row, now))
}

/// The one under way in this session.
///
/// # Errors
/// `journey_expired`.
pub async fn live(tx: &mut Tx, citizen: &Citizen, now: Timestamp) -> Result<PhoneChange, ApiError> {
    let found = phone_changes::live(tx, &citizen.account.id, &citizen.session.hash, now).await?;
    found.ok_or_else(|| ProblemCode::JourneyExpired.into())
}

fn told(account: &Account, change: &PhoneChange, row: &sent::OneTimeCode, now: Timestamp) -> NewPhoneView {
    let (step, phone) = match change.step {
        Step::Old => (NewPhoneStep::Old, &account.phone),
        Step::New => (NewPhoneStep::New, &change.phone),
    };
    NewPhoneView {
        step,
        phone_ends: crate::app::view::phone_ends(phone),
        code_expires_in_s: codes::expires_in(row, now),
        resend_in_s: codes::resend_in(row, now),
    }
}

/// Whether a number may become that of an account: one number, one account, but for children, whose codes go to the phone
/// of their representative.
///
/// # Errors
/// When the database is out of reach.
pub async fn is_taken(tx: &mut Tx, account: &Account, phone: &str, now: Timestamp) -> Result<bool, ApiError> {
    if is_child(account, now) {
        return Ok(false);
    }
    let others = accounts::of_phone(tx, phone).await?;
    Ok(others
        .iter()
        .any(|other| other.id != account.id && !is_child(other, now)))
}

fn is_child(account: &Account, now: Timestamp) -> bool {
    let birth = BirthDate::from_iso(&account.birth_date);
    birth.is_ok_and(|birth| birth.age_on(office_date(now)) < OWN_PHONE_FROM)
}

/// Both phones were proved: the account has the new one. Signed in elsewhere nobody is any more; children's accounts that
/// were reached by the old phone go along.
///
/// # Errors
/// When the database is out of reach.
pub async fn finish(
    app: &App,
    tx: &mut Tx,
    citizen: &Citizen,
    to: &str,
    now: Timestamp,
) -> Result<NewPhoneView, ApiError> {
    let (mut account, old) = (citizen.account.clone(), citizen.account.phone.clone());
    for mut other in accounts::of_phone(tx, &old).await? {
        if other.id != account.id && is_child(&other, now) {
            set(app, tx, &mut other, to, Who::Citizen(&account.id), now).await?;
        }
    }
    let id = account.id.clone();
    set(app, tx, &mut account, to, Who::Citizen(&id), now).await?;
    let hash = &citizen.session.hash;
    sessions::delete_others(tx, SessionKind::Citizen, &id, hash).await?;
    tell_both(app, tx, &account, &old, By::Owner, now).await?;
    Ok(NewPhoneView {
        step: NewPhoneStep::Done,
        phone_ends: crate::app::view::phone_ends(to),
        code_expires_in_s: 0,
        resend_in_s: 0,
    })
}

/// Stores the phone, moves what is open along, and ends every way in that the old phone has begun.
async fn set(
    app: &App,
    tx: &mut Tx,
    account: &mut Account,
    to: &str,
    who: Who<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let old = std::mem::replace(&mut account.phone, to.to_owned());
    accounts::update(tx, account).await?;
    phone_changes::move_dossiers(tx, &account.personal_number, &old, to).await?;
    phone_changes::end_ways(tx, &account.id).await?;
    steps::note(app, tx, account, "account.phone_changed", who, now).await
}

/// At the counter, for who has lost the number: an account in use waits to be activated again, with new secrets; one that
/// was never activated, or whose days ran out while codes went to the old number, gets its days anew. With the number that it
/// has, an account in use waits to be activated again too: for who has forgotten every secret.
///
/// # Errors
/// `invalid_fields` where another account has the phone, or this one and is not in use; `state_conflict` where the account is locked by anybody but its
/// owner, or not asked for.
pub async fn by_desk(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    (phone, staff_id): (&OtpPhone, &str),
    now: Timestamp,
) -> Result<(), ApiError> {
    let conflict = || ApiError::from(ProblemCode::StateConflict);
    let account = steps::of_person(tx, dossier).await?;
    lost(app, tx, account.ok_or_else(conflict)?, (phone, staff_id), now).await?;
    *dossier = dossiers::by_id(tx, &dossier.id).await?.ok_or_else(conflict)?;
    Ok(())
}

/// The same by the account, at an office that does not have its dossier. Gives the account as it is then.
///
/// # Errors
/// As [`by_desk`].
pub async fn lost(
    app: &App,
    tx: &mut Tx,
    mut account: Account,
    (phone, staff_id): (&OtpPhone, &str),
    now: Timestamp,
) -> Result<Account, ApiError> {
    let conflict = || ApiError::from(ProblemCode::StateConflict);
    let (to, old) = (phone.as_str(), account.phone.clone());
    let same = to == old;
    if !same && is_taken(tx, &account, to, now).await? {
        return Err(ApiError::field("phone", FieldCode::PhoneTaken));
    }
    let (who, by) = (Who::Staff(staff_id), (Actor::Officer, Who::Staff(staff_id)));
    if steps::state_of(&account)? == State::Locked {
        let own = account.lock_reason.as_deref() == Some(LockReason::OwnRequest.as_str());
        if !own || locks::card_is_over(&account, now) {
            return Err(conflict());
        }
        locks::unlock(app, tx, &mut account, by, now).await?;
    }
    if same {
        return same::confirmed(app, tx, account, staff_id, now).await;
    }
    set(app, tx, &mut account, to, who, after(now, 1)).await?;
    tell_both(app, tx, &account, &old, By::Desk, now).await?;
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    match steps::state_of(&account)? {
        State::L2Requested | State::L2Review | State::DeviceReset => {}
        State::L2Approved => {
            begin_clock(app, &mut account, now);
            accounts::update(tx, &mut account).await?;
            tell_approved(app, tx, &account, dossier.as_ref(), now).await?;
        }
        State::L2Overdue => {
            begin_clock(app, &mut account, now);
            steps::step(app, tx, &mut account, State::L2Approved, by, after(now, 2)).await?;
            tell_approved(app, tx, &account, dossier.as_ref(), now).await?;
        }
        State::L2Active => {
            forget_secrets(tx, &mut account).await?;
            steps::step(app, tx, &mut account, State::DeviceReset, by, after(now, 2)).await?;
        }
        State::None | State::L1Active | State::L2Refused | State::Locked => return Err(conflict()),
    }
    Ok(account)
}

/// The history is ordered by its instants.
fn after(now: Timestamp, micros: i64) -> Timestamp {
    now.saturating_add(SignedDuration::from_micros(micros))
        .unwrap_or(Timestamp::MAX)
}

/// Whoever has the lost phone may know or keep them: nothing that was proved before opens the account.
async fn forget_secrets(tx: &mut Tx, account: &mut Account) -> Result<(), ApiError> {
    account.password_hash = None;
    account.passcode_hash = None;
    accounts::set_answers(tx, &account.id, &[]).await?;
    let kind = SessionKind::Citizen;
    sessions::delete_of_subject(tx, kind, &account.id).await?;
    passkeys::remove_all(tx, kind, &account.id).await?;
    Ok(eid_store::devices::remove(tx, &account.id).await?)
}

/// Who has changed it.
#[derive(Clone, Copy)]
enum By {
    Owner,
    Desk,
}

impl By {
    /// As the end of a sentence, without marks.
    const fn words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Owner, Lang::Vi) => "do ban yeu cau",
            (Self::Owner, Lang::En) => "as you asked",
            (Self::Desk, Lang::Vi) => "tai quay. Hay kich hoat lai bang so moi",
            (Self::Desk, Lang::En) => "changed at the office. Activate it again with that number",
        }
    }
}

/// Tells the number until now and the new one. The link of either message locks the account.
async fn tell_both(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    old: &str,
    by: By,
    now: Timestamp,
) -> Result<(), ApiError> {
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    let lang = dossier.map_or(Lang::Vi, |dossier| Lang::from_tag(&dossier.lang));
    let facts = Facts {
        number: crate::app::view::phone_ends(&account.phone),
        reason: by.words(lang).to_owned(),
        ..Facts::default()
    };
    let before = Account {
        phone: old.to_owned(),
        ..account.clone()
    };
    citizens::tell_of(app, tx, &before, Kind::PhoneChanged, facts.clone(), now).await?;
    citizens::tell_of(app, tx, account, Kind::PhoneChanged, facts, now).await
}

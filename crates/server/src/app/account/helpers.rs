//! The owner of an account lets the help desk look along. It ends with its time, with one tap of either, and with the
//! session of either: nothing of it outlives who gave it and who was given it.

mod parts;

use crate::app::{
    accounts as steps,
    audit::{self, Done, Who},
    ids, sessions,
    staff::Staff,
};
use crate::{app::codes, limits, problem::ApiError, rng, state::App};
use eid_domain::{
    problem::{Problem, ProblemCode},
    secret::OneTimeCode,
    wire::{
        desk::Role,
        helper::{HelperEnd, HelperLooked, HelperPart, HelperState, HelperView, MyHelper, NUMBER_ENDS},
    },
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    helpers::{self, End, Helper, HelperSession, Look},
    sessions::{Session, SessionKind},
};
use jiff::{SignedDuration, Timestamp};

/// Seconds a code is good for: long enough to read it out to somebody hard of hearing, twice.
pub const CODE_S: u32 = 300;
/// What the owner is shown of one that is over.
const SHOWN_FOR: SignedDuration = SignedDuration::from_hours(24);
const MOST_LOOKS: u32 = 100;
/// Two who wait with the same code and the same end of the number: another code is drawn.
const DRAWS: u8 = 4;
const SPOKEN: &str = "helper code";

/// Digits that go with the code.
#[must_use]
pub fn number_ends(account: &Account) -> &str {
    let number = &account.personal_number;
    number
        .get(number.len().saturating_sub(NUMBER_ENDS)..)
        .unwrap_or_default()
}

/// A code for the helper, in the place of whatever was open before.
///
/// # Errors
/// `too_many_requests`.
pub async fn ask(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    session: &Session,
    now: Timestamp,
) -> Result<String, ApiError> {
    let limit = &app.config.limits.helper_code_subject;
    limits::spend(tx, limit, &app.keys.blind("helper ask", &[&account.id]), now).await?;
    helpers::end_of_account(tx, &account.id, End::Citizen, now).await?;
    let asked = HelperSession {
        id: ids::handle(app.rng.as_ref())?,
        account_id: account.id.clone(),
        citizen_session: session.hash.clone(),
        asked_at: now,
        code_until: later(now, SignedDuration::from_secs(i64::from(CODE_S))),
        helper: None,
        ended: None,
    };
    for _ in 0..DRAWS {
        let code = OneTimeCode::from_random(rng::bytes::<16>(app.rng.as_ref())?);
        let mac = mac(app, number_ends(account), &code);
        if helpers::ask(tx, &asked, &mac).await? {
            let who = Who::Citizen(&account.id);
            steps::note(app, tx, account, "account.helper_asked", who, now).await?;
            return Ok(code.expose().to_owned());
        }
    }
    // The account's owner pressed twice at once: the other one has it.
    Err(ProblemCode::StateConflict.into())
}

/// The helper has the code. `Err` in the inner result is the refusal: commit, then refuse with it.
///
/// # Errors
/// `locked_out` after five wrong ones.
pub async fn begin(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    typed: (&str, &OneTimeCode),
    now: Timestamp,
) -> Result<Result<(HelperSession, Account), ApiError>, ApiError> {
    let limit = &app.config.limits.helper_try_staff;
    let left = limits::begin_try(tx, limit, &staff.id, now).await?;
    let helper = Helper {
        staff_id: staff.id.clone(),
        role: staff.role.as_str().to_owned(),
        session: staff.session_hash.clone(),
        ends_at: later(
            now,
            SignedDuration::from_mins(i64::from(app.config.helper_minutes)),
        ),
    };
    let wrong = || Ok(Err(Problem::new(ProblemCode::CodeWrong).tries_left(left).into()));
    let Some(open) = helpers::begin(tx, &mac(app, typed.0, typed.1), &helper, now).await? else {
        return wrong();
    };
    let account = accounts::by_id(tx, &open.account_id).await?;
    let (Some(account), true) = (account, owner_is_there(tx, &open, now).await?) else {
        return wrong();
    };
    limits::forget(tx, limit, &staff.id).await?;
    steps::note(
        app,
        tx,
        &account,
        "account.helper_began",
        Who::Staff(&staff.id),
        now,
    )
    .await?;
    Ok(Ok((open, account)))
}

/// What a member of staff may look at now, and for how many seconds.
///
/// # Errors
/// `journey_expired`: over, somebody else's, or never there; one answer.
pub async fn open_of(
    tx: &mut Tx,
    staff: &Staff,
    id: &str,
    now: Timestamp,
) -> Result<(HelperSession, u32), ApiError> {
    let over = || ApiError::from(ProblemCode::JourneyExpired);
    let found = helpers::by_id(tx, id).await?.ok_or_else(over)?;
    let helper = found.helper.as_ref().ok_or_else(over)?;
    let mine = helper.staff_id == staff.id && helper.session == staff.session_hash;
    let left = codes::seconds_until(helper.ends_at, now);
    if !mine || left == 0 || found.ended.is_some() || !owner_is_there(tx, &found, now).await? {
        return Err(over());
    }
    Ok((found, left))
}

/// One look. It is written down before anything is shown.
///
/// # Errors
/// As [`open_of`].
pub async fn look(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    id: &str,
    part: HelperPart,
    now: Timestamp,
) -> Result<HelperView, ApiError> {
    let (open, _) = open_of(tx, staff, id, now).await?;
    let account = accounts::by_id(tx, &open.account_id).await?;
    let account = account.ok_or(ApiError::from(ProblemCode::JourneyExpired))?;
    let look = Look {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        helper_session_id: open.id,
        at: now,
        part: part.as_str().to_owned(),
    };
    helpers::note_look(tx, &look).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "account.helper_look",
        kind: steps::KIND,
        id: &account.id,
        reason: Some(part.as_str()),
    };
    audit::note(app, tx, now, done).await?;
    parts::of(app, tx, &account, part, now).await
}

/// Ends what is open, whoever does; nothing where nothing is.
///
/// # Errors
/// When the database is out of reach.
pub async fn end(
    app: &App,
    tx: &mut Tx,
    account_id: &str,
    who: Who<'_>,
    now: Timestamp,
) -> Result<(), ApiError> {
    let by = match who {
        Who::Staff(_) => End::Helper,
        Who::Citizen(_) => End::Citizen,
        Who::System | Who::Ministry | Who::Venue(_) => End::Time,
    };
    if helpers::end_of_account(tx, account_id, by, now).await? == 0 {
        return Ok(());
    }
    let done = Done {
        who,
        action: "account.helper_ended",
        kind: steps::KIND,
        id: account_id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}

/// What the owner sees: the one of the last day, and every look in it.
///
/// # Errors
/// When the database is out of reach.
pub async fn mine(tx: &mut Tx, account_id: &str, now: Timestamp) -> Result<MyHelper, ApiError> {
    let since = now.saturating_sub(SHOWN_FOR).unwrap_or(Timestamp::MIN);
    let Some(last) = helpers::last_of_account(tx, account_id, since).await? else {
        return Ok(MyHelper {
            state: HelperState::None,
            ends_in_s: 0,
            role: None,
            ended_by: None,
            looks: Vec::new(),
        });
    };
    let until = last
        .helper
        .as_ref()
        .map_or(last.code_until, |helper| helper.ends_at);
    let left = codes::seconds_until(until, now);
    let there = left > 0 && last.ended.is_none() && parties_are_there(tx, &last, now).await?;
    let looks = helpers::looks(tx, &last.id, MOST_LOOKS).await?;
    let looked = |look: &Look| {
        let part = HelperPart::parse(&look.part)?;
        Some(HelperLooked { at: look.at, part })
    };
    let ended_by = match last.ended {
        Some((_, by)) => Some(ended_by(by)),
        None => (!there).then_some(HelperEnd::Time),
    };
    Ok(MyHelper {
        state: match (&last.helper, there) {
            (_, false) => HelperState::Ended,
            (None, true) => HelperState::Waiting,
            (Some(_), true) => HelperState::Open,
        },
        ends_in_s: if there { left } else { 0 },
        role: last.helper.as_ref().and_then(|helper| Role::parse(&helper.role)),
        ended_by,
        looks: looks.iter().filter_map(looked).collect(),
    })
}

const fn ended_by(by: End) -> HelperEnd {
    match by {
        End::Citizen => HelperEnd::Citizen,
        End::Helper => HelperEnd::Helper,
        End::Time => HelperEnd::Time,
    }
}

/// Whether the owner is still signed in where they have asked for it.
async fn owner_is_there(tx: &mut Tx, open: &HelperSession, now: Timestamp) -> Result<bool, ApiError> {
    sessions::is_open(tx, &open.citizen_session, SessionKind::Citizen, now).await
}

async fn parties_are_there(tx: &mut Tx, open: &HelperSession, now: Timestamp) -> Result<bool, ApiError> {
    let staff = match &open.helper {
        Some(helper) => sessions::is_open(tx, &helper.session, SessionKind::Staff, now).await?,
        None => true,
    };
    Ok(staff && owner_is_there(tx, open, now).await?)
}

fn mac(app: &App, number_ends: &str, code: &OneTimeCode) -> String {
    app.keys.blind(SPOKEN, &[number_ends, code.expose()])
}

fn later(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_add(by).unwrap_or(Timestamp::MAX)
}

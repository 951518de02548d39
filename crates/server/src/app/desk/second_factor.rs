//! The second factor of staff: a code of their phone, or a recovery code. Secrets are encrypted at rest, recovery codes
//! kept as keyed digests, and each code opens once.

use crate::app::{
    audit::{self, Done, Who},
    sessions,
};
use crate::{limits, problem::ApiError, rng, state::App, totp, web::cookies};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, request::Parts},
};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::second_factor::{RECOVERY_CODES, RECOVERY_LENGTH, TypedCode},
};
use eid_store::{
    Tx,
    factors::{self, Factor},
    passkeys,
    sessions::{Proved, SessionKind},
    staff::{self, Staff},
};
use jiff::{SignedDuration, Timestamp};

const SECRET: &str = "second-factor";
const RECOVERY: &str = "recovery-code";
/// From the password to the code, and from the secret shown to its first code.
const LASTS: SignedDuration = SignedDuration::from_mins(10);
/// Without what looks alike.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// By what somebody proved themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// The phone's code.
    Phone,
    /// A recovery code; so many are left.
    Recovery(u8),
}

/// Judges a code and uses it up. A wrong one counts, and so does one that was right once.
///
/// # Errors
/// `code_wrong` with the tries left, `locked_out`: then `tx` was committed, the try is used up.
pub async fn prove(
    app: &App,
    mut tx: Tx,
    staff_id: &str,
    typed: &TypedCode,
    now: Timestamp,
) -> Result<(Tx, Given), ApiError> {
    let limit = &app.config.limits.desk_sign_in_code;
    let subject = app.keys.blind("staff code", &[staff_id]);
    let left = limits::begin_try(&mut tx, limit, &subject, now).await?;
    let proved = match typed {
        TypedCode::Digits(digits) => by_phone(app, &mut tx, staff_id, digits).await?,
        TypedCode::Recovery(code) => by_recovery(app, &mut tx, staff_id, code, now).await?,
    };
    let Some(proved) = proved else {
        tx.commit().await?;
        return Err(Problem::new(ProblemCode::CodeWrong).tries_left(left).into());
    };
    limits::forget(&mut tx, limit, &subject).await?;
    Ok((tx, proved))
}

async fn by_phone(app: &App, tx: &mut Tx, staff_id: &str, digits: &str) -> Result<Option<Given>, ApiError> {
    let Some(factor) = factors::of_staff(tx, staff_id).await? else {
        return Ok(None);
    };
    let secret = open(app, staff_id, &factor.secret)?;
    let Some(step) = totp::step_of(&secret, digits, app.machine_now().as_second()) else {
        return Ok(None);
    };
    let fresh = factors::use_step(tx, staff_id, step).await?;
    Ok(fresh.then_some(Given::Phone))
}

async fn by_recovery(
    app: &App,
    tx: &mut Tx,
    staff_id: &str,
    code: &str,
    now: Timestamp,
) -> Result<Option<Given>, ApiError> {
    let hash = app.keys.blind(RECOVERY, &[staff_id, code]);
    if !factors::use_recovery(tx, staff_id, &hash, now).await? {
        return Ok(None);
    }
    Ok(Some(Given::Recovery(factors::recovery_left(tx, staff_id).await?)))
}

fn open(app: &App, staff_id: &str, sealed: &str) -> Result<Vec<u8>, ApiError> {
    let opened = app.keys.open(SECRET, staff_id, sealed);
    opened.ok_or_else(|| ApiError::internal("second factor", &"another server key"))
}

/// A new secret for a member of staff; it counts when its first code was given.
///
/// # Errors
/// When the database is out of reach.
pub async fn begin_enrolment(
    app: &App,
    tx: &mut Tx,
    staff_id: &str,
    now: Timestamp,
) -> Result<[u8; totp::SECRET_BYTES], ApiError> {
    let secret = rng::bytes::<{ totp::SECRET_BYTES }>(app.rng.as_ref())?;
    let sealed = app.keys.seal(app.rng.as_ref(), SECRET, staff_id, &secret)?;
    factors::put_enrolment(tx, staff_id, &sealed, later(now)).await?;
    Ok(secret)
}

/// The first code of the secret that was shown makes it the factor; gives the recovery codes.
///
/// # Errors
/// `code_wrong`, `locked_out` as [`prove`]; `journey_expired` where no secret was shown, or too long ago.
pub async fn end_enrolment(
    app: &App,
    mut tx: Tx,
    staff_id: &str,
    typed: &TypedCode,
    now: Timestamp,
) -> Result<(Tx, Vec<String>), ApiError> {
    let sealed = factors::enrolment(&mut tx, staff_id, now).await?;
    let sealed = sealed.ok_or(ApiError::from(ProblemCode::JourneyExpired))?;
    let limit = &app.config.limits.desk_sign_in_code;
    let subject = app.keys.blind("staff code", &[staff_id]);
    let left = limits::begin_try(&mut tx, limit, &subject, now).await?;
    let secret = open(app, staff_id, &sealed)?;
    let step = match typed {
        TypedCode::Digits(digits) => totp::step_of(&secret, digits, app.machine_now().as_second()),
        TypedCode::Recovery(_) => None,
    };
    let Some(step) = step else {
        tx.commit().await?;
        return Err(Problem::new(ProblemCode::CodeWrong).tries_left(left).into());
    };
    limits::forget(&mut tx, limit, &subject).await?;
    let factor = Factor {
        secret: sealed,
        last_step: step,
        enrolled_at: now,
    };
    factors::put(&mut tx, staff_id, &factor).await?;
    factors::end_enrolment(&mut tx, staff_id).await?;
    let codes = new_recovery(app, &mut tx, staff_id).await?;
    Ok((tx, codes))
}

/// Ten new recovery codes; the former ones open nothing any more.
///
/// # Errors
/// When the database is out of reach.
pub async fn new_recovery(app: &App, tx: &mut Tx, staff_id: &str) -> Result<Vec<String>, ApiError> {
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let chance = rng::bytes::<RECOVERY_LENGTH>(app.rng.as_ref())?;
        let letters = chance
            .iter()
            .filter_map(|byte| LETTERS.get(usize::from(byte & 31)));
        codes.push(letters.map(|letter| char::from(*letter)).collect::<String>());
    }
    let hashes: Vec<String> = codes
        .iter()
        .map(|code| app.keys.blind(RECOVERY, &[staff_id, code]))
        .collect();
    factors::put_recovery(tx, staff_id, &hashes).await?;
    let shown = codes.iter().map(|code| {
        let (one, other) = code.split_at(RECOVERY_LENGTH / 2);
        format!("{one}-{other}")
    });
    Ok(shown.collect())
}

fn later(now: Timestamp) -> Timestamp {
    now.saturating_add(LASTS).unwrap_or(Timestamp::MAX)
}

/// The password was right: the cookie with which the code may be given.
///
/// # Errors
/// When the database is out of reach.
pub async fn begin_sign_in(
    app: &App,
    tx: &mut Tx,
    staff_id: &str,
    now: Timestamp,
) -> Result<HeaderValue, ApiError> {
    let token = crate::secret::token::<32>(app.rng.as_ref())?;
    factors::begin_sign_in(tx, &crate::secret::digest(&token), staff_id, later(now)).await?;
    Ok(cookies::set(cookies::DESK_BEGUN, &token))
}

/// Both were right: a session, and the end of what was begun. Gives the cookies to set.
///
/// # Errors
/// When the database is out of reach.
pub async fn finish_sign_in(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    staff_id: &str,
    proved: Proved,
    now: Timestamp,
) -> Result<[HeaderValue; 2], ApiError> {
    if let Some(token) = cookies::get(headers, cookies::DESK_BEGUN) {
        factors::end_sign_in(tx, &crate::secret::digest(token)).await?;
    }
    let cookie = sessions::begin(app, tx, headers, SessionKind::Staff, staff_id, proved, now).await?;
    let action = match proved {
        Proved::Password => "staff.signed_in",
        Proved::Passkey => "staff.signed_in_by_passkey",
    };
    let done = Done {
        who: Who::Staff(staff_id),
        action,
        kind: "staff",
        id: staff_id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    Ok([cookie, cookies::clear(cookies::DESK_BEGUN)])
}

/// Who has given the right password a moment ago, or is signed in.
pub struct Begun {
    /// The member of staff.
    pub row: Staff,
    /// When they signed in; `None` before that.
    pub signed_in_at: Option<Timestamp>,
}

/// Whether there is a second factor: the phone's code, or a passkey.
///
/// # Errors
/// When the database is out of reach.
pub async fn has_any(tx: &mut Tx, staff_id: &str) -> Result<bool, ApiError> {
    let passkeys = passkeys::of_subject(tx, SessionKind::Staff, staff_id).await?;
    Ok(!passkeys.is_empty() || factors::of_staff(tx, staff_id).await?.is_some())
}

/// Who has given only the password may set up a first factor, never another one: a password alone would be enough then.
///
/// # Errors
/// `state_conflict`.
pub async fn need_right_to_add(tx: &mut Tx, begun: &Begun) -> Result<(), ApiError> {
    if begun.signed_in_at.is_none() && has_any(tx, &begun.row.id).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    Ok(())
}

impl FromRequestParts<App> for Begun {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let none = || ApiError::from(ProblemCode::NotSignedIn);
        let begun = match cookies::get(&parts.headers, cookies::DESK_BEGUN) {
            Some(token) => {
                let hash = crate::secret::digest(token);
                factors::signing_in(&mut app.store.peek().await?, &hash, app.now()).await?
            }
            None => None,
        };
        let (id, signed_in_at) = match begun {
            Some(id) => (id, None),
            None => {
                let session = sessions::current(app, &parts.headers, SessionKind::Staff).await?;
                (session.subject_id, Some(session.created_at))
            }
        };
        let row = staff::by_id(&mut app.store.peek().await?, &id).await?;
        let row = row.filter(|row| !row.disabled).ok_or_else(none)?;
        Ok(Self { row, signed_in_at })
    }
}

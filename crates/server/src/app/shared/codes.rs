//! One-time codes: sent, sent again, tried.
//!
//! A code is never stored. It follows from the server's key, its id and the instant of sending; the database
//! keeps a keyed digest to compare with. Where nobody is to be reached a decoy is stored: the same work, the
//! same answer, and no code that fits.

use crate::app::ids;
use crate::{notices::Kind, problem::ApiError, state::App};
use eid_domain::{
    problem::{Problem, ProblemCode},
    secret::OneTimeCode,
    wire::Lang,
};
use eid_store::{
    Tx,
    codes::{self, OneTimeCode as Row},
    notices::{self, Notice, NoticeState},
};
use jiff::{SignedDuration, Timestamp};

/// Seconds a code is good for.
pub const LIFETIME_S: u32 = 180;
/// Seconds a code is good for that comes as a letter.
pub const MAIL_LIFETIME_S: u32 = 900;
/// Seconds until another can be asked for.
pub const RESEND_S: u32 = 60;
/// Wrong entries allowed.
pub const TRIES: u8 = 5;

/// Payload of a code that proves a phone to staff who book for its owner: the message says so.
pub const FOR_STAFF: &str = "staff";

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Proving a phone.
    Phone,
    /// Finding one's dossier.
    Tracking,
    /// Activating an account.
    Activation,
    /// Moving an account to another device, or opening one that its owner has locked.
    Device,
    /// Setting another password.
    Recovery,
    /// Giving an account another phone.
    NewPhone,
    /// Closing an account.
    Close,
    /// Proving an address of electronic mail.
    Mail,
}

impl Purpose {
    /// The stored word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Tracking => "tracking",
            Self::Activation => "activation",
            Self::Device => "device",
            Self::Recovery => "recovery",
            Self::NewPhone => "new_phone",
            Self::Close => "close",
            Self::Mail => "mail",
        }
    }

    /// Seconds its codes are good for: letters are slow.
    const fn lifetime_s(self) -> u32 {
        match self {
            Self::Mail => MAIL_LIFETIME_S,
            _ => LIFETIME_S,
        }
    }
}

/// Whom a code is for.
#[derive(Clone, Debug)]
pub struct Target {
    /// What for.
    pub purpose: Purpose,
    /// Keyed digest of whom it is about.
    pub subject: String,
    /// Where it goes, a phone, or an address for [`Purpose::Mail`]; `None` for a decoy.
    pub phone: Option<String>,
    /// Language of the message.
    pub lang: Lang,
    /// What is to happen when it was entered: an id, or nothing.
    pub payload: String,
}

/// Sends a code.
///
/// # Errors
/// `too_many_requests` within a minute of the last one.
pub async fn send(app: &App, tx: &mut Tx, target: Target, now: Timestamp) -> Result<Row, ApiError> {
    let lifetime_s = target.purpose.lifetime_s();
    let purpose = target.purpose.as_str();
    if let Some(last) = codes::last_of_subject(tx, purpose, &target.subject).await? {
        let wait = resend_in(&last, now);
        if wait > 0 && last.used_at.is_none() {
            return Err(Problem::new(ProblemCode::TooManyRequests)
                .retry_after(wait)
                .into());
        }
    }
    codes::void_of_subject(tx, purpose, &target.subject).await?;
    let id = ids::handle(app.rng.as_ref())?;
    let row = Row {
        mac: mac(app, &id, now),
        id,
        purpose: purpose.to_owned(),
        subject_hash: target.subject,
        phone: target.phone,
        sent_at: now,
        expires_at: later(now, lifetime_s),
        tries_left: TRIES,
        used_at: None,
        payload: target.payload,
    };
    codes::insert(tx, &row).await?;
    queue(app, tx, &row, target.lang, now).await?;
    Ok(row)
}

/// Sends another code under the same id.
///
/// # Errors
/// `too_many_requests` within a minute of the last one; `code_expired` when it was used.
pub async fn resend(
    app: &App,
    tx: &mut Tx,
    mut row: Row,
    lang: Lang,
    now: Timestamp,
) -> Result<Row, ApiError> {
    let wait = resend_in(&row, now);
    if wait > 0 {
        return Err(Problem::new(ProblemCode::TooManyRequests)
            .retry_after(wait)
            .into());
    }
    row.mac = mac(app, &row.id, now);
    row.sent_at = now;
    row.expires_at = later(now, LIFETIME_S);
    row.tries_left = TRIES;
    if !codes::renew(tx, &row).await? {
        return Err(ProblemCode::CodeExpired.into());
    }
    queue(app, tx, &row, lang, now).await?;
    Ok(row)
}

/// What a try came to.
pub enum Tried {
    /// It was right, and is used up.
    Right(Box<Row>),
    /// It was wrong, or too late. Commit, then refuse with this.
    Refused(ApiError),
}

/// Tries a code. Every try counts; a decoy is always wrong.
///
/// # Errors
/// When the database is out of reach.
pub async fn attempt(
    app: &App,
    tx: &mut Tx,
    purpose: Purpose,
    id: &str,
    typed: &OneTimeCode,
    now: Timestamp,
) -> Result<Tried, ApiError> {
    let Some(row) = codes::take_try(tx, id, now).await? else {
        return Ok(Tried::Refused(ProblemCode::CodeExpired.into()));
    };
    let fits = app.keys.matches("code", &[&row.id, typed.expose()], &row.mac);
    if !fits || row.phone.is_none() || row.purpose != purpose.as_str() {
        let left = Problem::new(ProblemCode::CodeWrong).tries_left(u32::from(row.tries_left));
        return Ok(Tried::Refused(left.into()));
    }
    if codes::mark_used(tx, id, now).await? {
        Ok(Tried::Right(Box::new(row)))
    } else {
        Ok(Tried::Refused(ProblemCode::CodeExpired.into()))
    }
}

/// Seconds until another code can be asked for.
#[must_use]
pub fn resend_in(row: &Row, now: Timestamp) -> u32 {
    seconds_until(later(row.sent_at, RESEND_S), now)
}

/// Seconds a code is still good for.
#[must_use]
pub fn expires_in(row: &Row, now: Timestamp) -> u32 {
    seconds_until(row.expires_at, now)
}

/// Whole seconds from now until then, rounded up; 0 when it is over.
#[must_use]
pub fn seconds_until(then: Timestamp, now: Timestamp) -> u32 {
    let millis = then.duration_since(now).as_millis().max(0);
    u32::try_from((millis + 999) / 1000).unwrap_or(u32::MAX)
}

/// The code itself; needed by whoever sends it.
#[must_use]
pub fn reveal(app: &App, id: &str, sent_at: Timestamp) -> String {
    let drawn = app
        .keys
        .blind("draw", &[id, &sent_at.as_microsecond().to_string()]);
    let mut bytes = [0; 16];
    for (byte, digit) in bytes.iter_mut().zip(drawn.as_bytes().chunks_exact(2)) {
        *byte = std::str::from_utf8(digit)
            .ok()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            .unwrap_or(0);
    }
    OneTimeCode::from_random(bytes).expose().to_owned()
}

fn mac(app: &App, id: &str, sent_at: Timestamp) -> String {
    // The database keeps microseconds, so the code must follow from no more than these.
    app.keys.blind("code", &[id, &reveal(app, id, sent_at)])
}

fn later(at: Timestamp, seconds: u32) -> Timestamp {
    at.saturating_add(SignedDuration::from_secs(i64::from(seconds)))
        .unwrap_or(Timestamp::MAX)
}

/// The message waits without its text: the sender works the code out. A decoy's waits too, so that it takes
/// as long; the sender drops it.
async fn queue(app: &App, tx: &mut Tx, row: &Row, lang: Lang, now: Timestamp) -> Result<(), ApiError> {
    let for_staff = row.purpose == Purpose::Phone.as_str() && row.payload == FOR_STAFF;
    let (kind, channel) = if row.purpose == Purpose::Mail.as_str() {
        (Kind::MailCode, notices::MAIL)
    } else if for_staff {
        (Kind::PhoneCodeForStaff, notices::SMS)
    } else {
        (Kind::PhoneCode, notices::SMS)
    };
    let notice = Notice {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: None,
        account_id: None,
        kind: kind.as_str().to_owned(),
        channel: channel.to_owned(),
        lang: lang.as_str().to_owned(),
        to_address: row.phone.clone().unwrap_or_default(),
        subject: row.id.clone(),
        body: String::new(),
        state: NoticeState::Queued,
        attempts: 0,
        created_at: now,
        sent_at: None,
        next_try_at: now,
    };
    Ok(notices::queue(tx, &notice).await?)
}

//! Who may sign in at the desk: changed by an administrator at the desk, or by the server's operator at the command line.

use crate::{problem::ApiError, rng, state::App};
use eid_domain::wire::{desk::Role, passkeys::MOST, staff_admin::StaffRow};
use eid_store::{
    StoreError, Tx, factors, passkeys as table,
    sessions::{self, SessionKind},
    staff::{self, Staff},
};
use jiff::{SignedDuration, Timestamp};

/// Without what looks alike, as it is read out on the phone.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// 32 to the power of 16: nobody guesses it in three days, under any limit.
const ONE_TIME_LETTERS: usize = 16;
/// Over a weekend.
const ONE_TIME_DAYS: i64 = 3;

/// What is changed about a member of staff.
pub enum Change {
    /// Another password, hashed.
    Password(String),
    /// Another password, hashed, that opens the desk until then; whoever signs in with it chooses their own.
    OneTime(String, Timestamp),
    /// The phone's code, the recovery codes and the passkeys are taken away.
    Factors,
    /// May sign in no more, or again.
    Disabled(bool),
}

impl Change {
    /// What the audit calls it.
    #[must_use]
    pub const fn action(&self) -> &'static str {
        match self {
            Self::Password(_) => "staff.password_set",
            Self::OneTime(..) => "staff.password_reset",
            Self::Factors => "staff.factor_reset",
            Self::Disabled(true) => "staff.disabled",
            Self::Disabled(false) => "staff.enabled",
        }
    }
}

/// Changes it; whoever was signed in under this name is not any more.
///
/// # Errors
/// Where the database fails.
pub async fn apply(tx: &mut Tx, row: &mut Staff, change: Change) -> Result<(), StoreError> {
    match change {
        Change::Password(hash) => {
            row.password_hash = hash;
            row.password_until = None;
        }
        Change::OneTime(hash, until) => {
            row.password_hash = hash;
            row.password_until = Some(until);
        }
        Change::Factors => {
            factors::remove(tx, &row.id).await?;
            table::remove_all(tx, SessionKind::Staff, &row.id).await?;
        }
        Change::Disabled(disabled) => row.disabled = disabled,
    }
    staff::put(tx, row).await?;
    sessions::delete_of_subject(tx, SessionKind::Staff, &row.id).await?;
    Ok(())
}

/// A new password as it is shown once: "ABCD-EFGH-JKLM-NPQR".
///
/// # Errors
/// When there is no randomness.
pub fn one_time_password(app: &App) -> Result<String, ApiError> {
    let chance = rng::bytes::<ONE_TIME_LETTERS>(app.rng.as_ref())?;
    let mut shown = String::with_capacity(ONE_TIME_LETTERS + ONE_TIME_LETTERS / 4);
    for (at, byte) in chance.iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            shown.push('-');
        }
        let letter = LETTERS.get(usize::from(byte & 31)).copied();
        shown.push(char::from(letter.unwrap_or(b'2')));
    }
    Ok(shown)
}

/// Until when a password that is given now opens the desk.
#[must_use]
pub fn one_time_until(now: Timestamp) -> Timestamp {
    let lasts = SignedDuration::from_hours(24 * ONE_TIME_DAYS);
    now.saturating_add(lasts).unwrap_or(Timestamp::MAX)
}

/// Whether the password of a member of staff can open anything: they are not disabled, and it has not run out.
#[must_use]
pub fn may_sign_in(row: &Staff, now: Timestamp) -> bool {
    !row.disabled && row.password_until.is_none_or(|until| now < until)
}

/// A member of staff as the administrator `me` sees them.
///
/// # Errors
/// When the database is out of reach.
pub async fn view(tx: &mut Tx, row: Staff, role: Role, me: &str) -> Result<StaffRow, ApiError> {
    let passkeys = table::of_subject(tx, SessionKind::Staff, &row.id).await?.len();
    Ok(StaffRow {
        has_code: factors::of_staff(tx, &row.id).await?.is_some(),
        passkeys: u8::try_from(passkeys.min(MOST)).unwrap_or(u8::MAX),
        me: row.id == me,
        id: row.id,
        username: row.username,
        name: row.name,
        role,
        office_id: row.office_id,
        disabled: row.disabled,
        password_until: row.password_until,
    })
}

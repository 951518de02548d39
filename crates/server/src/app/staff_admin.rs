//! Who may sign in at the desk: changed by an administrator at the desk, or by the server's operator at the command line.

use crate::problem::ApiError;
use eid_domain::wire::{desk::Role, passkeys::MOST, staff_admin::StaffRow};
use eid_store::{
    StoreError, Tx, factors, passkeys as table,
    sessions::{self, SessionKind},
    staff::{self, Staff},
};

/// What is changed about a member of staff.
pub enum Change {
    /// Another password, hashed.
    Password(String),
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
        Change::Password(hash) => row.password_hash = hash,
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
    })
}

//! How far a paper is.

use crate::{calendar::days_after, str_enum::str_enum};
use jiff::civil::Date;

/// Days before its last one from which on the owner of a paper is warned.
pub const WARN_DAYS: i32 = 30;

str_enum! {
    /// How far a paper is.
    pub enum State {
        /// Nobody has asked for it.
        NotIntegrated = "not_integrated",
        /// Asked for; the agency has not answered.
        Waiting = "waiting",
        /// Shown in the account.
        Integrated = "integrated",
        /// The agency has said no, with a reason.
        Refused = "refused",
        /// It was integrated, and its last day is over.
        Expired = "expired",
    }
}

str_enum! {
    /// Who asked for it.
    pub enum AskedBy {
        /// The owner, in the account.
        Owner = "owner",
        /// The owner, on form TK01 at the counter (Decree 69/2024/NĐ-CP, art. 10).
        Counter = "counter",
    }
}

impl State {
    /// Whether it can be asked for: one that waits or is there already cannot.
    #[must_use]
    pub const fn may_ask(self) -> bool {
        matches!(self, Self::NotIntegrated | Self::Refused | Self::Expired)
    }
}

/// Whether a paper is over: its last day is a whole day. Without a last day it never is.
#[must_use]
pub fn is_over(valid_until: Option<Date>, today: Date) -> bool {
    valid_until.is_some_and(|last| last < today)
}

/// Whether its owner is warned: it is not over, but will be within [`WARN_DAYS`].
#[must_use]
pub fn ends_soon(valid_until: Option<Date>, today: Date) -> bool {
    valid_until.is_some_and(|last| last >= today && last <= days_after(today, WARN_DAYS))
}

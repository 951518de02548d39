//! Which days a notice can have.

use crate::{
    calendar::days_after,
    field::{FieldCode, FieldError},
};
use jiff::civil::Date;

/// Days a stay lasts at most; what is longer is temporary residence (*tạm trú*), another procedure. A warning.
pub const STAY_DAYS: i32 = 30;
/// Days back at which somebody may still have come: who forgot to tell shall tell late rather than never.
pub const BACK_DAYS: i32 = 30;
/// Days ahead of which a guest is known.
pub const AHEAD_DAYS: i32 = 30;
/// What is longer is a slip of the keyboard.
pub const LONGEST_DAYS: i32 = 366;

/// Whether the days make sense; names every wrong one.
///
/// # Errors
/// `arrives`: `date_far` where it is more than thirty days away. `leaves`: `date_order` before the first day, `date_far`
/// more than a year after it.
pub fn check(arrives: Date, leaves: Date, today: Date) -> Result<(), Vec<FieldError>> {
    let first = days_after(today, -BACK_DAYS);
    let last = days_after(today, AHEAD_DAYS);
    let mut wrong = Vec::new();
    if !(first..=last).contains(&arrives) {
        wrong.push(FieldError::new("arrives", FieldCode::DateFar));
    }
    if leaves < arrives {
        wrong.push(FieldError::new("leaves", FieldCode::DateOrder));
    } else if leaves > days_after(arrives, LONGEST_DAYS) {
        wrong.push(FieldError::new("leaves", FieldCode::DateFar));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// Whether it is longer than a stay: then temporary residence is registered.
#[must_use]
pub fn is_long(arrives: Date, leaves: Date) -> bool {
    leaves > days_after(arrives, STAY_DAYS)
}

/// Whether a notice can still be corrected or withdrawn: until the guest has left, and not twice.
#[must_use]
pub fn may_change(withdrawn: bool, leaves: Date, today: Date) -> bool {
    !withdrawn && today <= leaves
}

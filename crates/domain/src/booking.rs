//! Rules of a visit: who takes how long, how far ahead, until when it may be changed.

mod age_group;
mod change;
mod channel;
mod check_in;
mod hold;
mod service;

pub use age_group::AgeGroup;
pub use change::{
    ChangeRules, HORIZON_FIRST_DAY, HORIZON_LAST_DAY, MAX_RESCHEDULES, RESCHEDULE_NOTICE_HOURS,
    bookable_days, is_bookable, reschedule_rules,
};
pub use channel::Channel;
pub use check_in::{CheckInWindow, NO_SHOW_GRACE_MINUTES, ON_TIME_MINUTES, check_in_window};
pub use hold::{HOLD_EXTENSIONS, HOLD_MINUTES, extend_hold, hold_until};
pub use service::Service;

#[cfg(test)]
mod tests;

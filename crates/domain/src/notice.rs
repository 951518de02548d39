//! Messages to people: what each is about, and when one may come.

mod kind;
mod visit_reminder;

pub use kind::Kind;
pub use visit_reminder::VisitReminder;

use crate::{
    calendar::{days_after, office_now, office_timestamp},
    str_enum::str_enum,
};
use jiff::{
    Timestamp,
    civil::{Time, time},
};

/// Reminders do not come before this time of the office's day.
pub const QUIET_UNTIL: Time = time(7, 0, 0, 0);
/// Nor from this time on.
pub const QUIET_FROM: Time = time(21, 0, 0, 0);

str_enum! {
    /// To which of a person's phones messages go. Codes only ever go to the phone for codes.
    pub enum Phones {
        /// To the phone for codes, and to the other where there is one.
        Both = "both",
        /// To the phone for codes alone.
        Codes = "codes",
        /// To the other alone.
        Contact = "contact",
    }
}

/// When a reminder that is due at `at` is sent: then, or at the end of the quiet hours in Viet Nam.
#[must_use]
pub fn awake(at: Timestamp) -> Timestamp {
    let local = office_now(at);
    let day = local.date();
    if local.time() >= QUIET_FROM {
        office_timestamp(days_after(day, 1).to_datetime(QUIET_UNTIL))
    } else if local.time() < QUIET_UNTIL {
        office_timestamp(day.to_datetime(QUIET_UNTIL))
    } else {
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn nobody_is_reminded_at_night() {
        let at = |day: i8, hour, minute| office_timestamp(date(2026, 11, day).at(hour, minute, 0, 0));
        for (due, sent) in [
            (at(23, 6, 59), at(23, 7, 0)),
            (at(23, 7, 0), at(23, 7, 0)),
            (at(23, 20, 59), at(23, 20, 59)),
            (at(23, 21, 0), at(24, 7, 0)),
            (at(30, 23, 59), office_timestamp(date(2026, 12, 1).at(7, 0, 0, 0))),
            (at(24, 0, 0), at(24, 7, 0)),
        ] {
            assert_eq!(awake(due), sent, "{due}");
        }
    }

    #[test]
    fn only_reminders_can_be_done_without() {
        let reminders: Vec<_> = Kind::ALL.iter().filter(|kind| kind.is_reminder()).collect();
        assert_eq!(
            reminders,
            [
                &Kind::Reminder,
                &Kind::Uncollected,
                &Kind::ActivateSoon,
                &Kind::PaperEnds
            ]
        );
        assert!(
            Kind::ALL
                .iter()
                .all(|kind| !(kind.is_reminder() && kind.guards()))
        );
    }
}

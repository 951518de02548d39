//! Messages to people: what each is about, and when one may come.

mod kind;

pub use kind::Kind;

use crate::{
    calendar::{days_after, office_now, office_timestamp},
    str_enum::str_enum,
};
use jiff::{
    SignedDuration, Timestamp,
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

/// The last reminder comes this long before the visit begins.
const LAST_LEAD: SignedDuration = SignedDuration::from_hours(2);
/// For visits that begin up to this, two hours before is at night and the morning leaves less than an hour and a half:
/// their last reminder comes the evening before.
const EARLY_UNTIL: Time = time(8, 29, 59, 0);
/// Then.
const EVENING: Time = time(20, 30, 0, 0);

/// The last reminder is due by `now` for every visit that begins up to then.
#[must_use]
pub fn last_reminder_up_to(now: Timestamp) -> Timestamp {
    let local = office_now(now);
    let day = if local.time() >= EVENING {
        days_after(local.date(), 1)
    } else {
        local.date()
    };
    let soon = now.saturating_add(LAST_LEAD).unwrap_or(now);
    soon.max(office_timestamp(day.to_datetime(EARLY_UNTIL)))
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

    #[test]
    fn who_comes_early_is_reminded_the_evening_before() {
        let at = |day: i8, hour, minute| office_timestamp(date(2026, 11, day).at(hour, minute, 0, 0));
        let is_due = |visit: Timestamp, now: Timestamp| visit <= last_reminder_up_to(now);
        for (visit, first) in [
            (at(25, 7, 30), at(24, 20, 30)),
            (at(25, 8, 20), at(24, 20, 30)),
            (at(25, 8, 30), at(25, 6, 30)),
            (at(25, 9, 0), at(25, 7, 0)),
            (at(25, 16, 30), at(25, 14, 30)),
        ] {
            let before = first.saturating_sub(SignedDuration::from_secs(1)).unwrap();
            assert!(is_due(visit, first) && !is_due(visit, before), "{visit}");
            // Awake, and not woken for it: at least an hour and a half before, or the evening before.
            let told = awake(first);
            let left = visit.duration_since(told).as_mins();
            assert!(left >= 90 && (told == first || told == at(25, 7, 0)), "{visit}");
        }
    }

    #[test]
    fn what_was_due_stays_due() {
        let start = office_timestamp(date(2026, 11, 23).at(0, 0, 0, 0));
        let minutes = |n: i64| start.saturating_add(SignedDuration::from_mins(n)).unwrap();
        let due: Vec<Timestamp> = (0..3 * 1_440).map(|n| last_reminder_up_to(minutes(n))).collect();
        assert!(due.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}

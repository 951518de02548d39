//! When a day can be booked first. A day at the end of the horizon opens in the morning, at each office at its own
//! minute: known beforehand, so that nobody need sit and press, and not everywhere at once.

use crate::{
    booking::{HORIZON_FIRST_DAY, HORIZON_LAST_DAY},
    calendar::{days_after, minutes_after, office_date, office_timestamp},
};
use jiff::{
    Timestamp,
    civil::{Date, Time, time},
};

/// The first minute at which any office opens a day, office time.
pub const RELEASE_FROM: Time = time(8, 0, 0, 0);
/// Offices are spread over so many minutes.
pub const RELEASE_SPREAD_MINUTES: u8 = 15;

/// The instant from which on a day of an office can be booked.
#[must_use]
pub fn released_at(office: &str, day: Date) -> Timestamp {
    let on = days_after(day, -i32::from(HORIZON_LAST_DAY));
    let opens = on.to_datetime(RELEASE_FROM);
    office_timestamp(minutes_after(opens, u16::from(jitter(office, day))))
}

/// Whether a day of an office can be booked now, opening hours aside.
#[must_use]
pub fn is_released(office: &str, day: Date, now: Timestamp) -> bool {
    let first = days_after(office_date(now), i32::from(HORIZON_FIRST_DAY));
    first <= day && released_at(office, day) <= now
}

/// The day that opens next at an office, and when.
#[must_use]
pub fn next_release(office: &str, now: Timestamp) -> (Date, Timestamp) {
    let last = days_after(office_date(now), i32::from(HORIZON_LAST_DAY));
    let day = if is_released(office, last, now) {
        last.tomorrow().unwrap_or(last)
    } else {
        last
    };
    (day, released_at(office, day))
}

/// FNV-1a of office and day: the same on every server, different from day to day.
fn jitter(office: &str, day: Date) -> u8 {
    let text = format!("{office} {day}");
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    u8::try_from((hash >> 32) % u64::from(RELEASE_SPREAD_MINUTES)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{SignedDuration, civil::date};
    use proptest::prelude::*;

    fn local(text: &str) -> Timestamp {
        office_timestamp(text.parse().unwrap())
    }

    #[test]
    fn a_day_opens_in_the_morning_thirty_days_before() {
        let day = date(2026, 12, 23);
        let at = released_at("hcm-pc06", day);
        assert!(
            local("2026-11-23T08:00") <= at && at < local("2026-11-23T08:15"),
            "{at}"
        );
        let second = SignedDuration::from_secs(1);
        assert!(!is_released("hcm-pc06", day, at.saturating_sub(second).unwrap()));
        assert!(is_released("hcm-pc06", day, at));
        assert!(!is_released("hcm-pc06", date(2026, 11, 23), at), "not today");
        assert!(is_released("hcm-pc06", date(2026, 11, 24), at));
    }

    #[test]
    fn what_opens_next() {
        let before = local("2026-11-23T07:00");
        assert_eq!(next_release("hcm-pc06", before).0, date(2026, 12, 23));
        let after = local("2026-11-23T09:00");
        assert_eq!(next_release("hcm-pc06", after).0, date(2026, 12, 24));
        assert!(next_release("hcm-pc06", after).1 > after);
    }

    #[test]
    fn offices_do_not_open_all_at_once() {
        let day = date(2026, 12, 23);
        let mut at: Vec<Timestamp> = (0..40)
            .map(|n| released_at(&format!("office-{n}"), day))
            .collect();
        at.sort_unstable();
        at.dedup();
        assert!(at.len() > 8, "{}", at.len());
    }

    proptest! {
        /// At any moment the days that can be booked are one stretch from tomorrow on, of 29 or 30 days, and what is
        /// said to open next opens when it is said.
        #[test]
        fn open_days_are_one_stretch(minutes in 0i64..200_000, office in "[a-z]{2,8}") {
            let now = local("2026-11-01T00:00").saturating_add(SignedDuration::from_mins(minutes)).unwrap();
            let today = office_date(now);
            let open: Vec<bool> = (0..40)
                .map(|n| is_released(&office, days_after(today, n), now))
                .collect();
            let count = open.iter().filter(|open| **open).count();
            prop_assert!(count == 29 || count == 30);
            prop_assert!(open.iter().skip(1).take(count).all(|open| *open));
            let (day, at) = next_release(&office, now);
            prop_assert!(at > now);
            prop_assert!(!is_released(&office, day, now));
            prop_assert!(is_released(&office, day, at));
        }
    }
}

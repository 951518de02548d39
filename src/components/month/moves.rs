//! Where a key leads, and how a month lies in weeks.

use crate::browser::days;
use jiff::civil::Date;

/// The day that a key leads to; none for a key that moves nothing.
#[must_use]
pub fn moved(key: &str, at: Date) -> Option<Date> {
    let monday = -i32::from(at.weekday().to_monday_zero_offset());
    let count = match key {
        "ArrowLeft" => -1,
        "ArrowRight" => 1,
        "ArrowUp" => -7,
        "ArrowDown" => 7,
        "Home" => monday,
        "End" => monday + 6,
        "PageUp" => return Some(in_month(days::after(at.first_of_month(), -1), at.day())),
        "PageDown" => return Some(in_month(days::after(at.last_of_month(), 1), at.day())),
        _ => return None,
    };
    Some(days::after(at, count))
}

/// The day of that number in the month that holds `month`, or its last one.
fn in_month(month: Date, day: i8) -> Date {
    let day = day.min(month.days_in_month());
    days::after(month.first_of_month(), i32::from(day) - 1)
}

/// The weeks of a month from Monday to Sunday; none where a day belongs to another month.
pub(super) fn weeks(month: Date) -> Vec<[Option<Date>; 7]> {
    let first = month.first_of_month();
    let monday = days::after(first, -i32::from(first.weekday().to_monday_zero_offset()));
    let week = |number: i32| {
        [0, 1, 2, 3, 4, 5, 6].map(|day| {
            let date = days::after(monday, 7 * number + day);
            (date.first_of_month() == first).then_some(date)
        })
    };
    (0..6)
        .map(week)
        .filter(|week| week.iter().any(Option::is_some))
        .collect()
}

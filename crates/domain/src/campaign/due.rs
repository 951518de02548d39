//! Who is of age for a card of their own on the day a team comes.

use crate::{age::birthday, identity::BirthDate};
use jiff::civil::Date;

/// From this age on a card is a duty, and nobody need come along (Law on Identification 26/2023, art. 19).
pub const CARD_AGE: u8 = 14;

/// Whether somebody is of age on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// They are.
    Yes,
    /// Not yet; from this day on.
    From(Date),
    /// The birth date is not known to the day, and the day matters.
    Unclear,
}

/// Whether a person born on `birth` is 14 or over on `day`. Born on 29 February: from 28 February on in other years.
/// Where only year or month are known, the latest possible day counts.
#[must_use]
pub fn due_on(birth: &BirthDate, day: Date) -> Due {
    let latest = birthday(birth.latest(), CARD_AGE);
    if latest <= day {
        return Due::Yes;
    }
    if birth.date().is_some() || day < birthday(birth.earliest(), CARD_AGE) {
        Due::From(latest)
    } else {
        Due::Unclear
    }
}

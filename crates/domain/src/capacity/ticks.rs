//! How long a visit takes.

use crate::{
    booking::{AgeGroup, Service, bookable_days},
    identity::BirthDate,
};
use jiff::civil::Date;

/// Length of a tick.
pub const TICK_MINUTES: u8 = 10;

/// Ticks of a visit: a card 20 minutes; with a child from 6 to under 14, or a person of 60 or more, 30; an account
/// with the card 10 more; an account alone 10.
#[must_use]
pub const fn ticks_for(service: Service, age_group: AgeGroup) -> u8 {
    let card = match age_group {
        AgeGroup::From6To13 | AgeGroup::From60 => 3,
        AgeGroup::Under6 | AgeGroup::From14To59 => 2,
    };
    match service {
        Service::Card => card,
        Service::CardAndAccount => card + 1,
        Service::Account => 1,
    }
}

/// The same in minutes.
#[must_use]
pub const fn minutes_for(service: Service, age_group: AgeGroup) -> u16 {
    ticks_for(service, age_group) as u16 * TICK_MINUTES as u16
}

/// For whom a place is looked for today: the group on `on`, or the one into which the person grows until the last day that
/// can be booked, whichever needs the longer visit. So every day that is offered has room for them.
#[must_use]
pub fn slot_group(service: Service, birth: &BirthDate, on: Date, today: Date) -> AgeGroup {
    let (then, later) = (
        AgeGroup::of(birth, on),
        AgeGroup::of(birth, bookable_days(today).1),
    );
    if ticks_for(service, later) > ticks_for(service, then) {
        later
    } else {
        then
    }
}

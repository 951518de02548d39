//! How long a visit takes.

use crate::{
    booking::{AgeGroup, Service, bookable_days},
    identity::BirthDate,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Length of a tick.
pub const TICK_MINUTES: u8 = 10;

/// How long visits take at an office, in minutes: `{"card":20,"longer":30,"account_more":10,"account":10}`. Reported are 15 to 20
/// minutes at the counter and 3 to 5 for an account alone; an office that knows better says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct VisitLengths {
    /// A card.
    pub card: u8,
    /// A card of a child from 6 to under 14, or of a person of 60 or more.
    pub longer: u8,
    /// What an account adds to a card.
    pub account_more: u8,
    /// An account alone.
    pub account: u8,
}

/// Longest part of a visit: whatever takes more is not planned at a counter.
pub const LONGEST_VISIT_MINUTES: u8 = 90;

impl VisitLengths {
    /// Of an office that says nothing else.
    pub const USUAL: Self = Self {
        card: 20,
        longer: 30,
        account_more: 10,
        account: 10,
    };

    /// Whether these are the usual ones.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::USUAL
    }

    /// Whether they can be: whole ticks; an account with a card may cost nothing more, all else takes a tick at least; and who
    /// needs longer does not take less.
    #[must_use]
    pub fn is_possible(self) -> bool {
        let parts = [self.card, self.longer, self.account_more, self.account];
        let whole = |minutes: &u8| minutes.is_multiple_of(TICK_MINUTES) && *minutes <= LONGEST_VISIT_MINUTES;
        parts.iter().all(whole) && self.card > 0 && self.account > 0 && self.longer >= self.card
    }

    /// Ticks of a visit.
    #[must_use]
    pub const fn ticks(self, service: Service, age_group: AgeGroup) -> u8 {
        let card = match age_group {
            AgeGroup::From6To13 | AgeGroup::From60 => self.longer,
            AgeGroup::Under6 | AgeGroup::From14To59 => self.card,
        };
        let minutes = match service {
            Service::Card => card,
            Service::CardAndAccount => card.saturating_add(self.account_more),
            Service::Account => self.account,
        };
        minutes / TICK_MINUTES
    }
}

impl Default for VisitLengths {
    fn default() -> Self {
        Self::USUAL
    }
}

/// Ticks of a visit where nothing else is said: a card 20 minutes; with a child from 6 to under 14, or a person of 60 or more,
/// 30; an account with the card 10 more; an account alone 10.
#[must_use]
pub const fn ticks_for(service: Service, age_group: AgeGroup) -> u8 {
    VisitLengths::USUAL.ticks(service, age_group)
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

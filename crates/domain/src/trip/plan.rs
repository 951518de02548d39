//! The sum for one visit: when is everything done, and how many days are left then.

use super::{Trip, input::next};
use crate::{
    account::{ACCOUNT_WORKING_DAYS, ACCOUNT_WORKING_DAYS_WITH_CARD, ACTIVATE_WITHIN_DAYS},
    booking::Service,
    calendar::{Calendar, DueClock, days_after, days_between, sessions_on},
    dossier::CARD_WORKING_DAYS,
    office::Office,
};
use jiff::{Span, civil::Date};

/// With fewer free days than this between the finish and the departure a plan is tight: a correction, a storm or a full
/// morning would break it.
const COMFORTABLE_DAYS: i32 = 3;
/// An office closed for longer than this is not waited for.
const LONGEST_CLOSURE_DAYS: usize = 45;

/// The limits that are counted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Working days for a card, and for an account asked for together with it.
    pub card_working_days: u16,
    /// Working days for an account beside a valid card.
    pub account_working_days: u16,
    /// Working days for an account beside a new card.
    pub account_with_card_working_days: u16,
    /// Calendar days to activate an account, from the notice.
    pub activate_within_days: u16,
}

impl Rules {
    /// As the law has them (Law on Identification 26/2023, art. 26; Decree 69/2024/NĐ-CP, art. 13 and 14).
    pub const LAW: Self = Self {
        card_working_days: CARD_WORKING_DAYS,
        account_working_days: ACCOUNT_WORKING_DAYS,
        account_with_card_working_days: ACCOUNT_WORKING_DAYS_WITH_CARD,
        activate_within_days: ACTIVATE_WITHIN_DAYS,
    };

    /// Working days of the whole, for a service.
    #[must_use]
    pub const fn working_days(&self, service: Service) -> u16 {
        match service {
            Service::Card => self.card_working_days,
            Service::Account => self.account_working_days,
            Service::CardAndAccount if self.card_working_days > self.account_with_card_working_days => {
                self.card_working_days
            }
            Service::CardAndAccount => self.account_with_card_working_days,
        }
    }
}

/// How well a plan fits into the stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Three or more free days are left.
    Comfortable,
    /// It fits, with fewer than three free days left.
    Tight,
    /// It is not done before the departure.
    Late,
}

/// A visit on one day and what follows from it. Every date is the last lawful one; it may all be there earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// The visit.
    pub visit: Date,
    /// The card is at the office.
    pub card_due: Option<Date>,
    /// First day from then on which the office is open.
    pub collect: Option<Date>,
    /// The account is approved and its holder is told. It can be activated that day.
    pub account_due: Option<Date>,
    /// Last day to activate it.
    pub activate_by: Option<Date>,
    /// Everything is done.
    pub finish: Date,
    /// Whole days between the finish and the departure; negative where it is not done in time. Done on the day of the
    /// departure is not in time.
    pub slack_days: i32,
    /// How well it fits.
    pub fit: Fit,
    /// Rests on holidays that the Government has not fixed yet.
    pub provisional: bool,
}

impl Plan {
    /// The plan of a visit on a day.
    #[must_use]
    pub fn of(trip: &Trip, office: &Office, visit: Date, calendar: &Calendar, rules: &Rules) -> Self {
        let due = |working_days: u16| {
            let due = DueClock::new(visit, working_days).due(calendar);
            due.date().unwrap_or(visit)
        };
        let service = trip.service();
        let card_due = service.has_card().then(|| due(rules.card_working_days));
        let account_due = service.has_account().then(|| {
            due(if service.has_card() {
                rules.account_with_card_working_days
            } else {
                rules.account_working_days
            })
        });
        let collect = card_due.map(|due| open_from(office, due, calendar));
        let activate_by = account_due.map(|due| days_after(due, i32::from(rules.activate_within_days)));
        let finish = collect.into_iter().chain(account_due).max().unwrap_or(visit);
        let slack_days = days_between(finish, trip.departure()) - 1;
        let fit = match slack_days {
            COMFORTABLE_DAYS.. => Fit::Comfortable,
            0.. => Fit::Tight,
            _ => Fit::Late,
        };
        Self {
            visit,
            card_due,
            collect,
            account_due,
            activate_by,
            finish,
            slack_days,
            fit,
            provisional: !calendar.is_settled(visit, finish),
        }
    }

    /// Whether everything is done before the departure.
    #[must_use]
    pub const fn is_in_time(&self) -> bool {
        self.slack_days >= 0
    }
}

/// The plans of every day of the stay on which the office receives people, in order. Nothing is said about free places.
#[must_use]
pub fn plans(trip: &Trip, office: &Office, today: Date, calendar: &Calendar, rules: &Rules) -> Vec<Plan> {
    let days = trip.first_day(today).series(Span::new().days(1));
    days.take_while(|day| *day < trip.departure())
        .filter(|day| !sessions_on(office, *day, calendar).is_empty())
        .map(|day| Plan::of(trip, office, day, calendar, rules))
        .collect()
}

/// The day itself if the office is open, else the next one; the day itself where that is too far away.
pub(super) fn open_from(office: &Office, day: Date, calendar: &Calendar) -> Date {
    std::iter::successors(Some(day), |day| Some(next(*day)))
        .take(LONGEST_CLOSURE_DAYS)
        .find(|day| !sessions_on(office, *day, calendar).is_empty())
        .unwrap_or(day)
}

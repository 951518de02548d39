//! What can be done where the stay is too short, or the days are full: every way with its sum.

use super::{OfficeAnswer, Plan, Rules, Standing, Trip, input::next, plans};
use crate::{
    booking::Service,
    calendar::{Calendar, days_between},
    office::Office,
};
use jiff::civil::Date;

/// A way that does work, or a limit that nothing changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// Come back on this day: then the days that fit can be booked.
    BookFrom {
        /// The day to come back.
        on: Date,
        /// The first visit that can be booked then.
        visit: Date,
    },
    /// Arrive earlier.
    ArriveBy {
        /// The latest day of arrival that does.
        date: Date,
        /// So many days earlier than planned.
        days: u16,
    },
    /// Leave later.
    LeaveFrom {
        /// The earliest day of departure that does.
        date: Date,
        /// So many days later than planned.
        days: u16,
    },
    /// With a valid card the account alone is done in time.
    AccountAlone {
        /// The visit.
        visit: Date,
        /// Activated on this day.
        finish: Date,
    },
    /// Go to the office during the stay and have the card sent by post to an address in Viet Nam.
    Post {
        /// The visit.
        visit: Date,
        /// The card is made by this day.
        due: Date,
    },
    /// Offices keep places for people without an appointment (Decree 70/2024/NĐ-CP, art. 21(1)).
    WalkIn {
        /// The first day it is worth it.
        from: Date,
    },
    /// The account cannot be activated with a foreign number; only while a Vietnamese SIM receives messages.
    VietnameseSim,
}

impl Advice {
    /// What to say beside the answers of the offices, the most helpful first. Empty where a comfortable plan is there.
    ///
    /// `offices` are those that were asked about; sums are made with the first one that opens at all.
    #[must_use]
    pub fn all(
        trip: &Trip,
        answers: &[OfficeAnswer],
        offices: &[Office],
        today: Date,
        calendar: &Calendar,
        rules: &Rules,
    ) -> Vec<Self> {
        let mut list = Vec::new();
        let free = answers
            .iter()
            .any(|one| matches!(one.standing, Standing::Free(_)));
        if free {
            return list;
        }
        let opens = answers.iter().filter_map(|one| match one.standing {
            Standing::OpensOn { on, plan } => Some((on, plan.visit)),
            _ => None,
        });
        if let Some((on, visit)) = opens.min() {
            list.push(Self::BookFrom { on, visit });
            return list;
        }
        let full = answers.iter().filter_map(|one| match one.standing {
            Standing::Full { plan } => Some(plan.visit),
            _ => None,
        });
        if let Some(from) = full.min() {
            list.push(Self::WalkIn { from });
            return list;
        }
        let asked = || answers.iter().filter_map(|one| offices.get(one.office));
        let Some(office) = asked()
            .find(|office| !plans(trip, office, today, calendar, rules).is_empty())
            .or_else(|| asked().next())
        else {
            return list;
        };
        let sum = Sum {
            trip,
            office,
            today,
            calendar,
            rules,
        };
        list.extend(sum.account_alone());
        list.extend(sum.arrive_by());
        list.extend(sum.leave_from());
        list.extend(sum.post());
        if trip.service().has_account() {
            list.push(Self::VietnameseSim);
        }
        list
    }
}

/// What every sum needs.
struct Sum<'a> {
    trip: &'a Trip,
    office: &'a Office,
    today: Date,
    calendar: &'a Calendar,
    rules: &'a Rules,
}

impl Sum<'_> {
    fn first(&self, trip: &Trip) -> Option<Plan> {
        plans(trip, self.office, self.today, self.calendar, self.rules)
            .first()
            .copied()
    }

    fn account_alone(&self) -> Option<Advice> {
        if self.trip.service() != Service::CardAndAccount {
            return None;
        }
        let plan = self.first(&self.trip.with_service(Service::Account))?;
        plan.is_in_time().then_some(Advice::AccountAlone {
            visit: plan.visit,
            finish: plan.finish,
        })
    }

    /// The latest arrival before the one planned whose first visit is done in time.
    fn arrive_by(&self) -> Option<Advice> {
        let mut day = self.trip.arrival();
        while day > self.today {
            day = day.yesterday().ok()?;
            if self
                .first(&self.trip.arriving(day))
                .is_some_and(|plan| plan.is_in_time())
            {
                let days = u16::try_from(days_between(day, self.trip.arrival())).ok()?;
                return Some(Advice::ArriveBy { date: day, days });
            }
        }
        None
    }

    fn leave_from(&self) -> Option<Advice> {
        let first = super::plan::open_from(self.office, self.trip.first_day(self.today), self.calendar);
        let plan = Plan::of(self.trip, self.office, first, self.calendar, self.rules);
        let date = next(plan.finish);
        let days = u16::try_from(days_between(self.trip.departure(), date)).ok()?;
        (days > 0).then_some(Advice::LeaveFrom { date, days })
    }

    fn post(&self) -> Option<Advice> {
        if !self.trip.service().has_card() {
            return None;
        }
        let plan = self.first(&self.trip.with_service(Service::Card))?;
        Some(Advice::Post {
            visit: plan.visit,
            due: plan.card_due?,
        })
    }
}

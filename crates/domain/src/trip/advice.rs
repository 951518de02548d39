//! What can be done where the stay is too short, or the days are full: every way with its sum.

use super::{OfficeAnswer, Plan, Rules, Standing, Trip, far::is_far, input::next, plans};
use crate::{
    booking::Service,
    calendar::{Calendar, days_between},
    office::Office,
};
use jiff::civil::{Date, DateTime};

/// A way that does work, or a limit that nothing changes. Offices are positions in the list that was asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// No office is known in the province of the stay, and the nearest is far: the police of the commune may take people
    /// too, so ask there before the long way.
    AskLocally {
        /// Kilometres to the nearest office we know, about.
        km: u16,
    },
    /// Come back at this minute: then the days that fit can be booked.
    BookFrom {
        /// Where.
        office: usize,
        /// When it opens, office time.
        at: DateTime,
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
        /// The office where that day is free now; `None` where it cannot be booked now.
        office: Option<usize>,
    },
    /// Book a day that is free, and wait from there for one that fits.
    Wait {
        /// Where.
        office: usize,
        /// The free day.
        book: Date,
        /// The first day that fits.
        from: Date,
        /// The last one.
        to: Date,
    },
    /// Offices keep places for people without an appointment (Decree 70/2024/NĐ-CP, art. 21(1)).
    WalkIn {
        /// Where it is worth it first.
        office: usize,
        /// The first day it is worth it.
        from: Date,
    },
    /// The account cannot be activated with a foreign number; only while a Vietnamese SIM receives messages.
    VietnameseSim,
}

impl Advice {
    /// What to say beside the answers of the offices, the most helpful first. Empty where a comfortable plan is there and
    /// not far away. `far_km` is how far the nearest office is, where none is known in the place of the stay.
    ///
    /// `offices` are those that were asked about; sums are made with the first one that opens at all.
    #[must_use]
    pub fn all(
        trip: &Trip,
        (answers, offices): (&[OfficeAnswer], &[Office]),
        far_km: Option<u16>,
        today: Date,
        calendar: &Calendar,
        rules: &Rules,
    ) -> Vec<Self> {
        let far = far_km.filter(|km| is_far(*km)).map(|km| Self::AskLocally { km });
        let mut list: Vec<Self> = far.into_iter().collect();
        let free = answers
            .iter()
            .any(|one| matches!(one.standing, Standing::Free(_)));
        if free {
            return list;
        }
        // The best of them is the one that is told above all others: both must name the same minute.
        let opens = answers.iter().find_map(|one| match one.standing {
            Standing::OpensOn { at, plan } => Some(Self::BookFrom {
                office: one.office,
                at,
                visit: plan.visit,
            }),
            _ => None,
        });
        if let Some(opens) = opens {
            list.push(opens);
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
        let full = full(answers);
        if full.is_empty() {
            list.extend(sum.account_alone());
            list.extend(sum.arrive_by());
            list.extend(sum.leave_from());
            list.extend(sum.post(intake(answers)));
            if trip.service().has_account() {
                list.push(Self::VietnameseSim);
            }
            return list;
        }
        let walk_in = full.iter().map(|one| (one.plan.visit, one.office)).min();
        list.extend(walk_in.map(|(from, office)| Self::WalkIn { office, from }));
        // The nearest one first: a place far away helps less than one next door.
        list.extend(full.iter().find_map(Full::wait));
        // Both are about a day of the stay that is free, though too late for all to be done.
        let later = full.iter().filter_map(|one| Some((one.later?, one.office)));
        let handed_in = later.filter(|(day, _)| *day < trip.departure()).min();
        list.extend(handed_in.and_then(|found| sum.post(Some(found))));
        list.extend(sum.account_alone());
        list
    }
}

/// An office whose days that fit are taken.
struct Full {
    office: usize,
    plan: Plan,
    last: Date,
    later: Option<Date>,
}

impl Full {
    fn wait(&self) -> Option<Advice> {
        Some(Advice::Wait {
            office: self.office,
            book: self.later?,
            from: self.plan.visit,
            to: self.last,
        })
    }
}

fn full(answers: &[OfficeAnswer]) -> Vec<Full> {
    let of = |one: &OfficeAnswer| match one.standing {
        Standing::Full { plan, last, later } => Some(Full {
            office: one.office,
            plan,
            last,
            later,
        }),
        _ => None,
    };
    answers.iter().filter_map(of).collect()
}

/// The first day of a stay that is too short that is free at any of the offices, and where.
fn intake(answers: &[OfficeAnswer]) -> Option<(Date, usize)> {
    let free = answers.iter().filter_map(|one| match one.standing {
        Standing::TooShort { intake, .. } => Some((intake?, one.office)),
        _ => None,
    });
    free.min()
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

    /// `free` is a day of the stay that can be booked now, and where; without one it is told when the first one will be.
    fn post(&self, free: Option<(Date, usize)>) -> Option<Advice> {
        if !self.trip.service().has_card() {
            return None;
        }
        let card = self.trip.with_service(Service::Card);
        let plan = match free {
            Some((visit, _)) => Plan::of(&card, self.office, visit, self.calendar, self.rules),
            None => self.first(&card)?,
        };
        Some(Advice::Post {
            visit: plan.visit,
            due: plan.card_due?,
            office: free.map(|(_, office)| office),
        })
    }
}

//! What a traveller gives, and what can be wrong with it.

use crate::{
    booking::{AgeGroup, Service},
    calendar::days_after,
    str_enum::str_enum,
    when::When,
};
use jiff::civil::Date;

/// So far ahead the holidays are known well enough for a plan to mean something.
pub const MOST_AHEAD_DAYS: u16 = 365;
/// Whoever stays longer than this needs no plan.
pub const LONGEST_STAY_DAYS: u16 = 180;

str_enum! {
    /// A field of the form.
    pub enum TripField {
        /// The day of arrival.
        Arrival = "arrival",
        /// The day of departure.
        Departure = "departure",
        /// What the visit is for.
        Service = "service",
        /// The age group.
        AgeGroup = "age_group",
    }
}

str_enum! {
    /// What is wrong with a field. The name is stable: clients word it.
    pub enum TripFault {
        /// Nothing was given.
        Missing = "missing",
        /// There is no such day.
        NotADay = "not_a_day",
        /// The arrival lies before today.
        Past = "past",
        /// The departure is not after the arrival.
        NotAfterArrival = "not_after_arrival",
        /// Too far ahead: the holidays of that time are not fixed.
        TooFarAhead = "too_far_ahead",
        /// So long a stay that no plan is needed.
        StayTooLong = "stay_too_long",
        /// Under 6 there is no level-2 account (Decree 69/2024/NĐ-CP, art. 7).
        NoAccountUnder6 = "no_account_under_6",
    }
}

/// The form as typed; dates are ISO, empty where nothing was given.
#[derive(Debug, Clone, Copy, Default)]
pub struct TripInput<'a> {
    /// Day of arrival.
    pub arrival: &'a str,
    /// Day of departure.
    pub departure: &'a str,
    /// Name of a [`Service`].
    pub service: &'a str,
    /// Name of an [`AgeGroup`].
    pub age_group: &'a str,
}

/// A stay that a plan can be made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trip {
    arrival: Date,
    departure: Date,
    service: Service,
    age_group: AgeGroup,
}

impl Trip {
    /// Reads the form.
    ///
    /// # Errors
    /// Every wrong field with what is wrong, in the order of the form.
    pub fn parse(input: &TripInput<'_>, today: Date) -> Result<Self, Vec<(TripField, TripFault)>> {
        let arrival = date(input.arrival).and_then(|day| {
            if day < today {
                Err(TripFault::Past)
            } else if day > days_after(today, i32::from(MOST_AHEAD_DAYS)) {
                Err(TripFault::TooFarAhead)
            } else {
                Ok(day)
            }
        });
        // A departure is held against the arrival that was meant, also where that one is wrong for another reason.
        let meant = date(input.arrival).ok();
        let departure = date(input.departure).and_then(|day| match meant {
            Some(arrival) if day <= arrival => Err(TripFault::NotAfterArrival),
            Some(arrival) if day > days_after(arrival, i32::from(LONGEST_STAY_DAYS)) => {
                Err(TripFault::StayTooLong)
            }
            _ => Ok(day),
        });
        let service = Service::parse(input.service).ok_or(TripFault::Missing);
        let age_group = AgeGroup::parse(input.age_group)
            .ok_or(TripFault::Missing)
            .and_then(|group| match service {
                Ok(service) if service.has_account() && !group.may_have_level_2() => {
                    Err(TripFault::NoAccountUnder6)
                }
                _ => Ok(group),
            });
        match (arrival, departure, service, age_group) {
            (Ok(arrival), Ok(departure), Ok(service), Ok(age_group)) => Ok(Self {
                arrival,
                departure,
                service,
                age_group,
            }),
            (arrival, departure, service, age_group) => {
                let faults = [
                    (TripField::Arrival, arrival.err()),
                    (TripField::Departure, departure.err()),
                    (TripField::Service, service.err()),
                    (TripField::AgeGroup, age_group.err()),
                ];
                let named =
                    |(field, fault): (TripField, Option<TripFault>)| fault.map(|fault| (field, fault));
                Err(faults.into_iter().filter_map(named).collect())
            }
        }
    }

    /// The day of arrival.
    #[must_use]
    pub const fn arrival(&self) -> Date {
        self.arrival
    }

    /// The day of departure.
    #[must_use]
    pub const fn departure(&self) -> Date {
        self.departure
    }

    /// What the visit is for.
    #[must_use]
    pub const fn service(&self) -> Service {
        self.service
    }

    /// For whom.
    #[must_use]
    pub const fn age_group(&self) -> AgeGroup {
        self.age_group
    }

    /// The first day a visit can be: nobody is sent to an office on the day of a flight, and nothing can be booked for
    /// today.
    #[must_use]
    pub fn first_day(&self, today: Date) -> Date {
        next(self.arrival.max(today))
    }

    /// The same stay for something else.
    #[must_use]
    pub const fn with_service(self, service: Service) -> Self {
        Self { service, ..self }
    }

    /// The same stay, begun on another day.
    #[must_use]
    pub const fn arriving(self, arrival: Date) -> Self {
        Self { arrival, ..self }
    }
}

fn date(text: &str) -> Result<Date, TripFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TripFault::Missing);
    }
    Date::of(text).ok_or(TripFault::NotADay)
}

/// The day after.
pub(super) fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(day)
}

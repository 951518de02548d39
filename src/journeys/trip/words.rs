//! Names of the domain in words.

use crate::browser::intl;
use crate::i18n::{Key, Lang, keys::trip, lang, t, tf, tn};
use eid_domain::booking::{AgeGroup, Service};
use eid_domain::calendar::{Calendar, sessions_on};
use eid_domain::office::Office;
use eid_domain::trip::{Fit, Plan, TripFault, TripField};
use jiff::civil::Date;

/// The office in the language shown.
pub(super) fn office(office: &Office) -> String {
    match lang() {
        Lang::Vi => office.name.vi.clone(),
        Lang::En => office.name.en.clone(),
    }
}

/// The service: label and hint.
pub(super) const fn service(service: Service) -> (Key, Key) {
    match service {
        Service::CardAndAccount => (
            trip::SERVICE_CARD_AND_ACCOUNT,
            trip::SERVICE_CARD_AND_ACCOUNT_HINT,
        ),
        Service::Card => (trip::SERVICE_CARD, trip::SERVICE_CARD_HINT),
        Service::Account => (trip::SERVICE_ACCOUNT, trip::SERVICE_ACCOUNT_HINT),
    }
}

/// The age group.
pub(super) const fn age(group: AgeGroup) -> Key {
    match group {
        AgeGroup::Under6 => trip::AGE_UNDER_6,
        AgeGroup::From6To13 => trip::AGE_FROM_6_TO_13,
        AgeGroup::From14To59 => trip::AGE_FROM_14_TO_59,
        AgeGroup::From60 => trip::AGE_FROM_60,
    }
}

/// What is wrong with a field, and what to do.
pub(super) fn fault(field: TripField, fault: TripFault) -> &'static str {
    t(match (field, fault) {
        (TripField::Arrival, TripFault::Missing) => trip::FAULT_ARRIVAL_MISSING,
        (TripField::Departure, TripFault::Missing) => trip::FAULT_DEPARTURE_MISSING,
        (TripField::Service, _) => trip::FAULT_SERVICE_MISSING,
        (TripField::AgeGroup, TripFault::NoAccountUnder6) => trip::FAULT_NO_ACCOUNT_UNDER_6,
        (TripField::AgeGroup, _) => trip::FAULT_AGE_MISSING,
        (_, TripFault::Past) => trip::FAULT_PAST,
        (_, TripFault::NotAfterArrival) => trip::FAULT_NOT_AFTER_ARRIVAL,
        (_, TripFault::TooFarAhead) => trip::FAULT_TOO_FAR_AHEAD,
        (_, TripFault::StayTooLong) => trip::FAULT_STAY_TOO_LONG,
        (TripField::Arrival | TripField::Departure, TripFault::NotADay | TripFault::NoAccountUnder6) => {
            trip::FAULT_NOT_A_DAY
        }
    })
}

/// How many days are left before the departure, or by how many it is too late.
pub(super) fn slack(plan: &Plan) -> String {
    let days = plan.slack_days.unsigned_abs();
    match plan.fit {
        Fit::Late => tn(trip::SLACK_LATE, days),
        Fit::Tight if days == 0 => t(trip::SLACK_NONE).to_owned(),
        Fit::Tight | Fit::Comfortable => tn(trip::SLACK_LEFT, days),
    }
}

/// How far an office is that does not lie in the place of the stay.
pub(super) fn further(km: Option<u16>) -> String {
    km.map_or_else(
        || t(trip::OFFICE_FURTHER).to_owned(),
        |km| tf(trip::OFFICE_FAR, &[("km", &intl::number(km.into()))]),
    )
}

/// "07:30–11:30, 13:00–17:00": when an office is open on a day.
pub(super) fn hours(office: &Office, date: Date, calendar: &Calendar) -> String {
    let sessions = sessions_on(office, date, calendar).iter();
    let spans = sessions.map(|one| format!("{}–{}", intl::time(one.from()), intl::time(one.to())));
    spans.collect::<Vec<_>>().join(", ")
}

/// "Thứ Hai, 23/11/2026", short enough for a line.
pub(super) fn day(date: Date) -> String {
    intl::weekday_date(date)
}

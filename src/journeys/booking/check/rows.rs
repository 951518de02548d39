//! The answers, each with the way to change it. Whoever changes one comes straight back.

use super::super::draft::{Booking, Person};
use super::super::{exempt, known::Known, needs, time};
use super::phones;
use crate::components::SummaryRow;
use crate::i18n::{keys::booking, t};
use crate::routes::{BookingStep, Route};
use eid_domain::fee::Exemption;
use eid_domain::needs::Assessment;

/// In the order of the journey.
pub(super) fn rows(
    now: &Booking,
    person: &Person,
    found: &Assessment,
    known: &Known,
    exemption: Option<Exemption>,
) -> Vec<SummaryRow> {
    let to = |step: BookingStep| Route::Booking(step).href();
    let detail = |label, value: String| SummaryRow::new(t(label), value).change(to(BookingStep::Person));
    let at = now.held.as_ref().map(|held| held.starts_at);
    let when = now.held.as_ref().map(|held| held.when()).unwrap_or_default();
    let own = at
        .and_then(time::own_time)
        .map(|own| format!(" ({own})"))
        .unwrap_or_default();
    let office = now.place.as_ref();
    let office = office
        .map(|office| format!("{}, {}", office.name(), office.address))
        .unwrap_or_default();
    let mut rows = vec![
        SummaryRow::new(
            t(booking::CHECK_NEEDS),
            needs::reason_words(found.outcome.reason()),
        )
        .change(to(BookingStep::Needs)),
    ];
    if let Some(service) = found.service.filter(|service| service.has_card()) {
        rows.push(
            SummaryRow::new(t(booking::CHECK_SERVICE), needs::service_words(service))
                .change(to(BookingStep::Needs)),
        );
    }
    rows.push(SummaryRow::new(t(booking::CHECK_PLACE), office).change(to(BookingStep::Place)));
    rows.push(SummaryRow::new(t(booking::CHECK_TIME), when + &own).change(to(BookingStep::Time)));
    rows.push(detail(
        booking::CHECK_FULL_NAME,
        person.full_name.trim().to_owned(),
    ));
    rows.push(detail(booking::CHECK_NUMBER, person.number.trim().to_owned()));
    let birth = person
        .answers
        .birth
        .map(|birth| birth.slashed())
        .unwrap_or_default();
    rows.push(detail(booking::CHECK_BIRTH, birth));
    if !person.representative.trim().is_empty() {
        rows.push(detail(
            booking::CHECK_REPRESENTATIVE,
            person.representative.trim().to_owned(),
        ));
    }
    rows.push(detail(booking::CHECK_OTP_PHONE, phones::proved(now)));
    rows.push(detail(booking::CHECK_CONTACT_PHONE, phones::contact(now)));
    let fee = exempt::fee(now, person, found, known, exemption);
    rows.extend(fee.map(|fee| SummaryRow::new(t(booking::CHECK_FEE), fee)));
    rows
}

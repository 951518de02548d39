//! What a booking must fulfil before the database is asked.

use eid_domain::{
    booking::{AgeGroup, Service, bookable_days},
    field::{FieldCode, FieldError},
    identity::BirthDate,
    reason::Reason,
    wire::{
        bookings::{Applicant, ApplicantInput, NewBooking},
        queue::NewTicketDossier,
    },
};
use jiff::civil::Date;

/// Parses and checks a booking; names every wrong field.
///
/// # Errors
/// One entry a wrong field.
pub fn booking(wanted: &NewBooking, today: Date) -> Result<Applicant, Vec<FieldError>> {
    let (service, reason) = (wanted.service, wanted.reason);
    wish(service, reason, &wanted.applicant, wanted.declared, today)
}

/// The same of who stands at the counter: what they declare, they declare there.
///
/// # Errors
/// One entry a wrong field.
pub fn counter(wanted: &NewTicketDossier, today: Date) -> Result<Applicant, Vec<FieldError>> {
    wish(wanted.service, wanted.reason, &wanted.applicant, true, today)
}

fn wish(
    service: Service,
    reason: Option<Reason>,
    applicant: &ApplicantInput,
    declared: bool,
    today: Date,
) -> Result<Applicant, Vec<FieldError>> {
    let mut errors = Vec::new();
    let applicant = applicant.parse(today).map_err(|wrong| errors.extend(wrong)).ok();
    if reason.is_none() && service.has_card() {
        errors.push(FieldError::new("reason", FieldCode::Required));
    }
    if reason.is_some() && !service.has_card() {
        errors.push(FieldError::new("reason", FieldCode::ChoiceUnknown));
    }
    if !declared {
        errors.push(FieldError::new("declared", FieldCode::ConsentRequired));
    }
    if let (Some(applicant), Some(reason)) = (&applicant, reason)
        && !suits(reason, &applicant.birth_date, today)
    {
        errors.push(FieldError::new("reason", FieldCode::ChoiceUnknown));
    }
    if let Some(applicant) = &applicant
        && service.has_account()
        && !AgeGroup::of(&applicant.birth_date, today).may_have_level_2()
    {
        // Decree 69/2024, art. 7: no level 2 below six years.
        errors.push(FieldError::new("service", FieldCode::ChoiceUnknown));
    }
    match applicant {
        Some(applicant) if errors.is_empty() => Ok(applicant),
        _ => Err(errors),
    }
}

/// Whether a reason can be theirs on some day that can be booked: who asks a week before a birthday may mean either age.
fn suits(reason: Reason, birth: &BirthDate, today: Date) -> bool {
    let last = bookable_days(today).1;
    [today, last]
        .iter()
        .any(|day| reason.suits(AgeGroup::of(birth, *day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn wanted() -> NewBooking {
        NewBooking {
            hold_id: "x".into(),
            reason: Some(Reason::Age),
            service: Service::CardAndAccount,
            applicant: ApplicantInput {
                full_name: "Nguyễn Văn Thử".into(),
                personal_number: "098085000123".into(),
                birth_date: "1985-08-15".into(),
                otp_phone: "0912345678".into(),
                ..ApplicantInput::default()
            },
            phone_proof: "x".into(),
            lang: eid_domain::wire::Lang::Vi,
            declared: true,
        }
    }

    fn wrong(change: impl FnOnce(&mut NewBooking)) -> Vec<(String, FieldCode)> {
        let mut booking_wanted = wanted();
        change(&mut booking_wanted);
        let errors = booking(&booking_wanted, date(2026, 11, 22))
            .err()
            .unwrap_or_default();
        errors
            .into_iter()
            .map(|error| (error.field, error.code))
            .collect()
    }

    #[test]
    fn every_wrong_field_is_named() {
        assert_eq!(wrong(|_| ()), []);
        let field = |name: &str, code| (name.to_owned(), code);
        assert_eq!(
            wrong(|w| w.declared = false),
            [field("declared", FieldCode::ConsentRequired)]
        );
        assert_eq!(wrong(|w| w.reason = None), [field("reason", FieldCode::Required)]);
        assert_eq!(
            wrong(|w| w.service = Service::Account),
            [field("reason", FieldCode::ChoiceUnknown)]
        );
        for (reason, birth, right) in [
            (Reason::New6To14, "1985-08-15", false),
            (Reason::NewUnder6, "1985-08-15", false),
            (Reason::New14, "1985-08-15", true),
            // 14 on the last day that can be booked, and a day later.
            (Reason::New14, "2012-12-22", true),
            (Reason::New14, "2012-12-23", false),
            (Reason::New6To14, "2012-12-22", true),
        ] {
            let found = wrong(|w| {
                w.reason = Some(reason);
                w.applicant.birth_date = birth.into();
                w.applicant.representative_name = "Trần Thị Mẫu".into();
            });
            let wanted = [field("reason", FieldCode::ChoiceUnknown)];
            assert_eq!(
                found,
                if right { &[][..] } else { &wanted[..] },
                "{reason} {birth}"
            );
        }
        let both = wrong(|w| {
            w.applicant.personal_number = "123456789".into();
            w.applicant.birth_date = "2026-02-30".into();
        });
        assert_eq!(
            both,
            [
                field("applicant.personal_number", FieldCode::PersonalNumberOldCmnd),
                field("applicant.birth_date", FieldCode::DateImpossible)
            ]
        );
        let infant = wrong(|w| {
            w.applicant.birth_date = "2024-01-01".into();
            w.applicant.representative_name = "Trần Thị Mẫu".into();
        });
        assert_eq!(infant, [field("service", FieldCode::ChoiceUnknown)]);
    }
}

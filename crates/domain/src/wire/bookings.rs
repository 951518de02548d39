//! `/api/bookings`: from a hold to a booked visit, and its changes.

use crate::{
    booking::Service,
    field::{FieldCode, FieldError},
    identity::{BirthDate, ContactPhone, OtpPhone, PersonName, PersonalNumber},
    reason::Reason,
};
use serde::{Deserialize, Serialize};

/// What a person typed about themselves.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ApplicantInput {
    /// Family, middle and given name as in the birth certificate.
    pub full_name: String,
    /// Twelve digits; may be empty for a first card of a child whose number is not known yet.
    pub personal_number: String,
    /// ISO date, possibly partial: `1985-08-15`, `1985`.
    pub birth_date: String,
    /// Vietnamese mobile number in the person's own (or the representative's) name, for codes.
    pub otp_phone: String,
    /// Any number in the world, or empty.
    #[serde(default)]
    pub contact_phone: String,
    /// Name of the legal representative who comes along; needed below 14.
    #[serde(default)]
    pub representative_name: String,
}

/// The same, parsed.
#[derive(Clone, PartialEq, Eq)]
pub struct Applicant {
    /// See [`ApplicantInput::full_name`].
    pub full_name: PersonName,
    /// See [`ApplicantInput::personal_number`].
    pub personal_number: PersonalNumber,
    /// See [`ApplicantInput::birth_date`].
    pub birth_date: BirthDate,
    /// See [`ApplicantInput::otp_phone`].
    pub otp_phone: OtpPhone,
    /// See [`ApplicantInput::contact_phone`].
    pub contact_phone: Option<ContactPhone>,
    /// See [`ApplicantInput::representative_name`].
    pub representative_name: Option<PersonName>,
}

impl ApplicantInput {
    /// Parses every field; names every field that is wrong. `today` bounds the birth date.
    ///
    /// # Errors
    /// One [`FieldError`] a wrong field, under `applicant.…`.
    pub fn parse(&self, today: jiff::civil::Date) -> Result<Applicant, Vec<FieldError>> {
        let mut errors = Vec::new();
        let full_name = take("full_name", PersonName::parse(&self.full_name), &mut errors);
        let personal_number = take(
            "personal_number",
            PersonalNumber::parse(&self.personal_number),
            &mut errors,
        );
        let birth_date = take(
            "birth_date",
            BirthDate::parse(&self.birth_date, today),
            &mut errors,
        );
        let otp_phone = take("otp_phone", OtpPhone::parse(&self.otp_phone), &mut errors);
        let contact_phone = optional(
            "contact_phone",
            &self.contact_phone,
            ContactPhone::parse,
            &mut errors,
        );
        let representative_name = optional(
            "representative_name",
            &self.representative_name,
            PersonName::parse,
            &mut errors,
        );
        if let Some(birth) = &birth_date
            && self.representative_name.trim().is_empty()
            && crate::booking::AgeGroup::of(birth, today).needs_representative()
        {
            errors.push(FieldError::new(
                "applicant.representative_name",
                FieldCode::Required,
            ));
        }
        match (full_name, personal_number, birth_date, otp_phone) {
            (Some(full_name), Some(personal_number), Some(birth_date), Some(otp_phone))
                if errors.is_empty() =>
            {
                Ok(Applicant {
                    full_name,
                    personal_number,
                    birth_date,
                    otp_phone,
                    contact_phone,
                    representative_name,
                })
            }
            _ => Err(errors),
        }
    }
}

fn take<T>(name: &str, parsed: Result<T, FieldCode>, errors: &mut Vec<FieldError>) -> Option<T> {
    parsed
        .map_err(|code| errors.push(FieldError::new(&format!("applicant.{name}"), code)))
        .ok()
}

fn optional<T>(
    name: &str,
    raw: &str,
    parse: impl FnOnce(&str) -> Result<T, FieldCode>,
    errors: &mut Vec<FieldError>,
) -> Option<T> {
    if raw.trim().is_empty() {
        None
    } else {
        take(name, parse(raw), errors)
    }
}

/// `POST /api/bookings`: turn the hold into a booked visit.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewBooking {
    /// The hold; its office, time and service are what is booked.
    pub hold_id: String,
    /// Why the card is asked for; `None` where only an account is.
    pub reason: Option<Reason>,
    /// What is to be done; must be the hold's.
    pub service: Service,
    /// Who it is for.
    pub applicant: ApplicantInput,
    /// Proof of `applicant.otp_phone`.
    pub phone_proof: String,
    /// Language of notices.
    pub lang: super::Lang,
    /// "I declare that what I have given is true" was ticked.
    pub declared: bool,
}

/// The visit is booked. The key opens the receipt and is shown once. Staff who book for a person get no key: the person
/// is written to, and finds the receipt by what only they know.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Booked {
    /// What the person writes down.
    pub reference: String,
    /// Unguessable key of the receipt; lives in the fragment of its address. Empty for staff.
    pub key: String,
}

/// `POST /api/bookings/existing`: a booking was refused with `booking_exists`; show me the one I have.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ExistingBooking {
    /// As in the booking that was refused.
    pub applicant: ApplicantInput,
    /// Proof of `applicant.otp_phone`.
    pub phone_proof: String,
}

/// `POST /api/bookings/{reference}/reschedule` (with the access key): move to this hold.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reschedule {
    /// The new place, held.
    pub hold_id: String,
    /// A contact number that was typed on the way to the new place; empty leaves the dossier's as it is.
    #[serde(default)]
    pub contact_phone: String,
}

impl Reschedule {
    /// The contact number, where one was typed.
    ///
    /// # Errors
    /// What is wrong with it, under `contact_phone`.
    pub fn contact(&self) -> Result<Option<ContactPhone>, Vec<FieldError>> {
        if self.contact_phone.trim().is_empty() {
            return Ok(None);
        }
        let parsed = ContactPhone::parse(&self.contact_phone);
        parsed
            .map(Some)
            .map_err(|code| vec![FieldError::new("contact_phone", code)])
    }
}

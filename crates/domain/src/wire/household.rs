//! `/api/offices/{id}/household-days`, `/api/household-holds`, `/api/household-bookings`: a family books together,
//! all or nothing.

use super::{
    bookings::{Applicant, ApplicantInput, Booked},
    dossiers::DossierView,
};
use crate::{
    booking::{AgeGroup, Service},
    field::{FieldCode, FieldError},
    household::Family,
    reason::Reason,
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use serde::{Deserialize, Serialize};

/// Query of both readers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
pub struct HouseholdQuery {
    /// Two to six members, each `service.age_group`: `card.from_60,card_and_account.from_14_to_59`.
    pub members: String,
}

/// The windows of one day that hold the whole family.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HouseholdDay {
    /// The date at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// In order of time.
    pub windows: Vec<HouseholdWindow>,
}

/// A window: all of the family between these times, nobody waiting in between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HouseholdWindow {
    /// When the first begins, local time at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub start: Time,
    /// When the last is done.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub end: Time,
    /// When each begins, in the order of the query.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<String>))]
    #[serde(deserialize_with = "crate::when::read")]
    pub starts: Vec<Time>,
}

/// `POST /api/household-holds`: keep a window for all of us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewHouseholdHold {
    /// The office's id.
    pub office_id: String,
    /// Local start of the window at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub starts_at: DateTime,
    /// Two to six.
    pub members: Family,
}

/// A window kept for a family. Its id is the only key to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HouseholdHold {
    /// Unguessable id (128 random bits).
    pub id: String,
    /// The office.
    pub office_id: String,
    /// Each member's visit, in the order they were given.
    pub visits: Vec<HouseholdVisit>,
    /// When it lapses, for all at once.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub expires_at: Timestamp,
    /// Seconds until then by the server's clock.
    pub expires_in_s: u32,
    /// How often it can still be extended.
    pub extensions_left: u8,
}

/// One member's visit in a kept window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HouseholdVisit {
    /// Local start at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub starts_at: DateTime,
    /// Length in minutes.
    pub minutes: u16,
}

/// `POST /api/household-bookings`: everybody gets a dossier, or nobody does.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewHouseholdBooking {
    /// The kept window.
    pub hold_id: String,
    /// In the order of the hold.
    pub members: Vec<HouseholdMember>,
    /// Proof of the phone, which is the same for all.
    pub phone_proof: String,
    /// Language of notices.
    pub lang: super::Lang,
    /// "I declare that what I have given is true" was ticked.
    pub declared: bool,
}

/// One member of a family that books.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HouseholdMember {
    /// Why the card is asked for; `None` where only an account is.
    pub reason: Option<Reason>,
    /// What is to be done; must be the hold's.
    pub service: Service,
    /// Who it is; `otp_phone` is the family's.
    pub applicant: ApplicantInput,
}

/// The family is booked. Each key opens one receipt and is shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HouseholdBooked {
    /// In the order of the request.
    pub members: Vec<Booked>,
}

/// `POST /api/household-bookings/reschedule`: everybody moves to a kept window, or nobody does.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HouseholdMove {
    /// The kept window.
    pub hold_id: String,
    /// The receipts of all who move, in the order of the hold.
    pub members: Vec<Booked>,
}

/// `POST /api/household-bookings/cancel`: everybody's visit is called off, or nobody's.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HouseholdCancel {
    /// The receipts of all.
    pub members: Vec<Booked>,
}

/// What became of everybody's visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HouseholdChanged {
    /// In the order of the request.
    pub members: Vec<DossierView>,
}

impl NewHouseholdBooking {
    /// Parses and checks everybody; names every wrong field, `members[2].applicant.full_name`.
    ///
    /// # Errors
    /// One [`FieldError`] a wrong field.
    pub fn parse(&self, today: Date) -> Result<Vec<Applicant>, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut people: Vec<Applicant> = Vec::new();
        let count = self.members.len();
        if !(crate::household::FEWEST_MEMBERS..=crate::household::MOST_MEMBERS).contains(&count) {
            return Err(vec![FieldError::new("members", FieldCode::ChoiceUnknown)]);
        }
        for (at, member) in self.members.iter().enumerate() {
            let mut wrong = |field: &str, code| {
                errors.push(FieldError::new(&format!("members[{at}].{field}"), code));
            };
            match (member.reason, member.service.has_card()) {
                (None, true) => wrong("reason", FieldCode::Required),
                (Some(_), false) => wrong("reason", FieldCode::ChoiceUnknown),
                _ => {}
            }
            match member.applicant.parse(today) {
                Err(found) => found.iter().for_each(|error| wrong(&error.field, error.code)),
                Ok(person) => {
                    // Decree 69/2024, art. 7: no level 2 below six years.
                    if member.service.has_account()
                        && !AgeGroup::of(&person.birth_date, today).may_have_level_2()
                    {
                        wrong("service", FieldCode::ChoiceUnknown);
                    }
                    if people
                        .iter()
                        .any(|known| known.personal_number == person.personal_number)
                    {
                        wrong("applicant.personal_number", FieldCode::PersonRepeated);
                    }
                    if people
                        .first()
                        .is_some_and(|first| first.otp_phone != person.otp_phone)
                    {
                        wrong("applicant.otp_phone", FieldCode::ChoiceUnknown);
                    }
                    people.push(person);
                }
            }
        }
        if !self.declared {
            errors.push(FieldError::new("declared", FieldCode::ConsentRequired));
        }
        if errors.is_empty() {
            Ok(people)
        } else {
            Err(errors)
        }
    }
}

impl HouseholdHold {
    /// When the first begins, and when the last is done.
    #[must_use]
    pub fn window(&self) -> Option<(DateTime, DateTime)> {
        let end = |visit: &HouseholdVisit| crate::calendar::minutes_after(visit.starts_at, visit.minutes);
        let first = self.visits.iter().map(|visit| visit.starts_at).min()?;
        Some((first, self.visits.iter().map(end).max()?))
    }
}

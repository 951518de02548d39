//! `/api/account/stays`, `/api/venue/stays`, `/api/desk/stays`: who stays where for some days.

mod views;

pub use views::{DeskStay, DeskStays, StayAboutMe, StayNotice, StayNotices, StaysView};

use crate::{
    delivery::Address,
    field::{FieldCode, FieldError},
    identity::{BirthDate, PersonName, PersonalNumber},
    stay::{self, CorrectedStay, Stay, StayReason, StayWithdrawal},
    when::When,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// `POST`: a guest and their days, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewStay {
    /// As on the guest's card.
    pub full_name: String,
    /// Twelve digits.
    pub personal_number: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// A word of [`StayReason`].
    pub reason: String,
    /// The first day, ISO.
    pub arrives: String,
    /// Whether the guest comes from 23:00 on.
    pub late: bool,
    /// The day they leave, ISO.
    pub leaves: String,
    /// House and street; a place with its own sign-in leaves it out.
    #[serde(default)]
    pub line: String,
    /// Five digits; a place with its own sign-in leaves it out.
    #[serde(default)]
    pub commune_code: String,
}

/// Who declares: a place of its own sign-in has its address already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// The address is typed.
    Typed,
    /// It is known.
    Known,
}

/// Collects what is wrong, field by field.
struct Wrong(Vec<FieldError>);

impl Wrong {
    fn keep<T>(&mut self, field: &str, read: Result<T, FieldCode>) -> Option<T> {
        read.map_err(|code| self.0.push(FieldError::new(field, code)))
            .ok()
    }
}

fn word<T>(text: &str, parse: fn(&str) -> Option<T>) -> Result<T, FieldCode> {
    let text = text.trim();
    let missing = if text.is_empty() {
        FieldCode::Required
    } else {
        FieldCode::ChoiceUnknown
    };
    parse(text).ok_or(missing)
}

fn day(text: &str) -> Result<Date, FieldCode> {
    match text.trim() {
        "" => Err(FieldCode::Required),
        text => Date::of(text).ok_or(FieldCode::DateImpossible),
    }
}

impl NewStay {
    /// Parses every field that counts; names every wrong one, in the order of the form.
    ///
    /// # Errors
    /// `full_name`, `personal_number`, `birth_date`, `reason`, `arrives`, `leaves`, `commune_code`, `line`.
    pub fn parse(&self, place: Where, today: Date) -> Result<Stay, Vec<FieldError>> {
        let mut wrong = Wrong(Vec::new());
        let name = wrong.keep("full_name", PersonName::parse(&self.full_name));
        let number = wrong.keep("personal_number", PersonalNumber::parse(&self.personal_number));
        let birth = wrong.keep("birth_date", BirthDate::parse(&self.birth_date, today));
        let reason = wrong.keep("reason", word(&self.reason, StayReason::parse));
        let arrives = wrong.keep("arrives", day(&self.arrives));
        let leaves = wrong.keep("leaves", day(&self.leaves));
        if let (Some(arrives), Some(leaves)) = (arrives, leaves) {
            let days = stay::check(arrives, leaves, today);
            wrong.0.extend(days.err().unwrap_or_default());
        }
        let address = match place {
            Where::Known => None,
            Where::Typed => Address::parse(&self.line, &self.commune_code)
                .map_err(|errors| wrong.0.extend(errors))
                .ok(),
        };
        match (name, number, birth, reason, arrives, leaves) {
            (Some(name), Some(number), Some(birth), Some(reason), Some(arrives), Some(leaves))
                if wrong.0.is_empty() =>
            {
                Ok(Stay {
                    name,
                    number,
                    birth,
                    reason,
                    arrives,
                    late: self.late,
                    leaves,
                    address,
                })
            }
            _ => Err(wrong.0),
        }
    }
}

/// `PUT …/{id}`: what can be corrected. A wrong number, first day or address is another notice.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrectStay {
    /// As on the guest's card.
    pub full_name: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// A word of [`StayReason`].
    pub reason: String,
    /// The day they leave, ISO.
    pub leaves: String,
}

impl CorrectStay {
    /// Parses every field; names every wrong one.
    ///
    /// # Errors
    /// `full_name`, `birth_date`, `reason`, `leaves`.
    pub fn parse(&self, arrives: Date, today: Date) -> Result<CorrectedStay, Vec<FieldError>> {
        let mut wrong = Wrong(Vec::new());
        let name = wrong.keep("full_name", PersonName::parse(&self.full_name));
        let birth = wrong.keep("birth_date", BirthDate::parse(&self.birth_date, today));
        let reason = wrong.keep("reason", word(&self.reason, StayReason::parse));
        let leaves = wrong.keep("leaves", day(&self.leaves));
        if let Some(leaves) = leaves {
            // The first day was judged when it was new.
            let days = stay::check(arrives, leaves, arrives).err().unwrap_or_default();
            wrong.0.extend(days);
        }
        match (name, birth, reason, leaves) {
            (Some(name), Some(birth), Some(reason), Some(leaves)) if wrong.0.is_empty() => {
                Ok(CorrectedStay {
                    name,
                    birth,
                    reason,
                    leaves,
                })
            }
            _ => Err(wrong.0),
        }
    }
}

/// `POST …/{id}/withdraw`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WithdrawStay {
    /// A word of [`StayWithdrawal`].
    pub reason: String,
}

impl WithdrawStay {
    /// Reads the reason.
    ///
    /// # Errors
    /// `required`, `choice_unknown`.
    pub fn parse(&self) -> Result<StayWithdrawal, FieldCode> {
        word(&self.reason, StayWithdrawal::parse)
    }
}

#[cfg(test)]
mod tests;

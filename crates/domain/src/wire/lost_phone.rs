//! `POST /api/desk/account-phone`: another phone for who has lost the number, at whatever office they come to.
//!
//! Any police of a commune does it (domain facts §3.6), wherever the dossier is. What is asked is what the card in the person's
//! hand says, so that nobody looks around among people of other offices.

use super::new_phone::ChangeAccountPhone;
use crate::{
    account::State,
    field::FieldError,
    identity::{BirthDate, OtpPhone, PersonName, PersonalNumber},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// As typed from the card.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeLostPhone {
    /// Twelve digits.
    pub personal_number: String,
    /// As on the card.
    pub full_name: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// The new number: a Vietnamese mobile, in the person's own name.
    pub phone: String,
    /// The officer has compared face and card of who stands there.
    pub identity_checked: bool,
}

/// The same, as parsed.
#[derive(Clone, PartialEq, Eq)]
pub struct LostPhone {
    /// Of the card.
    pub personal_number: PersonalNumber,
    /// Of the card.
    pub full_name: PersonName,
    /// Of the card.
    pub birth_date: BirthDate,
    /// The new number.
    pub phone: OtpPhone,
}

impl ChangeLostPhone {
    /// Whose, and which number, where somebody has looked at who asks.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(&self, today: Date) -> Result<LostPhone, Vec<FieldError>> {
        let number = PersonalNumber::parse(&self.personal_number)
            .map_err(|code| FieldError::new("personal_number", code));
        let name = PersonName::parse(&self.full_name).map_err(|code| FieldError::new("full_name", code));
        let birth =
            BirthDate::parse(&self.birth_date, today).map_err(|code| FieldError::new("birth_date", code));
        let given = ChangeAccountPhone {
            phone: self.phone.clone(),
            identity_checked: self.identity_checked,
        };
        match (number, name, birth, given.parse()) {
            (Ok(personal_number), Ok(full_name), Ok(birth_date), Ok(phone)) => Ok(LostPhone {
                personal_number,
                full_name,
                birth_date,
                phone,
            }),
            (number, name, birth, phone) => Err([number.err(), name.err(), birth.err()]
                .into_iter()
                .flatten()
                .chain(phone.err().unwrap_or_default())
                .collect()),
        }
    }
}

/// What became of it: `{"account":"device_reset","phone_ends":"123"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LostPhoneChanged {
    /// The account, which is activated with the new number next.
    pub account: State,
    /// Last three digits of the new number.
    pub phone_ends: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_field_is_judged_at_once() {
        let fields = |given: &ChangeLostPhone| -> Vec<String> {
            let wrong = given.parse(date(2026, 11, 23)).err().unwrap_or_default();
            wrong.into_iter().map(|error| error.field).collect()
        };
        let nothing = ChangeLostPhone::default();
        assert_eq!(
            fields(&nothing),
            [
                "personal_number",
                "full_name",
                "birth_date",
                "phone",
                "identity_checked"
            ]
        );
        let right = ChangeLostPhone {
            personal_number: "098085120001".to_owned(),
            full_name: "Nguyễn Văn Thử".to_owned(),
            birth_date: "1985-08-15".to_owned(),
            phone: "0990000001".to_owned(),
            identity_checked: true,
        };
        assert_eq!(fields(&right), Vec::<String>::new());
        let unseen = ChangeLostPhone {
            identity_checked: false,
            ..right
        };
        assert_eq!(fields(&unseen), ["identity_checked"]);
    }
}

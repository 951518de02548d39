//! `/api/account/phone` and `/api/desk/dossiers/{reference}/account-phone`: another phone for an account.
//!
//! Who has the number until now does it alone: passcode, a code to that number, a code to the new one. Who has lost it comes
//! to the police with the card, and activates again with the new number (domain facts §3.6; ministry's answer of 22/4/2026).

use super::Lang;
use crate::{
    field::{FieldCode, FieldError},
    identity::OtpPhone,
};
use serde::{Deserialize, Serialize};

/// `POST /api/account/phone`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartNewPhone {
    /// The new number: a Vietnamese mobile.
    pub phone: String,
    /// Six digits, as typed.
    pub passcode: String,
    /// Language of the messages with the codes.
    pub lang: Lang,
}

impl StartNewPhone {
    /// The number, where both fields can be judged.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(&self) -> Result<OtpPhone, Vec<FieldError>> {
        let phone = OtpPhone::parse(&self.phone).map_err(|code| FieldError::new("phone", code));
        let empty = self.passcode.trim().is_empty();
        let empty = empty.then(|| FieldError::new("passcode", FieldCode::Required));
        match (phone, empty) {
            (Ok(phone), None) => Ok(phone),
            (phone, empty) => Err(phone.err().into_iter().chain(empty).collect()),
        }
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum NewPhoneStep {
    /// The code that was sent to the number until now.
    Old,
    /// The code that was sent to the new number.
    New,
    /// Nothing: the account has the new number.
    Done,
}

/// The answer to each step: `{"step":"old","phone_ends":"123","code_expires_in_s":180,"resend_in_s":60}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewPhoneView {
    /// What comes next.
    pub step: NewPhoneStep,
    /// Last three digits of the number the code went to; of the account's number once it is done.
    pub phone_ends: String,
    /// Seconds the code is good for.
    pub code_expires_in_s: u32,
    /// Seconds until another can be asked for.
    pub resend_in_s: u32,
}

/// `POST /api/account/phone/code`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPhoneCode {
    /// Six digits, as typed.
    pub code: String,
}

/// `POST /api/account/phone/resend`.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ResendNewPhone {
    /// Language of the message.
    pub lang: Lang,
}

/// `POST /api/desk/dossiers/{reference}/account-phone`: at the counter, for who has lost the number.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeAccountPhone {
    /// The new number: a Vietnamese mobile, in the person's own name.
    pub phone: String,
    /// The officer has compared face and card of who stands there.
    pub identity_checked: bool,
}

impl ChangeAccountPhone {
    /// The number, where somebody has looked at who asks.
    ///
    /// # Errors
    /// Every wrong field.
    pub fn parse(&self) -> Result<OtpPhone, Vec<FieldError>> {
        let phone = OtpPhone::parse(&self.phone).map_err(|code| FieldError::new("phone", code));
        let unseen = !self.identity_checked;
        let unseen = unseen.then(|| FieldError::new("identity_checked", FieldCode::ConsentRequired));
        match (phone, unseen) {
            (Ok(phone), None) => Ok(phone),
            (phone, unseen) => Err(phone.err().into_iter().chain(unseen).collect()),
        }
    }
}

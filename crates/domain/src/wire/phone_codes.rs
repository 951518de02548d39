//! `/api/phone-codes`: proving a phone with a six-digit code.

use serde::{Deserialize, Serialize};

/// `POST /api/phone-codes`: send a code to this Vietnamese mobile number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPhoneCode {
    /// As typed.
    pub phone: String,
    /// Language of the message.
    pub lang: super::Lang,
}

/// A code is on its way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CodeSent {
    /// The code's handle; says nothing about the code.
    pub id: String,
    /// Last three digits of where it went.
    pub phone_ends: String,
    /// Seconds the code is good for (180).
    pub expires_in_s: u32,
    /// Seconds until another can be asked for (60).
    pub resend_in_s: u32,
}

/// `POST /api/phone-codes/{id}/confirm`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConfirmCode {
    /// Six digits as typed.
    pub code: String,
}

/// The phone is proved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PhoneProof {
    /// Unguessable token, good for 30 minutes and for this phone only.
    pub proof: String,
}

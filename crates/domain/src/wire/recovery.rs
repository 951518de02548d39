//! `/api/recovery`: another password or passcode for who has forgotten the old one.
//!
//! Number and phone on file, a code, then both security answers. Until the code was given, every answer is the same for
//! everybody.

use crate::secret::SecurityQuestion;
use serde::{Deserialize, Serialize};

/// `POST /api/recovery`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartRecovery {
    /// Twelve digits.
    pub personal_number: String,
    /// The number that codes go to.
    pub phone: String,
    /// Language of the message.
    pub lang: super::Lang,
}

/// `POST /api/recovery`, `POST /api/recovery/resend`: a code is on its way, if number and phone belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryBegun {
    /// Seconds the code is good for.
    pub code_expires_in_s: u32,
    /// Seconds until another can be asked for.
    pub resend_in_s: u32,
}

/// `POST /api/recovery/code`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RecoveryCode {
    /// Six digits, as typed.
    pub code: String,
}

/// The answer to it: what the person chose to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecoveryQuestions {
    /// Two.
    pub questions: Vec<SecurityQuestion>,
}

/// `POST /api/recovery/password`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPassword {
    /// In the order of the questions, as typed.
    pub answers: Vec<String>,
    /// 8 to 20 characters.
    pub password: String,
}

/// `POST /api/recovery/passcode`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewPasscode {
    /// In the order of the questions, as typed.
    pub answers: Vec<String>,
    /// Six digits.
    pub passcode: String,
    /// The same once more.
    pub again: String,
}

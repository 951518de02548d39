//! `/api/activation`: from "my account was approved" to "it is mine and it works".
//!
//! The steps are kept on the server under a cookie; the browser stores nothing. Until the code from the
//! phone on file was given, every answer is the same for everybody.

use crate::secret::SecurityQuestion;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// `POST /api/activation`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StartActivation {
    /// Twelve digits.
    pub personal_number: String,
    /// The number given to the officer.
    pub phone: String,
    /// "This is my own device" was ticked.
    pub own_device: bool,
    /// Language of the message.
    pub lang: super::Lang,
}

/// Where the journey stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Waiting for the code.
    Code,
    /// Waiting for a password.
    Password,
    /// Waiting for a passcode.
    Passcode,
    /// Waiting for two questions and answers.
    Questions,
    /// Activated.
    Done,
}

/// `GET /api/activation` and the answer of every step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ActivationView {
    /// What comes next.
    pub step: Step,
    /// Seconds the journey stays open without a step.
    pub expires_in_s: u32,
    /// While waiting for the code: seconds it is good for.
    pub code_expires_in_s: Option<u32>,
    /// While waiting for the code: seconds until another can be asked for.
    pub resend_in_s: Option<u32>,
    /// Once the phone is proved: last day to activate.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub activate_by: Option<Date>,
}

/// `POST /api/activation/code`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct GiveCode {
    /// Six digits as typed.
    pub code: String,
}

/// `POST /api/activation/password`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetPassword {
    /// 8 to 20 characters.
    pub password: String,
}

/// `POST /api/activation/passcode`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetPasscode {
    /// Six digits.
    pub passcode: String,
    /// The same again.
    pub again: String,
}

/// `POST /api/activation/questions`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetQuestions {
    /// Two different questions with their answers.
    pub answers: [QuestionAnswer; 2],
}

/// A question and its answer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionAnswer {
    /// From the list.
    pub question: SecurityQuestion,
    /// As typed.
    pub answer: String,
}

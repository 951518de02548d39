//! `/api/session` and `/api/account`: signing in and seeing one's account.

use super::{
    attestations::AttestationCheck,
    looks::{Look, LookAtHome},
};
use crate::account;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// `POST /api/session`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Twelve digits.
    pub personal_number: String,
    /// As typed.
    pub password: String,
}

/// `GET /api/account`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountView {
    /// Name of the holder.
    pub full_name: String,
    /// `098*****0123`.
    pub personal_number_masked: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// Last three digits.
    pub phone_ends: String,
    /// 1 or 2.
    pub level: u8,
    /// State of the account.
    pub state: account::State,
    /// When it was activated.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub activated_at: Option<Timestamp>,
    /// Last sign-in before this one.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub last_sign_in_at: Option<Timestamp>,
    /// When the card runs out; `None` where it does not, or is not known yet.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub card_expires_on: Option<Date>,
    /// What happened with the account, newest first.
    pub events: Vec<AccountEvent>,
    /// Looks by staff at the data of any dossier of the person, newest first.
    #[serde(default)]
    pub looks: Vec<Look>,
    /// Looks by staff at wishes for a visit at home under this number, newest first.
    #[serde(default)]
    pub home_looks: Vec<LookAtHome>,
    /// Checks of statements that the holder has shown, of the last thirty days.
    #[serde(default)]
    pub checks: Vec<AttestationCheck>,
}

/// `POST /api/account/not-me`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NotMe {
    /// When it happened, as the list says.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
}

/// `POST /api/lock-links`: the link of a message.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LockByLink {
    /// What stands behind `#`.
    pub key: String,
}

/// The answer to both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NotMeDone {
    /// Whether an office was asked to look into it.
    pub asked: bool,
}

/// Something that happened with the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountEvent {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// What: the audit action, e.g. `account.activated`.
    pub action: String,
    /// How often on that day: refused sign-ins are one line a day, with the last of them as its time.
    #[serde(default = "once")]
    pub times: u32,
}

const fn once() -> u32 {
    1
}

//! `/api/account/sessions` and `/api/session/device`: where somebody is signed in, and the change to another device.

use crate::str_enum::str_enum;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

str_enum! {
    /// What comes after the right password.
    pub enum SignedInNext {
        /// Nothing: signed in.
        Done = "done",
        /// The account is in use on another device: a code decides.
        Device = "device",
        /// Its owner has locked it: a code by message and the passcode open it.
        Locked = "locked",
    }
}

/// `POST /api/session`, `POST /api/session/passkey`, `POST /api/session/device`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// What comes now.
    pub next: SignedInNext,
    /// While another device has the account: what it is.
    #[serde(default)]
    pub device: Option<String>,
    /// Last three digits of the phone to which a code can go.
    #[serde(default)]
    pub phone_ends: Option<String>,
    /// The account was locked until now and has passkeys: are all of them the owner's?
    #[serde(default)]
    pub check_passkeys: bool,
}

/// `POST /api/session/device/code`: wanted by message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SendDeviceCode {
    /// Language of the message.
    pub lang: super::Lang,
}

/// The answer to it: a code is on its way to the phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceCodeSent {
    /// Seconds it is good for.
    pub expires_in_s: u32,
    /// Seconds until another can be asked for.
    pub resend_in_s: u32,
}

/// `POST /api/session/device`: the account moves to this device. With the code that the old device shows, or with the one
/// sent to the phone and the passcode.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeDevice {
    /// Six digits, as typed.
    pub code: String,
    /// Six digits, as typed; none where the old device shows the code.
    #[serde(default)]
    pub passcode: Option<String>,
}

/// `POST /api/account/device-code`: what this device shows for the new one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceCode {
    /// Six digits.
    pub code: String,
    /// Seconds it is good for.
    pub expires_in_s: u32,
}

/// `GET /api/account/sessions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Sessions {
    /// The one used last first.
    pub sessions: Vec<SessionView>,
    /// Whether the account is in use on one device at a time.
    pub one_device: bool,
}

/// Where somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionView {
    /// What it is ended by.
    pub id: String,
    /// Browser and system, e.g. `Chrome, Android`; empty where they are not known.
    pub agent: String,
    /// Since when.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub since: Timestamp,
    /// When it was last used, give or take a minute.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub seen_at: Timestamp,
    /// Whether a passkey opened it.
    pub by_passkey: bool,
    /// Whether it is the one that asks.
    pub here: bool,
}

//! `/api/account/data`, `/api/account/close` and their like for a receipt: what is held about a person, taken along, and
//! deleted as far as the law lets it.
//!
//! Law on Personal Data Protection 91/2025/QH15, art. 4: to see, to receive, to have deleted. What belongs to an identification
//! file is kept by the archive rules of the Law on Identification 26/2023/QH15.

use super::Lang;
use crate::str_enum::str_enum;
use serde::{Deserialize, Serialize};

str_enum! {
    /// Records of one kind, as the page lists them.
    pub enum Group {
        /// Name, number, phone, state.
        Account = "account",
        /// Passkeys, sessions, the device, which questions were chosen. No secret.
        SignIn = "sign_in",
        /// Bookings, visits, what was recorded at the counter, the steps of dossiers.
        Dossiers = "dossiers",
        /// Waiting for another place, how messages come, links handed on.
        Wishes = "wishes",
        /// That messages were sent, questions and their answers.
        Messages = "messages",
        /// Papers of other agencies, and when the e-ID was shown.
        Wallet = "wallet",
        /// Lists of social assistance, the account that is paid to.
        Aid = "aid",
        /// Who did what: oneself, staff, the system.
        Activity = "activity",
        /// Stays that were declared, children who are represented.
        Family = "family",
    }
}

/// `GET /api/account/data`: how much is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnDataView {
    /// Every group in the order of [`Group::ALL`], also where it is empty.
    pub held: Vec<Held>,
    /// Whether a dossier is open: it goes on when the account is closed.
    pub open_dossier: bool,
}

/// One group: `{"group":"wallet","records":3}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Held {
    /// What.
    pub group: Group,
    /// How many records.
    pub records: u32,
}

/// `POST /api/account/data/export`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ExportData {
    /// Six digits, as typed.
    pub passcode: String,
}

/// `POST /api/account/close/code`: the passcode first, then a code by message.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskToClose {
    /// Six digits, as typed.
    pub passcode: String,
    /// Language of the message.
    pub lang: Lang,
}

/// `POST /api/account/close`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseAccount {
    /// Six digits, as typed.
    pub code: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_on_the_wire() {
        let held = Held {
            group: Group::SignIn,
            records: 3,
        };
        let json = serde_json::to_string(&held).unwrap();
        assert_eq!(json, r#"{"group":"sign_in","records":3}"#);
        assert_eq!(serde_json::from_str::<Held>(&json).unwrap(), held);
    }
}

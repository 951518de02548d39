//! `/api/account/attestations`: showing one's e-ID. `/api/attestations/check`: whether what is shown still stands.

use super::drawn_code::DrawnCode;
use crate::{attest::Claim, field::FieldCode, str_enum::str_enum};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Most letters of the name that who checks gives themselves.
pub const LONGEST_CHECKER: usize = 60;

/// `POST /api/account/attestations`: a statement about me, that says this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAttestation {
    /// What was ticked; at least one.
    pub claims: Vec<Claim>,
}

impl NewAttestation {
    /// What was ticked, each once, in the usual order.
    ///
    /// # Errors
    /// `required` where nothing was.
    pub fn parse(&self) -> Result<Vec<Claim>, FieldCode> {
        let ticked: Vec<Claim> = Claim::ALL
            .iter()
            .copied()
            .filter(|claim| self.claims.contains(claim))
            .collect();
        if ticked.is_empty() {
            Err(FieldCode::Required)
        } else {
            Ok(ticked)
        }
    }
}

/// A statement to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Attestation {
    /// For taking it back.
    pub id: String,
    /// The token.
    pub token: String,
    /// The code to show; none where it would be too large.
    pub code: Option<DrawnCode>,
    /// Seconds it is good for.
    pub expires_in_s: u32,
}

str_enum! {
    /// What has become of a statement.
    pub enum AttestationState {
        /// It stands.
        Valid = "valid",
        /// Its minute is over.
        Expired = "expired",
        /// It was taken back, or the account is not in use any more.
        Revoked = "revoked",
        /// Not a statement of ours, or none that is known: one answer.
        Unknown = "unknown",
    }
}

/// A check of a statement, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AttestationCheck {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// What was answered.
    pub state: AttestationState,
    /// What who checked calls themselves; not proved by anybody unless they are registered. May be empty.
    pub checker: String,
    /// Whether it was a registered place that was signed in.
    #[serde(default)]
    pub registered: bool,
    /// How often the same checker got the same answer; `at` is the last time.
    #[serde(default = "once")]
    pub times: u32,
}

const fn once() -> u32 {
    1
}

/// A statement made lately, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownAttestation {
    /// When it was made.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub issued_at: Timestamp,
    /// What it said something about.
    pub claims: Vec<Claim>,
    /// Who asked about it, the latest first.
    pub checks: Vec<AttestationCheck>,
}

/// `GET /api/account/attestations`: those of the last thirty days that somebody has checked, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShownAttestations {
    /// At most two hundred.
    pub shown: Vec<ShownAttestation>,
    /// Whether the place of residence can be said: the wallet has the paper that confirms it.
    #[serde(default)]
    pub residence: bool,
    /// Name of the child whom they are about; none where it is oneself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<String>,
}

/// `POST /api/attestations/check`: what a code has said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CheckAttestation {
    /// The token, or the address that the code holds.
    pub token: String,
    /// What who checks calls themselves; the owner reads it. May be empty.
    pub checker: String,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CheckedAttestation {
    /// Whether it stands.
    pub state: AttestationState,
}

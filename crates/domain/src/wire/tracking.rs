//! `/api/tracking`: finding one's dossier again.

use serde::{Deserialize, Serialize};

/// `POST /api/tracking/by-code`: reference or dossier code, and the birth date.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LookUpByCode {
    /// Appointment reference or dossier code, in any form people type.
    pub code: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
}

/// `POST /api/tracking/by-person`: a code goes to the phone on file, if there is one.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LookUpByPerson {
    /// Twelve digits.
    pub personal_number: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
}

/// Always the same answer, whether or not anybody was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LookUpStarted {
    /// Handle of the request; confirm at `/api/tracking/{id}/confirm`.
    pub id: String,
    /// Seconds a code is good for.
    pub expires_in_s: u32,
    /// Seconds until another can be asked for.
    pub resend_in_s: u32,
}

/// Found: where to go and with which key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Found {
    /// The dossier's public reference.
    pub reference: String,
    /// A fresh access key.
    pub key: String,
}

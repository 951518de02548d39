//! What the citizen is told of staff who looked at their data: when, where, in which part and why; no officer's name.

use super::desk::{LookReason, Role};
use crate::campaign::HomeLook;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A look at a person's data, as the person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Look {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// Name of the office in Vietnamese; empty for the help desk, which works for all of them.
    pub office: String,
    /// The same in English.
    pub office_en: String,
    /// In which part.
    pub role: Role,
    /// Why.
    pub reason: LookReason,
    /// Whether they opened the person's own page, to do something for them.
    #[serde(default)]
    pub acted: bool,
}

/// A look at a wish for a visit at home: name, address and phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LookAtHome {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// Name of the office in Vietnamese.
    pub office: String,
    /// The same in English.
    pub office_en: String,
    /// In which part.
    pub role: Role,
    /// Why.
    pub reason: HomeLook,
}

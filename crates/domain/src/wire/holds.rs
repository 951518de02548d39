//! `/api/holds`: a place kept while the form is filled in.

use jiff::{Timestamp, civil::DateTime};
use serde::{Deserialize, Serialize};

/// `POST /api/holds`: keep this place for me.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewHold {
    /// The office's id, e.g. `hcm-pc06`.
    pub office_id: String,
    /// Local start at the office, e.g. `2026-11-23T07:30:00`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub starts_at: DateTime,
    /// What is to be done.
    pub service: crate::booking::Service,
    /// For whom.
    pub age_group: crate::booking::AgeGroup,
}

/// A kept place. Its id is the only key to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hold {
    /// Unguessable id (128 random bits).
    pub id: String,
    /// The office.
    pub office_id: String,
    /// Local start at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub starts_at: DateTime,
    /// Length of the visit in minutes.
    pub minutes: u16,
    /// When it lapses.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub expires_at: Timestamp,
    /// Seconds until then by the server's clock.
    pub expires_in_s: u32,
    /// How often it can still be extended.
    pub extensions_left: u8,
}

/// What an extension changes: the part that a [`Hold`] and a family's share, which is all a waiting page must read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Extended {
    /// See [`Hold::expires_in_s`].
    pub expires_in_s: u32,
    /// See [`Hold::extensions_left`].
    pub extensions_left: u8,
}

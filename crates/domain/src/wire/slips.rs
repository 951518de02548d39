//! `GET /api/slips/keys` (a [`crate::slip::KeySet`]) and `GET /api/slips/standing`: what a slip is checked with, and whether its visit still stands.

use crate::str_enum::str_enum;
use serde::{Deserialize, Serialize};

str_enum! {
    /// What has become of the visit of a slip.
    pub enum SlipState {
        /// It stands as the slip says.
        Current = "current",
        /// It was moved: a newer slip tells when and where.
        Superseded = "superseded",
        /// It was cancelled.
        Cancelled = "cancelled",
        /// It is over.
        Past = "past",
        /// Not a slip of ours, or none that is known: one answer.
        Unknown = "unknown",
    }
}

/// `GET /api/slips/standing`: what has become of the visit whose slip is shown. Never where or when it is now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SlipStanding {
    /// The visit's state.
    pub state: SlipState,
}

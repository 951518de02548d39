//! Staff who act for a person, on the person's own page.

use serde::{Deserialize, Serialize};

/// Answer of `POST /api/desk/dossiers/{reference}/act`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Acting {
    /// Opens the person's own page, in the session it was lent to, for half an hour.
    pub key: String,
}

/// Remark of the event of a booking that staff made for a person.
pub const ASSISTED: &str = "assisted";

/// The note of the event with which staff opened a dossier at the counter for who had not booked.
pub const WALKED_IN: &str = "walk_in";

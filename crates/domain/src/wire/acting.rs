//! Staff who act for a person, on the person's own page.

use serde::{Deserialize, Serialize};

/// Answer of `POST /api/desk/dossiers/{reference}/act`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Acting {
    /// Opens the person's own page, in the session it was lent to, for half an hour.
    pub key: String,
}

//! What was typed on the pages of this search.

use crate::browser::draft::Draft;
use serde::{Deserialize, Serialize};

/// A search.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    /// Reference or dossier code.
    pub(super) code: String,
    /// ISO, possibly partial.
    pub(super) birth: String,
    /// Twelve digits; in memory alone.
    #[serde(skip)]
    pub(super) number: String,
    /// The request whose code is waited for.
    pub(super) id: Option<String>,
    /// When another code can be asked for, by the device's clock in milliseconds.
    pub(super) resend_at_ms: f64,
}

/// The search of this tab.
pub(super) fn open() -> Draft<Search> {
    Draft::open("search")
}

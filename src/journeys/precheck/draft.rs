//! What was copied from the papers. Numbers live in memory alone; the rest survives a reload of the tab.

use crate::browser::draft::Draft;
use serde::{Deserialize, Serialize};

/// One paper as typed.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Paper {
    /// Name of its kind.
    pub(super) kind: String,
    /// The name on it.
    pub(super) name: String,
    /// The date of birth on it, ISO, possibly partial.
    pub(super) birth: String,
    /// The number on it.
    #[serde(skip)]
    pub(super) number: String,
}

/// Both papers, and the two other answers.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Papers {
    /// The first paper.
    pub(super) a: Paper,
    /// The second paper.
    pub(super) b: Paper,
    /// About the addresses.
    pub(super) address: String,
    /// About the phone.
    pub(super) phone: String,
}

/// The tab's draft.
pub(super) fn open() -> Draft<Papers> {
    Draft::open("precheck")
}

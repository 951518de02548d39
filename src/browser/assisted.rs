//! Whether staff use this tab to book for somebody else. Only a mark of the tab: the server asks for the session.

use super::draft;
use super::storage::{self, Keep};

const NAME: &str = "assisted";
const NEW: &str = "1";
/// Every draft of the booking is named so.
const DRAFTS: &str = "booking";

/// Whether they do.
pub fn is_on() -> bool {
    storage::get(Keep::Tab, NAME).is_some()
}

/// They begin: with empty pages, whatever was typed in this tab before.
pub fn begin() {
    draft::forget(DRAFTS);
    storage::set(Keep::Tab, NAME, NEW);
}

/// They go on with what somebody has booked already, on that person's own page.
pub fn begin_with(reference: &str) {
    draft::forget(DRAFTS);
    storage::set(Keep::Tab, NAME, reference);
}

/// Whose page they are on, by its reference; none where they book for somebody new.
pub fn whose() -> Option<String> {
    storage::get(Keep::Tab, NAME).filter(|reference| reference != NEW)
}

/// They have done, or not: nothing of the other person stays in this tab.
pub fn end() {
    draft::forget(DRAFTS);
    storage::remove(Keep::Tab, NAME);
}

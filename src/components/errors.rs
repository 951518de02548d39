//! What is wrong in a form: one list, read by the summary and by each field.

use crate::browser::{focus, title};
use leptos::prelude::*;

/// The id of the summary.
pub(super) const SUMMARY: &str = "error-summary";

/// The errors of one form, in the order of its fields. Cheap to copy.
///
/// ```ignore
/// let errors = Errors::new();
/// let mut found = Vec::new();
/// if let Err(code) = PersonName::parse(&name.get()) { found.push(("full_name".into(), words(code))); }
/// if errors.show(found) { return; }   // shown, the summary has the focus
/// ```
#[derive(Clone, Copy)]
pub struct Errors(RwSignal<Vec<(String, String)>>);

impl Default for Errors {
    fn default() -> Self {
        Self::new()
    }
}

impl Errors {
    /// No errors.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Shows these errors in place of the former ones: `(id of the field, what to do)`; an empty id is about the whole
    /// form, one that begins with `/` is the address of a page that helps. Moves the focus to the summary. Tells whether there are any.
    pub fn show(self, found: Vec<(String, String)>) -> bool {
        let any = !found.is_empty();
        self.0.set(found);
        title::mark_error(any);
        if any {
            focus::later(SUMMARY);
        }
        any
    }

    /// One error about the whole form.
    pub fn show_one(self, text: impl Into<String>) {
        self.show(vec![(String::new(), text.into())]);
    }

    /// No errors any more.
    pub fn clear(self) {
        if !self.0.with_untracked(Vec::is_empty) {
            self.0.set(Vec::new());
            title::mark_error(false);
        }
    }

    /// Changes one field's error in place, without moving the focus: for checks on leaving a field.
    pub fn note(self, id: &str, text: Option<String>) {
        self.0.update(|all| {
            let place = all.iter().position(|(known, _)| known == id);
            match (place.and_then(|place| all.get_mut(place)), text) {
                (Some(known), Some(text)) => known.1 = text,
                (None, Some(text)) => all.push((id.to_owned(), text)),
                (_, None) => all.retain(|(known, _)| known != id),
            }
        });
    }

    /// The error of a field, followed.
    pub fn of(self, id: &str) -> Option<String> {
        self.0.with(|all| {
            all.iter()
                .find(|(known, _)| known == id)
                .map(|(_, text)| text.clone())
        })
    }

    /// Whether a field has an error, followed.
    pub fn has(self, id: &str) -> bool {
        self.0.with(|all| all.iter().any(|(known, _)| known == id))
    }

    /// Every error, followed.
    pub fn all(self) -> Vec<(String, String)> {
        self.0.get()
    }
}

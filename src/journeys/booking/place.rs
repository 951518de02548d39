//! Where: finding an office by anything a person may know of it.

mod card;
mod hours;
mod load;
mod near;
mod page;
mod results;
mod why;

pub(super) use page::page;

use crate::i18n::{Lang, lang};
use eid_domain::office::Office;

/// Whether three digits are a known place of birth registration; where the places have not been loaded nobody is
/// doubted.
pub(super) fn is_birth_code(digits: &str) -> bool {
    load::known().is_none_or(|finder| finder.places().is_birth_code(digits))
}

/// The office's name in the language shown.
pub(super) fn name(office: &Office) -> String {
    match lang() {
        Lang::Vi => office.name.vi.clone(),
        Lang::En => office.name.en.clone(),
    }
}

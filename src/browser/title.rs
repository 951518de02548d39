//! The document's title: what the tab shows, and the first thing a screen reader says.

use super::dom;
use crate::i18n::{keys, t};

/// Names the page; the site's name follows.
pub fn set(page: &str) {
    dom::document().set_title(&format!("{page} – {}", t(keys::shell::SITE_NAME)));
}

/// The first page has the site's own title.
pub fn set_site() {
    dom::document().set_title(t(keys::shell::SITE_TITLE));
}

/// Puts the word for "error" before the title while a form shows errors.
pub fn mark_error(has_error: bool) {
    let word = t(keys::common::ERROR_WORD);
    let title = dom::document().title();
    let bare = title.strip_prefix(word).map_or(title.as_str(), str::trim_start);
    let marked = if has_error {
        format!("{word} {bare}")
    } else {
        bare.to_owned()
    };
    dom::document().set_title(&marked);
}

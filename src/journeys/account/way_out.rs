//! No step is the end of the way: from each that somebody may not get past, a link leads to the other lawful ways.

use crate::i18n::{Key, t};
use crate::routes::Route;
use eid_domain::rescue::Entry;
use leptos::prelude::*;

/// The link, in the words of what is missing.
pub(super) fn link(entry: Entry, label: Key) -> AnyView {
    view! { <p><a href=Route::rescue(entry)>{t(label)}</a></p> }.into_any()
}

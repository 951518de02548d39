//! What is behind `#`, followed: a person may paste another link over the present one.

use super::location;
use leptos::prelude::*;

/// The decoded part behind `#`, for as long as the calling component lives.
pub fn signal() -> ReadSignal<String> {
    let (hash, set_hash) = leptos::prelude::signal(location::hash());
    let changed = window_event_listener(leptos::ev::hashchange, move |_| set_hash.set(location::hash()));
    on_cleanup(move || changed.remove());
    hash
}

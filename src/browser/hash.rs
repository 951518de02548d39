//! What is behind `#`, followed: a person may paste another link over the present one.

use super::location;
use leptos::prelude::*;

/// The decoded part behind `#`, for as long as the calling component lives. To be read only: the address says what it is. (The
/// type of reading alone would bring 2 kB of code that nothing else on these pages needs.)
pub fn signal() -> RwSignal<String> {
    let hash = RwSignal::new(location::hash());
    let changed = window_event_listener(leptos::ev::hashchange, move |_| hash.set(location::hash()));
    on_cleanup(move || changed.remove());
    hash
}

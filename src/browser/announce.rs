//! Saying something to people who use a screen reader, without moving the focus.

use super::dom;
use leptos::prelude::set_timeout;
use std::time::Duration;

/// Says the text politely, in the page's one live region.
pub fn polite(text: &str) {
    let Some(region) = dom::by_id("announcer") else {
        return;
    };
    // Emptied first: the same text twice in a row would not be read again.
    region.set_text_content(None);
    let text = text.to_owned();
    set_timeout(
        move || region.set_text_content(Some(&text)),
        Duration::from_millis(60),
    );
}

/// Says the text politely and shows it, too, at the foot of the window, until [`unseen`]: for a wait of some seconds that
/// nobody has asked for.
pub fn seen(text: &str) {
    show(true);
    polite(text);
}

/// What is said is heard only, as usual.
pub fn unseen() {
    show(false);
}

fn show(seen: bool) {
    if let Some(region) = dom::by_id("announcer") {
        let _ = region.class_list().toggle_with_force("announcer-seen", seen);
    }
}

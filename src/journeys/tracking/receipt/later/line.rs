//! Who is in the line at the office finds it from their receipt: their number, and where they see how many are before them.

use crate::components::Notice;
use crate::i18n::{keys::shared as k, t, tf};
use crate::journeys::tracking::receipt::live::Page;
use crate::routes::Route;
use eid_domain::queue::number_text;
use leptos::prelude::*;

/// The way to the line; nothing while the person stands in none.
pub(super) fn view(page: &Page) -> AnyView {
    let seen = page.seen.clone();
    let place = Memo::new(move |_| seen.get().line.clone());
    let shown = move || {
        place.get().map(|place| {
            let title = tf(k::LINE_TITLE, &[("number", &number_text(place.number))]);
            let href = format!("{}#{}", Route::Queue.href(), place.key);
            view! { <Notice title=title><p class="no-print"><a href=href>{t(k::LINE_LINK)}</a></p></Notice> }
        })
    };
    shown.into_any()
}

//! What the owner reads out.

use super::{Page, left};
use crate::i18n::{keys::helper as k, t, tf};
use crate::journeys::account::words::spaced;
use leptos::prelude::*;

/// The code with the end of the number; after the page was opened anew only that one waits.
pub(super) fn view(page: Page) -> AnyView {
    let shown = move || match page.code.get() {
        Some(code) => view! {
            <p>{t(k::CODE_TEXT)}</p>
            <dl>
                <div><dt>{t(k::CODE_ENDS)}</dt><dd class="device-code mono">{code.number_ends}</dd></div>
                <div><dt>{t(k::CODE)}</dt><dd class="device-code mono">{spaced(&code.code)}</dd></div>
            </dl>
            <p>{tf(k::CODE_MINUTES, &[("minutes", &code.minutes.to_string())])}</p>
        }
        .into_any(),
        None => view! { <p>{t(k::CODE_GONE)}</p> }.into_any(),
    };
    view! {
        <section class="panel stack" aria-labelledby="helper-code">
            <h2 id="helper-code">{t(k::CODE_TITLE)}</h2>
            <div class="stack" role="status">{shown}</div>
            {left(page)}
        </section>
    }
    .into_any()
}

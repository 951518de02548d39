//! Something is on its way.

use crate::i18n::{keys, t};
use leptos::prelude::*;

/// Grey lines where text will be, and the word for it.
#[component]
pub fn Skeleton() -> impl IntoView {
    view! {
        <div class="loading" aria-busy="true">
            <p class="visually-hidden" role="status">{t(keys::common::LOADING)}</p>
            <p class="skeleton" aria-hidden="true"><span></span><span></span><span></span><span></span></p>
        </div>
    }
}

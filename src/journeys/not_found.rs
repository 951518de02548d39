//! An address that leads nowhere.

use crate::components::{Heading, LinkButton};
use crate::i18n::{keys::shell, t};
use crate::routes::Route;
use leptos::prelude::*;

/// Says so, and offers the ways on.
pub fn draw(_: &Route) -> AnyView {
    view! {
        <div class="page">
            <Heading text=t(shell::NOT_FOUND_TITLE) />
            <p>{t(shell::NOT_FOUND_TEXT)}</p>
            <p class="row"><LinkButton href=Route::Home.href() label=t(shell::NOT_FOUND_HOME) /></p>
        </div>
    }
    .into_any()
}

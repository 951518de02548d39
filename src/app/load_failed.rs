//! A page did not arrive: the connection broke, or a new version replaced its files.

use crate::browser::location;
use crate::components::{Button, Heading};
use crate::i18n::{keys::shell, t};
use crate::routes::Route;
use leptos::prelude::*;

/// Says so, with a way to try again. Reloading also finds the files of a new version; what was typed is kept.
pub(super) fn draw(_: &Route) -> AnyView {
    view! {
        <div class="page">
            <Heading text=t(shell::LOAD_FAILED_TITLE) />
            <p>{t(shell::LOAD_FAILED_TEXT)}</p>
            <p class="row"><Button label=t(shell::TRY_AGAIN) on_press=|()| location::reload() /></p>
        </div>
    }
    .into_any()
}

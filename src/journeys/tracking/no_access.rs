//! A link that opens nothing. Says the same for an unknown reference, a wrong key and an expired one.

use crate::components::{LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::tracking, t};
use crate::routes::Route;
use leptos::prelude::*;

/// What happened, and the way to one's dossier.
pub(super) fn view() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Warning title=t(tracking::NO_ACCESS_TITLE)>
            <p>{t(tracking::NO_ACCESS_TEXT)}</p>
        </Notice>
        <p class="row"><LinkButton href=Route::Track.href() label=t(tracking::NO_ACCESS_FIND) /></p>
    }
    .into_any()
}

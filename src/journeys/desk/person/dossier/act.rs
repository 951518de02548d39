//! What the person could do on their own page, done for them there: move or cancel the visit, wait for another place,
//! answer what is asked.

use super::state::Desk;
use crate::api;
use crate::browser::assisted;
use crate::components::{Button, ButtonKind, NoticeKind};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::shell::session;
use crate::journeys::desk::words;
use crate::routes::Route;
use leptos::{prelude::*, task::spawn_local};

/// Leads to the person's page, with a borrowed key.
pub(super) fn button(desk: Desk) -> AnyView {
    let press = move |()| {
        if desk.busy.get_untracked() {
            return;
        }
        desk.busy.set(true);
        let reference = desk.reference();
        spawn_local(async move {
            let answer = session::call(api::desk::borrow(&reference)).await;
            desk.busy.set(false);
            match answer {
                Ok(lent) => {
                    assisted::begin_with(&reference);
                    Route::Receipt(reference).go_with_key(&lent.key);
                }
                Err(error) => desk.say(NoticeKind::Danger, &words::failure(&error)),
            }
        });
    };
    view! {
        <p class="hint">{t(k::ACT_HINT)}</p>
        <p class="row"><Button label=t(k::ACT) kind=ButtonKind::Second busy=desk.busy on_press=press /></p>
    }
    .into_any()
}

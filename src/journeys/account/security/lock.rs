//! Locking one's own account, after a question.

use super::leave;
use crate::api;
use crate::components::{Button, ButtonKind, Dialog};
use crate::i18n::{keys::security as k, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The section.
pub(super) fn view() -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    let go = Callback::new(move |()| {
        busy.set(true);
        spawn_local(async move {
            match api::account::lock().await {
                Ok(()) => leave(t(k::LOCKED)),
                Err(error) => {
                    let _ = busy.try_set(false);
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    });
    view! {
        <section class="panel stack" aria-labelledby="lock">
            <h2 id="lock">{t(k::LOCK_TITLE)}</h2>
            <p>{t(k::LOCK_TEXT)}</p>
            <p class="row"><Button label=t(k::LOCK) kind=ButtonKind::Danger on_press=move |()| open.set(true) /></p>
            <Dialog open=open title=t(k::LOCK_ASK)>
                <p>{t(k::LOCK_ASK_TEXT)}</p>
                <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
                <p class="row">
                    <Button label=t(k::LOCK_DO) kind=ButtonKind::Danger busy=busy on_press=go />
                    <Button label=t(k::LOCK_NOT) kind=ButtonKind::Second on_press=move |()| open.set(false) />
                </p>
            </Dialog>
        </section>
    }
    .into_any()
}

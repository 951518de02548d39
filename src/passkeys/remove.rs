//! Taking one away, after a question.

use super::list::Parts;
use crate::api::passkeys as api;
use crate::components::{Button, ButtonKind, Dialog, TextButton};
use crate::i18n::{keys::passkey as k, t, tf};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button and its question.
pub(super) fn view(parts: Parts, id: String, name: String) -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    let (text, gone) = (
        tf(k::REMOVE_TEXT, &[("name", &name)]),
        tf(k::REMOVED, &[("name", &name)]),
    );
    let go = Callback::new(move |()| {
        busy.set(true);
        let (id, gone) = (id.clone(), gone.clone());
        spawn_local(async move {
            let answer = api::remove(parts.whose, &id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = open.try_set(false);
                    parts.said.set(Some(gone));
                    parts.refetch.now();
                }
                Err(error) => {
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    });
    view! {
        <TextButton label=t(k::REMOVE) about=name on_press=move |()| open.set(true) />
        <Dialog open=open title=t(k::REMOVE_TITLE)>
            <p>{text.clone()}</p>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row">
                <Button label=t(k::REMOVE_DO) kind=ButtonKind::Danger busy=busy on_press=go />
                <Button label=t(k::KEEP) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </Dialog>
    }
    .into_any()
}

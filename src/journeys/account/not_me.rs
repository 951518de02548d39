//! "This was not me": one question, then the account is locked everywhere and an office asked to look into it.

use crate::api;
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind, Dialog, TextButton};
use crate::i18n::{keys::account as k, t, tf};
use crate::routes::Route;
use jiff::Timestamp;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is asked about.
type Asked = RwSignal<Option<(Timestamp, String)>>;

/// The small button beside an entry.
pub(super) fn button(asked: Asked, at: Timestamp, about: String) -> AnyView {
    let words = about.clone();
    let press = move |()| asked.set(Some((at, words.clone())));
    view! { <TextButton label=t(k::NOT_ME) about=about on_press=press /> }.into_any()
}

/// The question, once on the page.
pub(super) fn dialog(asked: Asked) -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if asked.with(Option::is_some) {
            failed.set(None);
            open.set(true);
        }
    });
    let text = move || {
        let what = asked.with(|asked| asked.as_ref().map(|(_, words)| words.clone()));
        tf(k::NOT_ME_WHAT, &[("what", &what.unwrap_or_default())])
    };
    let go = Callback::new(move |()| {
        let Some((at, _)) = asked.get_untracked() else {
            return;
        };
        busy.set(true);
        spawn_local(async move {
            match api::account::not_me(at).await {
                Ok(done) => {
                    super::note(false);
                    focus::want_heading();
                    Route::SignIn.replace();
                    announce::polite(t(if done.asked {
                        k::NOT_ME_ASKED
                    } else {
                        k::NOT_ME_LOCKED
                    }));
                }
                Err(error) => {
                    let _ = busy.try_set(false);
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    });
    view! {
        <Dialog open=open title=t(k::NOT_ME_TITLE)>
            <p>{text}</p>
            <p>{t(k::NOT_ME_TEXT)}</p>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row">
                <Button label=t(k::NOT_ME_DO) kind=ButtonKind::Danger busy=busy on_press=go />
                <Button label=t(k::NOT_ME_BACK) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </Dialog>
    }
    .into_any()
}

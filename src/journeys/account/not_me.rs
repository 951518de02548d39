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
    view! { <Dialog open=asked title=t(k::NOT_ME_TITLE)>{question(asked)}</Dialog> }.into_any()
}

fn question(asked: Asked) -> Option<AnyView> {
    let (at, what) = asked.get_untracked()?;
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let go = Callback::new(move |()| {
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
    let body = view! {
        <p>{tf(k::NOT_ME_WHAT, &[("what", &what)])}</p>
        <p>{t(k::NOT_ME_TEXT)}</p>
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row">
            <Button label=t(k::NOT_ME_DO) kind=ButtonKind::Danger busy=busy on_press=go />
            <Button label=t(k::NOT_ME_BACK) kind=ButtonKind::Second on_press=move |()| asked.set(None) />
        </p>
    };
    Some(body.into_any())
}

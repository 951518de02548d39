//! Cancelling: asked once more, then done. The question comes when somebody wants to cancel.

use super::{after, live::Page};
use crate::api;
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind, Dialog};
use crate::i18n::{keys::tracking as k, t};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Draws the question, open while the signal says so.
type Question = fn(Page, String, RwSignal<bool>) -> AnyView;

/// Loads the question.
#[wasm_split(receipt_cancel, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Question, SplitLoaderError> {
    Ok(question)
}

/// The button.
pub(super) fn view(page: Page, reference: String) -> AnyView {
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let loaded = RwSignal::new(None::<Result<Question, String>>);
    let ask = move |()| {
        busy.set(true);
        spawn_local(async move {
            let question = api::part(load(), &[]).await;
            let _ = busy.try_set(false);
            let _ = loaded.try_set(Some(question));
            let _ = open.try_set(true);
        });
    };
    let below = move || match loaded.get()? {
        Ok(question) => Some(question(page.clone(), reference.clone(), open)),
        Err(words) => Some(view! { <span class="error-text" role="alert">{words}</span> }.into_any()),
    };
    view! {
        <Button label=t(k::CHANGE_CANCEL) kind=ButtonKind::Danger busy=busy on_press=ask />
        {below}
    }
    .into_any()
}

fn question(page: Page, reference: String, open: RwSignal<bool>) -> AnyView {
    let body = move || asked(page.clone(), reference.clone(), open);
    view! { <Dialog open=open title=t(k::CHANGE_CANCEL_TITLE)>{body()}</Dialog> }.into_any()
}

fn asked(page: Page, reference: String, open: RwSignal<bool>) -> AnyView {
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let cancel = Callback::new(move |()| {
        busy.set(true);
        let (page, reference) = (page.clone(), reference.clone());
        spawn_local(async move {
            let answer = api::bookings::cancel(&reference, &page.case.key).await;
            match answer {
                Ok(view) => {
                    // What is to have the focus then.
                    let _ = after::load().await;
                    let _ = open.try_set(false);
                    announce::polite(t(k::SLIP_CANCELLED));
                    focus::later("now");
                    page.show(view);
                }
                Err(error) => {
                    let _ = busy.try_set(false);
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    });
    view! {
        <p>{t(k::CHANGE_CANCEL_TEXT)}</p>
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row">
            <Button label=t(k::CHANGE_CANCEL_YES) kind=ButtonKind::Danger busy=busy on_press=cancel />
            <Button label=t(k::CHANGE_CANCEL_NO) kind=ButtonKind::Second on_press=move |()| open.set(false) />
        </p>
    }
    .into_any()
}

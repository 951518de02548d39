//! Cancelling: asked once more, then done. The question comes with the other actions, when somebody wants to cancel.

use super::{actions, after, live::Page};
use crate::api;
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind, Dialog, Drawn, when_loaded};
use crate::i18n::{keys::tracking as k, t};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// The button, and the place of the question.
pub(super) fn view(page: Page) -> (AnyView, AnyView) {
    let (wanted, open) = (RwSignal::new(false), RwSignal::new(false));
    let ask = move |()| {
        open.set(true);
        if !wanted.get_untracked() {
            wanted.set(true);
        }
    };
    let question = move || {
        let page = page.clone();
        let begin = move || {
            let page = page.clone();
            Box::pin(async move {
                let actions = actions::load().await?;
                Ok(Rc::new(move || (actions.cancel)(&page, open)) as Drawn)
            }) as std::pin::Pin<Box<dyn Future<Output = _>>>
        };
        wanted.get().then(|| when_loaded(begin))
    };
    let button =
        view! { <Button label=t(k::CHANGE_CANCEL) kind=ButtonKind::Danger on_press=ask /> }.into_any();
    (button, question.into_any())
}

/// The question, open while the signal says so.
pub(super) fn question(page: &Page, open: RwSignal<bool>) -> AnyView {
    let page = page.clone();
    let body = move || asked(page.clone(), open);
    view! { <Dialog open=open title=t(k::CHANGE_CANCEL_TITLE)>{body()}</Dialog> }.into_any()
}

fn asked(page: Page, open: RwSignal<bool>) -> AnyView {
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let cancel = Callback::new(move |()| {
        busy.set(true);
        let page = page.clone();
        spawn_local(async move {
            let answer = api::bookings::cancel(&page.case.view.reference, &page.case.key).await;
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

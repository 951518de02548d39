//! Cancelling: asked once more, then done.

use super::live::Page;
use crate::api;
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind, Dialog};
use crate::i18n::{keys::tracking as k, t};
use leptos::{prelude::*, task::spawn_local};

/// The button and its question.
pub(super) fn view(page: Page, reference: String) -> AnyView {
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let cancel = Callback::new(move |()| {
        busy.set(true);
        let (page, reference) = (page.clone(), reference.clone());
        spawn_local(async move {
            let answer = api::bookings::cancel(&reference, &page.case.key).await;
            match answer {
                Ok(view) => {
                    open.set(false);
                    announce::polite(t(k::SLIP_CANCELLED));
                    focus::later("now");
                    page.seen.set(view);
                }
                Err(error) => {
                    busy.set(false);
                    failed.set(Some(error.words()));
                }
            }
        });
    });
    let ask = move |()| {
        failed.set(None);
        open.set(true);
    };
    view! {
        <Button label=t(k::CHANGE_CANCEL) kind=ButtonKind::Danger on_press=ask />
        <Dialog open=open title=t(k::CHANGE_CANCEL_TITLE)>
            <p>{t(k::CHANGE_CANCEL_TEXT)}</p>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row">
                <Button label=t(k::CHANGE_CANCEL_YES) kind=ButtonKind::Danger busy=busy on_press=cancel />
                <Button label=t(k::CHANGE_CANCEL_NO) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </Dialog>
    }
    .into_any()
}

//! The recovery codes, shown once: to be printed, copied or written down before one goes on.

use crate::browser::{announce, clipboard, print};
use crate::components::{Button, ButtonKind, Checkbox, ErrorSummary, Errors, Heading, Notice, NoticeKind};
use crate::i18n::{keys::factor as k, t};
use eid_domain::wire::second_factor::RecoveryCodes;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

const KEPT: &str = "kept";

/// The codes; `on_done` runs when they were kept.
pub(in crate::journeys::desk) fn view(given: RecoveryCodes, on_done: Callback<()>) -> AnyView {
    let (kept, errors, said) = (
        RwSignal::new(false),
        Errors::new(),
        RwSignal::new(None::<&'static str>),
    );
    let text = given.codes.join("\n");
    let copy = move |()| {
        let text = text.clone();
        spawn_local(async move {
            let words = t(if clipboard::copy(&text).await {
                k::CODES_COPIED
            } else {
                k::CODES_NOT_COPIED
            });
            announce::polite(words);
            let _ = said.try_set(Some(words));
        });
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if kept.get_untracked() {
            errors.clear();
            on_done.run(());
        } else {
            errors.show(vec![(KEPT.to_owned(), t(k::CODES_KEPT_NEEDED).to_owned())]);
        }
    };
    let codes = given
        .codes
        .iter()
        .map(|code| view! { <li class="mono">{code.clone()}</li> })
        .collect_view();
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(k::CODES_TITLE) />
        <p class="lead">{t(k::CODES_LEAD)}</p>
        <section class="panel stack">
            <ul class="factor-codes" aria-label=t(k::CODES_LABEL)>{codes}</ul>
            <p>{t(k::CODES_KEEP)}</p>
            <p class="row no-print">
                <Button label=t(k::CODES_PRINT) kind=ButtonKind::Second on_press=|()| print::page() />
                <Button label=t(k::CODES_COPY) kind=ButtonKind::Second on_press=copy />
            </p>
            {move || said.get().map(|words| view! { <Notice kind=NoticeKind::Info title=words /> })}
        </section>
        <form class="stack no-print" on:submit=submit novalidate>
            <Checkbox id=KEPT label=t(k::CODES_KEPT) checked=kept errors=errors />
            <p class="row"><Button label=t(k::CODES_DONE) /></p>
        </form>
    }
    .into_any()
}

//! All of it as a file, with the passcode.

use crate::api::{self, fault};
use crate::browser::{announce, download};
use crate::components::{Button, ErrorSummary, Errors};
use crate::i18n::{
    keys::{account::DEVICE_PASSCODE, own_data as k},
    t,
};
use crate::journeys::account::prove;
use eid_domain::field::FieldCode;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The section.
pub(super) fn view() -> AnyView {
    let (errors, busy, passcode) = (Errors::new(), RwSignal::new(false), RwSignal::new(String::new()));
    let said = RwSignal::new(None::<&'static str>);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = passcode.get_untracked();
        let empty = given.trim().is_empty();
        let wrong = empty.then(|| fault("passcode", FieldCode::Required, t(DEVICE_PASSCODE)));
        if errors.show(wrong.into_iter().collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::own_data::export(given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(file) => {
                    let _ = passcode.try_set(String::new());
                    let saved = download::text("e-id.json", "application/json", &file);
                    let words = t(if saved { k::EXPORT_DONE } else { k::EXPORT_FAILED });
                    announce::polite(words);
                    let _ = said.try_set(Some(words));
                }
                Err(error) => {
                    errors.show(prove::refusal(&error, &["passcode"]));
                }
            }
        });
    };
    view! {
        <section class="panel stack no-print" aria-labelledby="export">
            <h2 id="export">{t(k::EXPORT_TITLE)}</h2>
            <p>{t(k::EXPORT_TEXT)}</p>
            <ErrorSummary errors=errors />
            <form class="stack" novalidate on:submit=submit>
                {prove::passcode(passcode, errors)}
                <p class="row"><Button label=t(k::EXPORT_DO) busy=busy /></p>
            </form>
            <p id="exported">{move || said.get()}</p>
        </section>
    }
    .into_any()
}

//! Giving a card to the post, under a number.

use crate::api;
use crate::components::{Button, ErrorSummary, Errors, TextField};
use crate::i18n::{
    keys::{desk::WAIT_AT_OFFICE, post as k},
    t,
};
use crate::journeys::desk::person::dossier::state::Desk;
use crate::journeys::desk::shell::session;
use eid_domain::delivery::Way;
use eid_domain::field::FieldCode;
use eid_domain::wire::delivery::GivenToPost;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form; where the card is to be collected, that its owner is being told.
pub(in crate::journeys::desk::person::dossier) fn give(desk: Desk) -> impl IntoView {
    let by_post = desk.of(|view| view.delivery.as_ref().is_some_and(|one| one.way == Way::Post));
    move || match by_post.get() {
        Some(true) => form(desk),
        _ => view! { <p>{t(WAIT_AT_OFFICE)}</p> }.into_any(),
    }
}

fn form(desk: Desk) -> AnyView {
    let (errors, number) = (Errors::new(), RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = GivenToPost {
            tracking_number: number.get_untracked(),
        };
        let wrong = given.parse().err().unwrap_or_default();
        let wrong = wrong
            .into_iter()
            .map(|wrong| (wrong.field, words(wrong.code).to_owned()));
        if desk.busy.get_untracked() || errors.show(wrong.collect()) {
            return;
        }
        desk.busy.set(true);
        let reference = desk.reference();
        spawn_local(async move {
            let answer = session::call(api::desk::give_to_post(&reference, &given)).await;
            desk.busy.set(false);
            if let Some(error) = desk.settle(answer, t(k::DONE_GIVEN)) {
                errors.show(error.for_form(&["tracking_number"]));
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <p>{t(k::GIVE_TEXT)}</p>
            <TextField
                id="tracking_number"
                label=t(k::NUMBER_LABEL)
                hint=t(k::NUMBER_HINT)
                value=number
                errors=errors
                width="w-20"
            />
            <p class="row"><Button label=t(k::GIVE) busy=desk.busy /></p>
        </form>
    }
    .into_any()
}

fn words(code: FieldCode) -> &'static str {
    t(match code {
        FieldCode::ReferenceFormat => k::NUMBER_FORMAT,
        FieldCode::ReferenceCheck => k::NUMBER_CHECK,
        _ => k::NUMBER_NEEDED,
    })
}

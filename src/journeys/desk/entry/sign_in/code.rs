//! The second step: the code of the phone, or one of the recovery codes.

use super::{Stage, Way};
use crate::api;
use crate::browser::focus;
use crate::components::{Button, CodeField, ErrorSummary, Errors, Heading, TextButton, TextField};
use crate::i18n::{keys::factor as k, t};
use crate::journeys::desk::entry::second_factor::refused::{self, Which};
use eid_domain::problem::ProblemCode;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form, and the way to the other kind of code.
pub(super) fn view(way: Way) -> AnyView {
    let which = RwSignal::new(Which::Phone);
    let form = move || form(way, which);
    view! { {form} }.into_any()
}

fn form(way: Way, which: RwSignal<Which>) -> AnyView {
    let kind = which.get();
    let (code, errors, busy) = (RwSignal::new(String::new()), Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = code.get_untracked();
        if errors.show(refused::misses(kind, &given)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::second_factor::sign_in(&given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(answer) => way.follow(answer),
                // The ten minutes after the password are over.
                Err(error) if error.is(ProblemCode::NotSignedIn) => errors.show_one(t(k::TOO_LONG)),
                Err(error) => {
                    code.set(String::new());
                    errors.show(vec![(refused::FIELD.to_owned(), refused::words(kind, &error))]);
                }
            }
        });
    };
    let (title, lead, field, other, to) = match kind {
        Which::Phone => (
            k::CODE_TITLE,
            k::CODE_LEAD,
            view! { <CodeField id=refused::FIELD label=t(k::CODE) hint=t(k::CODE_HINT) value=code errors=errors /> }
                .into_any(),
            k::USE_RECOVERY,
            Which::Recovery,
        ),
        Which::Recovery => (
            k::RECOVERY_TITLE,
            k::RECOVERY_LEAD,
            view! { <TextField id=refused::FIELD label=t(k::RECOVERY) hint=t(k::RECOVERY_HINT) value=code errors=errors width="w-20" /> }
                .into_any(),
            k::USE_CODE,
            Which::Phone,
        ),
    };
    let switch = move |()| {
        focus::want_heading();
        which.set(to);
    };
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(title) />
        <p class="muted">{t(lead)}</p>
        <form class="stack panel" on:submit=submit novalidate>
            {field}
            <p class="row"><Button label=t(k::GO_ON) busy=busy /></p>
        </form>
        <p><TextButton label=t(other) on_press=switch /></p>
        <p><TextButton label=t(k::START_OVER) on_press=move |()| way.go(Stage::Password) /></p>
    }
    .into_any()
}

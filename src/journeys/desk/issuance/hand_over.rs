//! Handing a card over: to the right person, or to somebody for them, and only once.

mod other;

use crate::api::{self, field_words};
use crate::components::{Button, Checkbox, Choice, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::desk::DeskDossier;
use eid_domain::wire::hand_over::{HandOver as Given, Seen};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use other::Other;

/// Names of the fields, which are those of the request too.
const FIELDS: [&str; 5] = ["seen", "same_person", "name", "relation", "card_shown"];

/// How it ended.
pub(in crate::journeys::desk) enum Handed {
    /// The card is in the person's hand.
    Over(Box<DeskDossier>),
    /// A colleague was faster.
    Faster,
}

/// What to check before the card is given away.
#[component]
pub(in crate::journeys::desk) fn HandOver(
    /// Whose card.
    reference: String,
    /// Called at the end.
    on_end: Callback<Handed>,
) -> impl IntoView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let (seen, same) = (RwSignal::new(String::new()), RwSignal::new(false));
    let other = Other::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let given = Given {
            seen: if other.comes() {
                String::new()
            } else {
                seen.get_untracked()
            },
            same_person: !other.comes() && same.get_untracked(),
            other: other.given(),
        };
        let wrong = missing(&given);
        if busy.get_untracked() || errors.show(wrong) {
            return;
        }
        busy.set(true);
        let reference = reference.clone();
        spawn_local(async move {
            let answer = session::call(api::desk::hand_over(&reference, &given)).await;
            busy.set(false);
            match answer {
                Ok(dossier) => on_end.run(Handed::Over(Box::new(dossier))),
                Err(error) if error.is(ProblemCode::StateConflict) => on_end.run(Handed::Faster),
                Err(error) => drop(errors.show(error.for_form(&FIELDS))),
            }
        });
    };
    let choices = || {
        vec![
            Choice::new(Seen::Slip.as_str(), t(k::SEEN_SLIP)),
            Choice::new(Seen::Identity.as_str(), t(k::SEEN_IDENTITY)),
        ]
    };
    let checks = move || {
        if other.comes_now() {
            other::fields(other, errors).into_any()
        } else {
            view! {
                <RadioGroup id="seen" legend=t(k::SEEN_LEGEND) choices=choices() value=seen errors=errors columns=true />
                <Checkbox id="same_person" label=t(k::SAME_PERSON) hint=t(k::SAME_PERSON_HINT) checked=same errors=errors />
            }
            .into_any()
        }
    };
    view! {
        <form class="stack" on:submit=submit novalidate>
            <ErrorSummary errors=errors />
            {other::choice(other, errors)}
            {checks}
            <p class="row"><Button label=t(k::STEP_HAND_OVER) busy=busy /></p>
        </form>
    }
}

/// What is missing or wrong, field and words; the server asks for the same.
fn missing(given: &Given) -> Vec<(String, String)> {
    let wrong = given.parse().err().unwrap_or_default();
    wrong
        .into_iter()
        .map(|error| {
            let words = match (error.field.as_str(), error.code) {
                ("seen", _) => t(k::SEEN_NEEDED),
                ("same_person", _) => t(k::SAME_NEEDED),
                ("relation", _) => t(k::RELATION_NEEDED),
                ("card_shown", _) => t(k::CARD_SHOWN_NEEDED),
                (_, code) => field_words(code),
            };
            (error.field, words.to_owned())
        })
        .collect()
}

//! Handing a card over: to the right person, or to somebody for them, and only once.

mod other;

use super::session;
use crate::api;
use crate::components::{Button, Checkbox, Choice, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys::desk as k, t};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::desk::DeskDossier;
use eid_domain::wire::hand_over::HandOver as Given;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use other::Other;

/// How it ended.
pub(super) enum Handed {
    /// The card is in the person's hand.
    Over(Box<DeskDossier>),
    /// A colleague was faster.
    Faster,
}

/// What to check before the card is given away.
#[component]
pub(super) fn HandOver(
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
        let mut wrong = other.missing();
        if !other.comes() {
            wrong.extend(missing(&seen.get_untracked(), same.get_untracked()));
        }
        if busy.get_untracked() || errors.show(wrong) {
            return;
        }
        busy.set(true);
        let reference = reference.clone();
        let given = Given { other: other.given() };
        spawn_local(async move {
            let answer = session::call(api::desk::hand_over(&reference, &given)).await;
            busy.set(false);
            match answer {
                Ok(dossier) => on_end.run(Handed::Over(Box::new(dossier))),
                Err(error) if error.is(ProblemCode::StateConflict) => on_end.run(Handed::Faster),
                Err(error) => drop(errors.show(error.for_form(&["name", "relation", "card_shown"]))),
            }
        });
    };
    let choices = || {
        vec![
            Choice::new("slip", t(k::SEEN_SLIP)),
            Choice::new("identity", t(k::SEEN_IDENTITY)),
        ]
    };
    let checks = move || {
        if other.comes_now() {
            other::fields(other, errors).into_any()
        } else {
            view! {
                <RadioGroup id="seen" legend=t(k::SEEN_LEGEND) choices=choices() value=seen errors=errors columns=true />
                <Checkbox id="same" label=t(k::SAME_PERSON) hint=t(k::SAME_PERSON_HINT) checked=same errors=errors />
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

fn missing(seen: &str, same: bool) -> Vec<(String, String)> {
    let checks = [
        ("seen", seen.is_empty(), k::SEEN_NEEDED),
        ("same", !same, k::SAME_NEEDED),
    ];
    let open = checks.into_iter().filter(|(_, open, _)| *open);
    open.map(|(id, _, words)| (id.to_owned(), t(words).to_owned()))
        .collect()
}

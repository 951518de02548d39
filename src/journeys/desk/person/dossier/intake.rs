//! The intake, in the order in which it goes at the counter (Decision 5710/QĐ-BCA-C06): identity and data, biometrics,
//! form CC01, old card, request TK01.

mod correct;
mod fee;
mod form;
mod receive;
pub(super) mod record;
pub(super) mod refuse;

use super::state::Desk;
use crate::components::{Button, Choice, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys::desk as k, t};
use form::{Form, Identity};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// The form; first asks for a reason to see the person, since data cannot be compared behind a mask.
#[component]
pub(super) fn Intake(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let revealed = desk.of(|view| view.revealed);
    move || match revealed.get() {
        Some(true) => view! { <Guided desk=desk /> }.into_any(),
        Some(false) => view! {
            <p>{t(k::INTAKE_REVEAL)}</p>
            <p class="row"><Button label=t(k::REVEAL) on_press=move |()| desk.asking.set(true) /></p>
        }
        .into_any(),
        None => ().into_any(),
    }
}

#[component]
fn Guided(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let form = Form::of(&desk.reference());
    let errors = Errors::new();
    let identity = form.identity;
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if desk.busy.get_untracked() {
            return;
        }
        match form.decision() {
            Some(Identity::Matches) => receive::send(desk, form, errors),
            Some(Identity::Wrong) => correct::send(desk, form, errors),
            Some(Identity::NotEligible) => refuse::send(desk, form, errors),
            None => drop(errors.show(vec![("identity".to_owned(), t(k::IDENTITY_NEEDED).to_owned())])),
        }
    };
    let choices = vec![
        Choice::new(Identity::Matches.word(), t(k::IDENTITY_MATCHES)),
        Choice::new(Identity::Wrong.word(), t(k::IDENTITY_WRONG)).hint(t(k::IDENTITY_WRONG_HINT)),
        Choice::new(Identity::NotEligible.word(), t(k::IDENTITY_REFUSE)).hint(t(k::IDENTITY_REFUSE_HINT)),
    ];
    let decision = Memo::new(move |_| Identity::read(&identity.get()));
    view! {
        <form class="stack" on:submit=submit novalidate>
            <ErrorSummary errors=errors />
            <RadioGroup id="identity" legend=t(k::IDENTITY_LEGEND) hint=t(k::IDENTITY_HINT) choices=choices value=identity errors=errors />
            {move || match decision.get() {
                Some(Identity::Matches) => receive::part(desk, form, errors),
                Some(Identity::Wrong) => correct::part(desk, form, errors),
                Some(Identity::NotEligible) => refuse::part(desk, form, errors),
                None => ().into_any(),
            }}
        </form>
    }
}

//! Answering one question.

use super::Asked;
use crate::api;
use crate::browser::focus;
use crate::components::{Button, Errors, TextArea, TextButton};
use crate::i18n::{keys::tickets as k, t, tf};
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::tickets::{NewAnswer, Ticket, written};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The field's id: one form is open at a time.
const FIELD: &str = "answer";

/// The form where it is this question's turn, otherwise the button that opens it. What was typed stays when another one is
/// opened in between.
pub(super) fn view(asked: Asked, ticket: Ticket, open: RwSignal<Option<String>>) -> AnyView {
    let text = RwSignal::new(String::new());
    let id = ticket.id.clone();
    let is_open = Memo::new(move |_| open.with(|open| open.as_ref() == Some(&id)));
    let content = move || {
        if is_open.get() {
            return form(asked, &ticket, text, open);
        }
        let (id, about) = (
            ticket.id.clone(),
            tf(k::ABOUT, &[("reference", &ticket.reference)]),
        );
        let press = move |()| {
            open.set(Some(id.clone()));
            focus::later(FIELD);
        };
        view! { <p><TextButton label=t(k::OPEN) about=about on_press=press /></p> }.into_any()
    };
    content.into_any()
}

fn form(asked: Asked, ticket: &Ticket, text: RwSignal<String>, open: RwSignal<Option<String>>) -> AnyView {
    let errors = Errors::new();
    let busy = RwSignal::new(false);
    let (ticket_id, reference) = (ticket.id.clone(), ticket.reference.clone());
    let label = tf(k::ANSWER, &[("reference", &reference)]);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given = NewAnswer {
            text: text.get_untracked(),
        };
        if let Err(code) = written(&given.text) {
            errors.note(FIELD, Some(api::field_words(code).to_owned()));
            focus::now(FIELD);
            return;
        }
        errors.clear();
        busy.set(true);
        let (ticket_id, reference) = (ticket_id.clone(), reference.clone());
        spawn_local(async move {
            let answer = session::call(api::tickets::answer(&ticket_id, &given)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    // Done: its form is put away.
                    let _ = open.try_set(None);
                    asked.say(Some(tf(k::SENT, &[("reference", &reference)])));
                    focus::later("said");
                    asked.load();
                }
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    asked.say(Some(t(k::QUICKER).to_owned()));
                    focus::later("said");
                    asked.load();
                }
                Err(error) => {
                    errors.note(FIELD, Some(error.words()));
                    focus::now(FIELD);
                }
            }
        });
    };
    view! {
        <form class="stack-s" novalidate on:submit=submit>
            <TextArea id=FIELD label=label hint=t(k::ANSWER_HINT) value=text errors=errors />
            <p class="row"><Button label=t(k::SEND) busy=busy /></p>
        </form>
    }
    .into_any()
}

//! What is done about one piece of wrong data: sent on, its answer written down, closed.

use super::{Asked, mendings::place_words};
use crate::api::{self, ApiError, field_words};
use crate::browser::focus;
use crate::components::{Button, Choice, ErrorSummary, Errors, RadioGroup, Select, TextArea, TextButton};
use crate::i18n::{Key, keys::tickets as k, t, tf};
use crate::journeys::desk::shell::session;
use eid_domain::mending::{Place, Stage};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::tickets::{Mending, NewAnswer, SendOn, written};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const SEND: &str = "send";
const ANSWER: &str = "answer";
const CLOSE: &str = "close";

/// What is typed about one of them. Cheap to copy.
#[derive(Clone, Copy)]
struct Typed {
    act: RwSignal<String>,
    place: RwSignal<String>,
    words: RwSignal<String>,
    answer: RwSignal<String>,
}

/// The form where it is its turn, otherwise the button that opens it. What was typed stays when another one is opened.
pub(super) fn view(asked: Asked, row: Mending, open: RwSignal<Option<String>>) -> AnyView {
    let typed = Typed {
        act: RwSignal::new(String::new()),
        place: RwSignal::new(row.so_far.place.as_str().to_owned()),
        words: RwSignal::new(String::new()),
        answer: RwSignal::new(String::new()),
    };
    let id = row.id.clone();
    let is_open = Memo::new(move |_| open.with(|open| open.as_ref() == Some(&id)));
    let content = move || {
        if is_open.get() {
            return form(asked, &row, typed, open);
        }
        let (id, about) = (row.id.clone(), tf(k::ABOUT, &[("reference", &row.reference)]));
        let press = move |()| {
            open.set(Some(id.clone()));
            focus::later("act");
        };
        view! { <p><TextButton label=t(k::ACT) about=about on_press=press /></p> }.into_any()
    };
    content.into_any()
}

fn form(asked: Asked, row: &Mending, typed: Typed, open: RwSignal<Option<String>>) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let (id, reference) = (row.id.clone(), row.reference.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || errors.show(wrong(typed).into_iter().collect()) {
            return;
        }
        busy.set(true);
        let (id, reference) = (id.clone(), reference.clone());
        spawn_local(async move {
            let (answer, done) = send(&id, typed).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => asked.say(Some(tf(done, &[("reference", &reference)]))),
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    asked.say(Some(t(k::FASTER).to_owned()))
                }
                Err(error) => {
                    errors.show(error.for_form(&["act", "place", "words", "answer"]));
                    return;
                }
            }
            // Done: its form is put away.
            let _ = open.try_set(None);
            focus::later("said");
            asked.load();
        });
    };
    let may_answer = row.so_far.stage.may_become(Stage::Answered);
    let mut choices = vec![Choice::new(SEND, t(k::DO_SEND))];
    if may_answer {
        choices.push(Choice::new(ANSWER, t(k::DO_ANSWER)));
    }
    choices.push(Choice::new(CLOSE, t(k::DO_CLOSE)));
    let fields = move || match typed.act.get().as_str() {
        SEND => Some(send_fields(typed, errors)),
        ANSWER => Some(
            view! {
                <TextArea
                    id="answer"
                    label=t(k::ANSWER_WHAT)
                    hint=t(k::ANSWER_WHAT_HINT)
                    value=typed.answer
                    errors=errors
                />
            }
            .into_any(),
        ),
        _ => None,
    };
    view! {
        <form class="stack-s" novalidate on:submit=submit>
            <ErrorSummary errors=errors />
            <RadioGroup id="act" legend=t(k::DO) choices=choices value=typed.act errors=errors />
            {fields}
            <p class="row"><Button label=t(k::SAVE) busy=busy /></p>
        </form>
    }
    .into_any()
}

fn send_fields(typed: Typed, errors: Errors) -> AnyView {
    let option = |place: &Place| (place.as_str().to_owned(), t(place_words(*place)).to_owned());
    let options: Vec<(String, String)> = Place::ALL.iter().map(option).collect();
    view! {
        <Select id="place" label=t(k::TO) options=options value=typed.place errors=errors />
        <TextArea id="words" label=t(k::WORDS) hint=t(k::WORDS_HINT) value=typed.words errors=errors />
    }
    .into_any()
}

fn wrong(typed: Typed) -> Option<(String, String)> {
    match typed.act.get_untracked().as_str() {
        SEND | CLOSE => None,
        ANSWER => {
            let code = typed.answer.with_untracked(|text| written(text).err())?;
            Some(("answer".to_owned(), field_words(code).to_owned()))
        }
        _ => Some(("act".to_owned(), t(k::DO_NEEDED).to_owned())),
    }
}

/// Does it; what to say when it is done.
async fn send(id: &str, typed: Typed) -> (Result<(), ApiError>, Key) {
    match typed.act.get_untracked().as_str() {
        SEND => {
            let wanted = SendOn {
                place: Place::parse(&typed.place.get_untracked()).unwrap_or(Place::Office),
                words: typed.words.get_untracked(),
            };
            (
                session::call(api::tickets::send_on(id, &wanted)).await,
                k::DONE_SENT,
            )
        }
        ANSWER => {
            let given = NewAnswer {
                text: typed.answer.get_untracked(),
            };
            (
                session::call(api::tickets::answer(id, &given)).await,
                k::DONE_ANSWERED,
            )
        }
        _ => (session::call(api::tickets::close(id)).await, k::DONE_CLOSED),
    }
}

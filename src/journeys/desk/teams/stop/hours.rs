//! Other hours, or a team of another size. Where somebody has a time that would not fit, nothing is changed, and it is said
//! which way.

use super::state::One;
use crate::api::{self, ApiError};
use crate::browser::{focus, intl};
use crate::components::{Button, Details, ErrorSummary, Errors, TextField, TimeInput};
use crate::i18n::{Key, keys::stops as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::field::FieldError;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::stops::{Stop, StopHours};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// In the order of the page: the words for what is wrong, and for people who stand in the way.
const FIELDS: [(&str, Key, Key); 3] = [
    ("from", k::WRONG_FROM, k::HOURS_BEFORE),
    ("to", k::WRONG_TO, k::HOURS_AFTER),
    ("stations", k::WRONG_STATIONS, k::HOURS_TOO_FEW),
];

/// Closed away, as calling it off is.
pub(super) fn view(one: One, stop: &Stop) -> AnyView {
    let begin = stop.sessions.first().map(|session| intl::time(session.from()));
    let end = stop.sessions.last().map(|session| intl::time(session.to()));
    let from = RwSignal::new(begin.unwrap_or_default());
    let to = RwSignal::new(end.unwrap_or_default());
    let stations = RwSignal::new(stop.stations.to_string());
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let wanted = StopHours {
            from: from.get_untracked(),
            to: to.get_untracked(),
            stations: stations.get_untracked(),
        };
        let wrong = wanted.parse().err().unwrap_or_default();
        if busy.get_untracked() || errors.show(words(&wrong, false)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = session::call(api::stops::change(&one.id(), &wanted)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => {
                    one.say(Some(t(k::HOURS_CHANGED).to_owned()));
                    one.show(view);
                    focus::later("said");
                }
                Err(error) => refuse(one, errors, &error),
            }
        });
    };
    view! {
        <Details summary=t(k::HOURS)>
            <ErrorSummary errors=errors />
            <form class="stack" novalidate on:submit=submit>
                <p>{t(k::HOURS_TEXT)}</p>
                <div class="stop-hours">
                    <TimeInput id="from" label=t(k::FROM) value=from errors=errors />
                    <TimeInput id="to" label=t(k::TO) value=to errors=errors />
                </div>
                <p class="hint">{t(k::HOURS_HINT)}</p>
                <TextField
                    id="stations"
                    label=t(k::STATIONS)
                    hint=t(k::STATIONS_HINT)
                    value=stations
                    errors=errors
                    width="w-4"
                    inputmode="numeric"
                />
                <p class="row"><Button label=t(k::HOURS_DO) busy=busy /></p>
            </form>
        </Details>
    }
    .into_any()
}

/// What is wrong, in words, in the order of the page.
fn words(wrong: &[FieldError], in_the_way: bool) -> Vec<(String, String)> {
    let of = |(field, wrong_words, people): &(&str, Key, Key)| {
        let is = wrong.iter().any(|error| error.field == *field);
        let words = if in_the_way { *people } else { *wrong_words };
        is.then(|| ((*field).to_owned(), t(words).to_owned()))
    };
    FIELDS.iter().filter_map(of).collect()
}

fn refuse(one: One, errors: Errors, error: &ApiError) {
    let fields = error.problem().map(|problem| problem.fields.as_slice());
    let conflict = error.is(ProblemCode::StateConflict);
    let rows = words(fields.unwrap_or_default(), conflict);
    if !rows.is_empty() {
        errors.show(rows);
    } else if conflict {
        errors.show_one(t(k::HOURS_LATE));
        one.load();
    } else {
        errors.show_one(error.words());
    }
}

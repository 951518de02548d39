//! A school's list: chosen or pasted, looked at, confirmed.

use super::{result, state::One, wrong};
use crate::api::{self, ApiError};
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Choice, ErrorSummary, Errors, RadioGroup};
use crate::i18n::{keys::stops as k, t};
use crate::journeys::desk::lists::csv_input::{CsvInput, Words};
use crate::journeys::desk::shell::session;
use eid_domain::booking::Service;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::class_list::{ClassList, ClassListView, ConfirmClassList, MOST_BYTES};
use eid_domain::wire::stops::Stop;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const WORDS: Words = Words {
    file: k::CSV_FILE,
    loaded: k::CSV_FILE_LOADED,
    paste: k::CSV_PASTE,
    empty: k::CSV_EMPTY,
    long: k::CSV_LONG,
    not_text: k::CSV_NOT_TEXT,
    unreadable: k::CSV_UNREADABLE,
};

/// Where one stands. Names and numbers stay in memory: they go with the page.
#[derive(Clone, Copy)]
pub(super) struct List {
    /// The stop.
    pub(super) one: One,
    input: CsvInput,
    service: RwSignal<String>,
    /// What was seen: `true` once it was confirmed.
    pub(super) seen: RwSignal<Option<(bool, ClassListView)>>,
    errors: Errors,
    /// A call is under way.
    pub(super) busy: RwSignal<bool>,
}

/// The form, or what became of the list.
pub(super) fn view(one: One, _: &Stop) -> AnyView {
    let errors = Errors::new();
    let list = List {
        one,
        input: CsvInput::new(errors, WORDS, MOST_BYTES),
        service: RwSignal::new(Service::Card.as_str().to_owned()),
        seen: RwSignal::new(None),
        errors,
        busy: RwSignal::new(false),
    };
    let body = move || match list.seen.get() {
        None => form(list),
        Some((done, seen)) => result::view(list, done, &seen),
    };
    view! {
        <section class="stack" id="class-list" tabindex="-1" aria-labelledby="class-list-title">
            <h2 id="class-list-title">{t(k::CSV_TITLE)}</h2>
            <ErrorSummary errors=list.errors />
            {body}
        </section>
    }
    .into_any()
}

fn form(list: List) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !list.busy.get_untracked() {
            look(list);
        }
    };
    let choices = vec![
        Choice::new(Service::Card.as_str(), t(k::CSV_SERVICE_CARD)),
        Choice::new(Service::CardAndAccount.as_str(), t(k::CSV_SERVICE_BOTH)),
    ];
    view! {
        <form class="panel stack" novalidate on:submit=submit>
            <p>{t(k::CSV_LEAD)}</p>
            <p>{t(k::CSV_COLUMNS)}</p>
            <p class="hint">{t(k::CSV_EXCEL)}</p>
            {list.input.view()}
            <RadioGroup
                id="service"
                legend=t(k::CSV_SERVICE)
                choices=choices
                value=list.service
                errors=list.errors
                columns=true
            />
            <p class="row"><Button label=t(k::CSV_LOOK) kind=ButtonKind::Main busy=list.busy /></p>
        </form>
    }
    .into_any()
}

fn service(list: List) -> Service {
    Service::parse(&list.service.get_untracked()).unwrap_or(Service::Card)
}

fn look(list: List) {
    if let Some(csv) = list.input.taken() {
        ask(list, csv, None);
    }
}

/// Asks what would become of the list; `said` is an error to be shown with it.
fn ask(list: List, csv: String, said: Option<String>) {
    list.busy.set(true);
    let wanted = ClassList {
        csv,
        service: service(list),
    };
    spawn_local(async move {
        let answer = session::call(api::stops::preview(&list.one.id(), &wanted)).await;
        let _ = list.busy.try_set(false);
        match answer {
            Ok(view) => {
                let _ = list.seen.try_set(Some((false, view)));
                match said {
                    Some(words) => list.errors.show_one(words),
                    None => focus::later("class-list"),
                };
            }
            Err(error) => {
                let _ = list.seen.try_set(None);
                refuse(list, &error);
            }
        }
    });
}

fn refuse(list: List, error: &ApiError) {
    if error.is(ProblemCode::StateConflict) {
        list.errors
            .show(vec![("csv".to_owned(), t(k::CSV_CLOSED).to_owned())]);
    } else {
        list.input.refuse(error, wrong::of_list);
    }
}

/// Books what was seen.
pub(super) fn confirm(list: List, seen: String) {
    if list.busy.get_untracked() {
        return;
    }
    list.busy.set(true);
    list.errors.clear();
    let wanted = ConfirmClassList {
        csv: list.input.csv.get_untracked(),
        service: service(list),
        seen,
    };
    spawn_local(async move {
        let answer = session::call(api::stops::confirm(&list.one.id(), &wanted)).await;
        let _ = list.busy.try_set(false);
        match answer {
            Ok(view) => {
                let _ = list.seen.try_set(Some((true, view)));
                list.one.load();
                focus::later("class-list");
            }
            Err(error) if error.is(ProblemCode::StateConflict) => {
                ask(list, wanted.csv, Some(t(k::CSV_CHANGED).to_owned()));
            }
            Err(error) => list.errors.show_one(error.words()),
        }
    });
}

/// Back to the text, which is still there.
pub(super) fn edit(list: List) {
    list.errors.clear();
    list.seen.set(None);
    focus::later("csv");
}

/// Another list: this one is done.
pub(super) fn another(list: List) {
    list.input.clear();
    edit(list);
}

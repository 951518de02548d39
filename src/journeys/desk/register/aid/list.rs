//! A commune's list: chosen or pasted, looked at, confirmed.

use super::{people::People, result, wrong};
use crate::api;
use crate::browser::focus;
use crate::components::{Button, ErrorSummary, Errors};
use crate::i18n::{keys::lists as k, t};
use crate::journeys::desk::lists::csv_input::{CsvInput, Words};
use crate::journeys::desk::shell::session;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::aid::{AidList, AidListView, ConfirmAidList, MOST_BYTES};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const WORDS: Words = Words {
    file: k::FILE,
    loaded: k::FILE_LOADED,
    paste: k::PASTE,
    empty: k::EMPTY,
    long: k::LONG,
    not_text: k::NOT_TEXT,
    unreadable: k::UNREADABLE,
};
/// The section, where the focus goes.
const ID: &str = "aid-list";

/// Where one stands. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct List {
    people: People,
    input: CsvInput,
    /// What was seen: `true` once it was confirmed.
    seen: RwSignal<Option<(bool, AidListView)>>,
    errors: Errors,
    /// A call is under way.
    pub(super) busy: RwSignal<bool>,
}

/// The form, or what became of the list.
pub(super) fn view(people: People) -> AnyView {
    let errors = Errors::new();
    let list = List {
        people,
        input: CsvInput::new(errors, WORDS, MOST_BYTES),
        seen: RwSignal::new(None),
        errors,
        busy: RwSignal::new(false),
    };
    let body = move || match list.seen.get() {
        None => form(list),
        Some((done, seen)) => result::view(list, done, &seen),
    };
    view! {
        <section class="stack" id=ID tabindex="-1" aria-labelledby="aid-list-title">
            <h2 id="aid-list-title">{t(k::LIST)}</h2>
            <ErrorSummary errors=errors />
            {body}
        </section>
    }
    .into_any()
}

fn form(list: List) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if list.busy.get_untracked() {
            return;
        }
        if let Some(csv) = list.input.taken() {
            look(list, csv, None);
        }
    };
    view! {
        <form class="panel stack" novalidate on:submit=submit>
            <p>{t(k::LIST_LEAD)}</p>
            <p>{t(k::LIST_COLUMNS)}</p>
            <p class="hint">{t(k::LIST_EXCEL)}</p>
            {list.input.view()}
            <p class="row"><Button label=t(k::LOOK) busy=list.busy /></p>
        </form>
    }
    .into_any()
}

/// Asks what would become of the list; `said` is an error to be shown with it.
fn look(list: List, csv: String, said: Option<String>) {
    list.busy.set(true);
    spawn_local(async move {
        let answer = session::call(api::aid::preview(&AidList { csv })).await;
        let _ = list.busy.try_set(false);
        match answer {
            Ok(view) => {
                let _ = list.seen.try_set(Some((false, view)));
                match said {
                    Some(words) => list.errors.show_one(words),
                    None => focus::later(ID),
                }
            }
            Err(error) => {
                let _ = list.seen.try_set(None);
                list.input.refuse(&error, wrong::of_list);
            }
        }
    });
}

/// Takes over what was seen.
pub(super) fn confirm(list: List, seen: String) {
    if list.busy.get_untracked() {
        return;
    }
    list.busy.set(true);
    list.errors.clear();
    let csv = list.input.csv.get_untracked();
    spawn_local(async move {
        let wanted = ConfirmAidList { csv, seen };
        let answer = session::call(api::aid::confirm(&wanted)).await;
        let _ = list.busy.try_set(false);
        match answer {
            Ok(view) => {
                let _ = list.seen.try_set(Some((true, view)));
                list.people.load();
                focus::later(ID);
            }
            Err(error) if error.is(ProblemCode::StateConflict) => {
                look(list, wanted.csv, Some(t(k::CHANGED).to_owned()));
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

//! What is looked for: days, who, what, which dossier.

use super::state::{Audit, NAMES};
use super::words;
use crate::api;
use crate::components::{Button, DayInput, ErrorSummary, Errors, Select, TextButton, TextField};
use crate::i18n::{Key, keys::audit as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::reference::Reference;
use eid_domain::wire::audit::{ACTIONS, AuditPerson};
use leptos::ev::SubmitEvent;
use leptos::{prelude::*, task::spawn_local};

/// The form, and the way to the same as a file.
pub(super) fn view(audit: Audit) -> AnyView {
    let errors = Errors::new();
    let [from, to, staff, action, dossier] = audit.fields;
    let people = RwSignal::new(Vec::<AuditPerson>::new());
    spawn_local(async move {
        // Without the names one can still search by everything else.
        if let Ok(known) = session::call(api::audit::people()).await {
            let _ = people.try_set(known.people);
        }
    });
    // Drawn anew when the names have come; what was chosen stays.
    let who = move || {
        let known = people.get().into_iter();
        let known = known.map(|one| (one.id, format!("{} ({})", one.name, one.username)));
        let options = with_all(k::STAFF_ALL, known, &staff.get_untracked());
        view! { <Select id=NAMES[2] label=t(k::STAFF) options=options value=staff errors=errors /> }
    };
    let known = ACTIONS
        .iter()
        .map(|action| ((*action).to_owned(), words::action(action)));
    let actions = with_all(k::ACTION_ALL, known, &action.get_untracked());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !errors.show(misses(audit)) {
            audit.search();
        }
    };
    let clear = move |()| {
        errors.clear();
        for field in audit.fields {
            field.set(String::new());
        }
        audit.search();
    };
    view! {
        <ErrorSummary errors=errors />
        <form class="panel audit-form" role="search" aria-label=t(k::SEARCH_LABEL) on:submit=submit novalidate>
            <DayInput id=NAMES[0] label=t(k::FROM) value=from errors=errors />
            <DayInput id=NAMES[1] label=t(k::TO) value=to errors=errors />
            {who}
            <Select id=NAMES[3] label=t(k::ACTION) options=actions value=action errors=errors />
            <TextField id=NAMES[4] label=t(k::DOSSIER) value=dossier errors=errors />
            <p class="row audit-go">
                <Button label=t(k::SEARCH) busy=audit.busy />
                <TextButton label=t(k::CLEAR) on_press=clear />
                <a href=move || audit.export_href() download="">{t(k::EXPORT)}</a>
            </p>
        </form>
    }
    .into_any()
}

/// The options, after "all"; a value of the address that is not among them stays what it is.
fn with_all(all: Key, known: impl Iterator<Item = (String, String)>, chosen: &str) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), t(all).to_owned())];
    options.extend(known);
    if !options.iter().any(|(value, _)| value == chosen) {
        options.push((chosen.to_owned(), chosen.to_owned()));
    }
    options
}

fn misses(audit: Audit) -> Vec<(String, String)> {
    let [from, to, _, _, dossier] = audit.fields.map(|field| field.get_untracked());
    let mut found = Vec::new();
    // ISO dates compare as texts.
    if !from.is_empty() && !to.is_empty() && to < from {
        found.push((NAMES[1].to_owned(), t(k::WRONG_ORDER).to_owned()));
    }
    if !dossier.trim().is_empty() && Reference::parse(&dossier).is_err() {
        found.push((NAMES[4].to_owned(), t(k::WRONG_DOSSIER).to_owned()));
    }
    found
}

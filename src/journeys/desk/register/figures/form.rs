//! Which days, which office; and the way to the same as a table.

use super::state::Figures;
use crate::api;
use crate::browser::print;
use crate::components::{Button, DayInput, ErrorSummary, Errors, Select, TextButton};
use crate::i18n::{keys, keys::figures as k, t};
use crate::journeys::desk::words::localised;
use eid_domain::when::When;
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn view(figures: Figures) -> AnyView {
    let errors = Errors::new();
    let everywhere = Memo::new(move |_| {
        figures
            .view
            .with(|view| view.as_ref().is_some_and(|view| view.everywhere))
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !errors.show(wrong(figures)) {
            figures.ask();
        }
    };
    view! {
        <ErrorSummary errors=errors />
        <form class="panel audit-form no-print" novalidate on:submit=submit>
            <DayInput id="from" label=t(k::FROM) value=figures.from errors=errors />
            <DayInput id="to" label=t(k::TO) value=figures.to errors=errors />
            {move || everywhere.get().then(|| offices(figures, errors))}
            <p class="row audit-go">
                <Button label=t(k::SHOW) busy=figures.busy />
                <a href=move || figures.csv_href() download="">{t(k::CSV)}</a>
                <TextButton label=t(keys::common::PRINT) on_press=|()| print::page() />
            </p>
        </form>
    }
    .into_any()
}

fn wrong(figures: Figures) -> Vec<(String, String)> {
    let day = |field: RwSignal<String>| <Date as When>::of(&field.get_untracked());
    match (day(figures.from), day(figures.to)) {
        (None, _) => vec![("from".to_owned(), t(k::WRONG_DAY).to_owned())],
        (_, None) => vec![("to".to_owned(), t(k::WRONG_DAY).to_owned())],
        (Some(from), Some(to)) if to < from => vec![("to".to_owned(), t(k::WRONG_ORDER).to_owned())],
        _ => Vec::new(),
    }
}

/// Every office; drawn anew when their names have come.
fn offices(figures: Figures, errors: Errors) -> AnyView {
    let known = RwSignal::new(Vec::new());
    spawn_local(async move {
        // Without the names there is still the sum of all.
        if let Ok(all) = api::offices::list().await {
            let _ = known.try_set(all);
        }
    });
    let select = move || {
        let mut options = vec![(String::new(), t(k::ALL_OFFICES).to_owned())];
        let named = known
            .get()
            .into_iter()
            .filter(|office| office.only_day().is_none());
        options.extend(named.map(|office| (office.id.as_str().to_owned(), localised(&office.name))));
        let chosen = figures.office.get_untracked();
        if !options.iter().any(|(value, _)| *value == chosen) {
            options.push((chosen.clone(), chosen));
        }
        view! { <Select id="office" label=t(k::OFFICE) options=options value=figures.office errors=errors /> }
    };
    view! { <div>{select}</div> }.into_any()
}

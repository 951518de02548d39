//! What the dossier is about, in a few lines.

use super::state::Desk;
use crate::browser::intl;
use crate::components::{SummaryList, SummaryRow};
use crate::i18n::{keys::desk as k, t};
use crate::journeys::desk::words;
use eid_domain::wire::desk::DeskDossier;
use leptos::prelude::*;

/// Visit, service, ground, code, dates, account.
#[component]
pub(super) fn Facts(
    /// The page's state.
    desk: Desk,
) -> impl IntoView {
    let seen = desk.of(Clone::clone);
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts">{t(k::FACTS_TITLE)}</h2>
            {move || seen.get().map(|view| view! { <SummaryList rows=rows(&view) /> })}
        </section>
    }
}

fn rows(view: &DeskDossier) -> Vec<SummaryRow> {
    let mut rows = Vec::new();
    let mut add =
        |label, value: Option<String>| rows.extend(value.map(|value| SummaryRow::new(t(label), value)));
    add(k::FACT_CODE, view.dossier_code.clone());
    add(k::FACT_VISIT, view.visit_at.map(intl::date_time));
    add(k::FACT_SERVICE, Some(words::service(view.service).to_owned()));
    add(
        k::FACT_REASON,
        view.reason.map(|reason| words::reason(reason).to_owned()),
    );
    add(k::FACT_RECEIVED, view.received_at.map(intl::instant));
    add(k::FACT_DUE, view.due_on.map(intl::long_date));
    add(
        k::FACT_ACCOUNT,
        view.account.map(|state| words::account(state).to_owned()),
    );
    rows
}

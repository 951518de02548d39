//! What the dossier is about, in a few lines.

use super::{intake::record, state::Desk};
use crate::browser::intl;
use crate::components::{SummaryList, SummaryRow};
use crate::i18n::{
    keys::{desk as k, intake},
    t,
};
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
    if let Some(recorded) = &view.intake {
        add(
            intake::RECORDED_RESIDENCE,
            Some(t(record::residence_words(recorded.residence)).to_owned()),
        );
        add(
            intake::RECORDED_FINGERS,
            Some(t(record::fingers_words(recorded.fingers)).to_owned()),
        );
        let papers: Vec<String> = recorded
            .papers
            .iter()
            .map(|paper| t(record::paper_words(*paper)).to_owned())
            .collect();
        add(
            intake::RECORDED_PAPERS,
            (!papers.is_empty()).then(|| papers.join(", ")),
        );
    }
    rows
}

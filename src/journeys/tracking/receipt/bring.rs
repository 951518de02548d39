//! What to bring.

use crate::i18n::{keys::tracking as k, t};
use crate::journeys::tracking::words;
use eid_domain::needs::papers_for_visit;
use eid_domain::wire::dossiers::{DossierView, Visit};
use leptos::prelude::*;

/// The papers, in words; empty where the law asks for none.
pub(super) fn papers(view: &DossierView, visit: &Visit) -> Vec<String> {
    papers_for_visit(view.service, view.reason, visit.age_group)
        .into_iter()
        .map(words::paper)
        .collect()
}

/// The list, to be ticked off on paper too.
pub(super) fn view(view: &DossierView, visit: &Visit) -> AnyView {
    let papers = papers(view, visit);
    let nothing = papers.is_empty().then(|| view! { <p>{t(k::BRING_NOTHING)}</p> });
    let lines = papers
        .into_iter()
        .map(|paper| view! { <li>{paper}</li> })
        .collect_view();
    view! {
        <div class="bring-box">
            <h3>{t(k::BRING_TITLE)}</h3>
            {nothing}
            <ul class="ticks"><li>{t(k::BRING_SLIP)}</li>{lines}</ul>
            <p class="hint">{t(k::BRING_PHOTO)}</p>
        </div>
    }
    .into_any()
}

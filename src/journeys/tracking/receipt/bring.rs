//! What to bring.

use crate::browser::html::Html;
use crate::i18n::{keys::tracking as k, t};
use crate::journeys::tracking::words;
use eid_domain::needs::papers_for_visit;
use eid_domain::wire::dossiers::{DossierView, Visit};

/// The papers, in words; empty where the law asks for none.
pub(super) fn papers(view: &DossierView, visit: &Visit) -> Vec<String> {
    papers_for_visit(view.service, view.reason, visit.age_group)
        .into_iter()
        .map(words::paper)
        .collect()
}

/// The list, to be ticked off on paper too.
pub(super) fn write(html: &mut Html, view: &DossierView, visit: &Visit) {
    let papers = papers(view, visit);
    html.within("<div class=bring-box><h3>", t(k::BRING_TITLE), "</h3>");
    if papers.is_empty() {
        html.within("<p>", t(k::BRING_NOTHING), "</p>");
    }
    html.within("<ul class=ticks><li>", t(k::BRING_SLIP), "</li>");
    for paper in &papers {
        html.within("<li>", paper, "</li>");
    }
    html.within("</ul><p class=hint>", t(k::BRING_PHOTO), "</p></div>");
}

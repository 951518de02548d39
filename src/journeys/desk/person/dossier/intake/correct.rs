//! Data is wrong or missing: what must be corrected, and with which papers.

use super::{form::Form, refuse};
use crate::api::{self, evidence_words, fault_words};
use crate::components::{Button, CheckGroup, Choice, Errors, TextArea};
use crate::i18n::{
    keys::{desk as words, intake as k},
    t,
};
use crate::journeys::desk::person::dossier::state::Desk;
use crate::journeys::desk::shell::session;
use eid_domain::intake::{Evidence, Fault};
use eid_domain::wire::intake::AskCorrection;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Names of the fields, which are those of the request too.
const FIELDS: [&str; 3] = ["what", "papers", "reason"];

/// What is wrong, what proves it, a note, and the button.
pub(super) fn part(desk: Desk, form: Form, errors: Errors) -> AnyView {
    let faults = Fault::ALL
        .iter()
        .map(|fault| Choice::new(fault.as_str(), fault_words(*fault)));
    let papers = Evidence::ALL
        .iter()
        .map(|paper| Choice::new(paper.as_str(), evidence_words(*paper)));
    view! {
        <CheckGroup id="what" legend=t(k::WHAT_LEGEND) choices=faults.collect() values=form.what errors=errors />
        <CheckGroup id="papers" legend=t(k::BRING_LEGEND) hint=t(k::BRING_HINT) choices=papers.collect() values=form.papers errors=errors />
        <TextArea id="reason" label=t(k::WORDS_LABEL) hint=t(k::WORDS_HINT) value=form.reason errors=errors />
        <p class="row"><Button label=t(words::STEP_CORRECT) busy=desk.busy /></p>
    }
    .into_any()
}

/// Checks and sends.
pub(super) fn send(desk: Desk, form: Form, errors: Errors) {
    let chosen = |values: RwSignal<Vec<String>>| values.get_untracked();
    let mut asked = AskCorrection {
        what: chosen(form.what)
            .iter()
            .filter_map(|word| Fault::parse(word))
            .collect(),
        papers: chosen(form.papers)
            .iter()
            .filter_map(|word| Evidence::parse(word))
            .collect(),
        reason: form.reason.get_untracked().trim().to_owned(),
    };
    // "None" beside a paper says nothing.
    if asked.papers.len() > 1 {
        asked.papers.retain(|paper| *paper != Evidence::None);
    }
    if errors.show(wrong(&asked)) {
        return;
    }
    desk.busy.set(true);
    let reference = desk.reference();
    spawn_local(async move {
        let answer = session::call(api::desk::ask_correction(&reference, &asked)).await;
        refuse::settle(desk, answer, words::DONE_CORRECTION, errors, &FIELDS);
    });
}

fn wrong(asked: &AskCorrection) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if asked.what.is_empty() {
        found.push(("what".to_owned(), t(k::WHAT_NEEDED).to_owned()));
    }
    if asked.papers.is_empty() && asked.reason.is_empty() && !asked.needs_words() {
        found.push(("papers".to_owned(), t(k::BRING_NEEDED).to_owned()));
    }
    found.extend(refuse::wrong(&asked.reason, asked.needs_words()));
    found
}

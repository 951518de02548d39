//! What was asked of the person, for whoever receives them again.

use super::state::Desk;
use crate::api::{evidence_words, fault_words};
use crate::browser::intl;
use crate::i18n::{
    keys::{asked as words, intake as k},
    t, tf,
};
use eid_domain::wire::dossiers::Correction;
use leptos::prelude::*;

/// What to correct, which papers, until when, and when they come.
pub(super) fn view(desk: Desk) -> impl IntoView {
    let asked = desk.of(|view| view.correction.clone());
    move || asked.get().flatten().map(|asked| list(&asked))
}

fn list(asked: &Correction) -> AnyView {
    let faults = asked
        .what
        .iter()
        .map(|fault| fault_words(*fault))
        .collect::<Vec<_>>();
    let papers = asked
        .papers
        .iter()
        .map(|paper| evidence_words(*paper))
        .collect::<Vec<_>>();
    let row = |label, words: String| {
        (!words.is_empty()).then(|| view! { <div><dt>{t(label)}</dt><dd>{words}</dd></div> })
    };
    let until = tf(k::ASKED_UNTIL, &[("date", &intl::long_date(asked.until))]);
    let visit = asked
        .visit_at
        .map(|at| view! { <p>{tf(k::ASKED_VISIT, &[("time", &intl::date_time(at))])}</p> });
    view! {
        <h3>{t(k::ASKED_TITLE)}</h3>
        <dl class="facts">
            {row(words::WHAT, faults.join(", "))}
            {row(words::BRING, papers.join(", "))}
            {row(words::WORDS, asked.words.clone())}
        </dl>
        <p>{until}</p>
        {visit}
    }
    .into_any()
}

//! What frees from the fee: any number of ticks, also none.

use super::question::Take;
use super::words;
use crate::components::{Checkbox, Errors};
use crate::i18n::{keys::needs, t};
use eid_domain::fee::Exemption;
use eid_domain::needs::{Answers, Question};
use leptos::prelude::*;

/// The ticks, and what takes the answer.
pub(super) fn fields(answers: &Answers, errors: Errors) -> (AnyView, Take) {
    let known = answers.exemptions.clone().unwrap_or_default();
    let ticks: Vec<(Exemption, RwSignal<bool>)> = Exemption::ALL
        .iter()
        .map(|one| (*one, RwSignal::new(known.contains(one))))
        .collect();
    let boxes = ticks
        .iter()
        .filter_map(|(one, checked)| {
            let (label, _) = words::option(Question::Exemptions, one.as_str())?;
            Some(view! { <Checkbox id=one.as_str() label=t(label) checked=*checked errors=errors /> })
        })
        .collect_view();
    let view = view! {
        <fieldset class="field">
            <legend class="visually-hidden">{t(needs::EXEMPTIONS_TITLE)}</legend>
            <div class="need-ticks">{boxes}</div>
        </fieldset>
    };
    let take = Box::new(move |answers: &mut Answers| {
        let chosen = ticks
            .iter()
            .filter(|(_, checked)| checked.get_untracked())
            .map(|(one, _)| *one)
            .collect();
        answers.exemptions = Some(chosen);
        true
    });
    (view.into_any(), take)
}

//! The form that records who stands at the counter with the child.

use super::{Section, proof, relation};
use crate::api;
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Checkbox, ErrorSummary, Errors, Select, TextField};
use crate::i18n::{keys::represent as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::child::{Proof, Relation};
use eid_domain::field::{FieldCode, FieldError};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::children::RecordRepresentative;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// The form.
pub(super) fn form(section: Section) -> AnyView {
    let text = || RwSignal::new(String::new());
    let (name, number, chosen, shown_by) = (text(), text(), text(), text());
    let (card_shown, errors, busy) = (RwSignal::new(false), Errors::new(), RwSignal::new(false));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = RecordRepresentative {
            full_name: name.get_untracked(),
            personal_number: number.get_untracked(),
            relation: chosen.get_untracked(),
            proof: shown_by.get_untracked(),
            card_shown: card_shown.get_untracked(),
        };
        // The child's own number is known to the server alone while the dossier is masked.
        let wrong = typed.parse("").err().unwrap_or_default();
        if busy.get_untracked() || errors.show(wrong.iter().map(worded).collect()) {
            return;
        }
        busy.set(true);
        let reference = section.desk.reference();
        spawn_local(async move {
            let answer = session::call(api::children::record(&reference, &typed)).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(known) => {
                    section.done(known, k::RECORDED);
                    focus::later("representatives");
                }
                Err(error) if error.is(ProblemCode::ChangeNotAllowed) => {
                    errors.show_one(t(k::NOT_ALLOWED).to_owned());
                    section.load();
                }
                Err(error) => match error.problem().filter(|problem| !problem.fields.is_empty()) {
                    Some(problem) => drop(errors.show(problem.fields.iter().map(worded).collect())),
                    None => errors.show_one(error.words()),
                },
            }
        });
    };
    let relations = Relation::ALL
        .iter()
        .map(|one| (one.as_str().to_owned(), t(relation(*one)).to_owned()));
    let proofs = Proof::ALL
        .iter()
        .map(|one| (one.as_str().to_owned(), t(proof(*one)).to_owned()));
    let choose = || vec![(String::new(), t(k::CHOOSE).to_owned())];
    let (mut relation_options, mut proof_options) = (choose(), choose());
    relation_options.extend(relations);
    proof_options.extend(proofs);
    let leave = move |()| {
        section.recording.set(false);
        focus::later("representatives");
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <h3>{t(k::RECORD)}</h3>
            <p>{t(k::RECORD_TEXT)}</p>
            <ErrorSummary errors=errors />
            <TextField id="full_name" label=t(k::NAME) value=name errors=errors autocomplete="off" />
            <TextField id="personal_number" label=t(k::NUMBER) hint=t(k::NUMBER_HINT) value=number errors=errors width="w-20" inputmode="numeric" autocomplete="off" />
            <Select id="relation" label=t(k::RELATION_LABEL) options=relation_options value=chosen errors=errors />
            <Select id="proof" label=t(k::PROOF_LABEL) hint=t(k::PROOF_HINT) options=proof_options value=shown_by errors=errors />
            <Checkbox id="card_shown" label=t(k::CARD_SHOWN) checked=card_shown errors=errors />
            <p class="row">
                <Button label=t(k::SAVE) busy=busy />
                <Button label=t(k::CANCEL) kind=ButtonKind::Second on_press=leave />
            </p>
        </form>
    }
    .into_any()
}

fn worded(error: &FieldError) -> (String, String) {
    let label = match error.field.as_str() {
        "full_name" => k::NAME,
        "personal_number" => k::NUMBER,
        "relation" => k::RELATION_LABEL,
        _ => k::PROOF_LABEL,
    };
    let own = match (error.field.as_str(), error.code) {
        ("card_shown", _) => Some(k::CARD_SHOWN_NEEDED),
        ("personal_number", FieldCode::PersonRepeated) => Some(k::REPEATED),
        ("proof", FieldCode::ChoiceUnknown) => Some(k::PROOF_HINT),
        _ => None,
    };
    match own {
        Some(words) => (error.field.clone(), t(words).to_owned()),
        None => api::fault(&error.field, error.code, t(label)),
    }
}

//! Yes or no, each in a whole sentence.

use super::question::Take;
use super::words;
use crate::components::{Choice, Errors, RadioGroup};
use crate::i18n::{keys::needs, t};
use eid_domain::needs::{Answers, Question};
use leptos::prelude::*;

/// The two cards, and what takes the answer.
pub(super) fn fields(question: Question, answers: &Answers, errors: Errors) -> (AnyView, Take) {
    let choices = ["yes", "no"]
        .into_iter()
        .filter_map(|name| {
            let (label, hint) = words::option(question, name)?;
            Some(Choice::new(name, t(label)).hint(hint.map(t).unwrap_or_default()))
        })
        .collect();
    let given = match question {
        Question::AgencyError => answers.agency_error,
        _ => answers.wants_new_print,
    };
    let name = given.map_or("", |yes| if yes { "yes" } else { "no" });
    let value = RwSignal::new(name.to_owned());
    let view = view! {
        <RadioGroup id="answer" legend=t(words::title(question)) legend_hidden=true choices=choices value=value errors=errors />
    };
    let take = Box::new(move |answers: &mut Answers| {
        let yes = match value.get_untracked().as_str() {
            "yes" => true,
            "no" => false,
            _ => {
                errors.show(vec![("answer".into(), t(needs::CHOOSE_ONE).into())]);
                return false;
            }
        };
        match question {
            Question::AgencyError => answers.agency_error = Some(yes),
            _ => answers.wants_new_print = Some(yes),
        }
        true
    });
    (view.into_any(), take)
}

//! The answers given, each with a way to change it.

use super::{choice, question, words};
use crate::browser::intl;
use crate::components::{Details, SummaryList, SummaryRow};
use crate::i18n::{keys::due, keys::needs, t};
use eid_domain::needs::{Answers, CardDate, Question, asked_questions};
use jiff::civil::Date;
use leptos::prelude::*;

/// The list, closed at first.
pub(super) fn list(answers: &Answers, today: Date) -> AnyView {
    let rows = asked_questions(answers, today)
        .into_iter()
        .map(|asked| {
            SummaryRow::new(t(words::short(asked)), value(asked, answers)).change(question::href(asked, true))
        })
        .collect();
    view! { <Details summary=t(due::RESULT_ANSWERS_TITLE)><SummaryList rows=rows /></Details> }.into_any()
}

fn value(asked: Question, answers: &Answers) -> String {
    let option = |name: &str| {
        words::option(asked, name)
            .map(|(label, _)| t(label).to_owned())
            .unwrap_or_default()
    };
    let yes_no = |yes: Option<bool>| {
        yes.map(|yes| option(if yes { "yes" } else { "no" }))
            .unwrap_or_default()
    };
    match asked {
        Question::Birth => answers.birth.map(|birth| birth.slashed()).unwrap_or_default(),
        Question::WantsNewPrint => yes_no(answers.wants_new_print),
        Question::AgencyError => yes_no(answers.agency_error),
        Question::CardDate => answers.card_date.map(card_date).unwrap_or_default(),
        Question::Exemptions => {
            let all: Vec<String> = answers
                .exemptions
                .iter()
                .flatten()
                .map(|one| option(one.as_str()))
                .collect();
            if all.is_empty() {
                t(needs::ANSWER_NONE).to_owned()
            } else {
                intl::list(&all)
            }
        }
        _ => choice::given(asked, answers).map(option).unwrap_or_default(),
    }
}

fn card_date(date: CardDate) -> String {
    match date {
        CardDate::ExpiresOn { date } => intl::short_date(date),
        CardDate::NoExpiry => t(due::RESULT_EXPIRY_NEVER).to_owned(),
        CardDate::IssuedOn { date } => format!(
            "{}: {}",
            t(needs::CARD_DATE_ISSUED_ON_DATE),
            intl::short_date(date)
        ),
    }
}

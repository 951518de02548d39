//! One of several: big cards in plain words.

use super::question::Take;
use super::words;
use crate::components::{Choice, Errors, RadioGroup};
use crate::i18n::{keys::needs, t};
use eid_domain::needs::{AccountWish, Answers, DataRight, Holds, Question, Situation, Status};
use jiff::civil::Date;
use leptos::prelude::*;

/// The cards, and what takes the answer.
pub(super) fn fields(question: Question, answers: &Answers, today: Date, errors: Errors) -> (AnyView, Take) {
    let options = question.options(answers, today);
    let choices = options
        .iter()
        .filter_map(|name| {
            let (label, hint) = words::option(question, name)?;
            Some(Choice::new(*name, t(label)).hint(hint.map(t).unwrap_or_default()))
        })
        .collect();
    let value = RwSignal::new(given(question, answers).unwrap_or_default().to_owned());
    let view = view! {
        <RadioGroup id="answer" legend=t(words::title(question)) legend_hidden=true choices=choices value=value errors=errors />
    };
    let take = Box::new(move |answers: &mut Answers| {
        let taken = set(question, answers, &value.get_untracked());
        if !taken {
            errors.show(vec![("answer".into(), t(needs::CHOOSE_ONE).into())]);
        }
        taken
    });
    (view.into_any(), take)
}

/// The name of the option that was chosen before.
pub(super) fn given(question: Question, answers: &Answers) -> Option<&'static str> {
    match question {
        Question::Status => answers.status.map(Status::as_str),
        Question::Holds => answers.holds.map(Holds::as_str),
        Question::Situation => answers.situation.map(Situation::as_str),
        Question::Account => answers.account.map(AccountWish::as_str),
        Question::DataRight => answers.data_right.map(DataRight::as_str),
        _ => None,
    }
}

fn set(question: Question, answers: &mut Answers, name: &str) -> bool {
    fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
        let some = value.is_some();
        *place = value;
        some
    }
    match question {
        Question::Status => put(&mut answers.status, Status::parse(name)),
        Question::Holds => put(&mut answers.holds, Holds::parse(name)),
        Question::Situation => put(&mut answers.situation, Situation::parse(name)),
        Question::Account => put(&mut answers.account, AccountWish::parse(name)),
        Question::DataRight => put(&mut answers.data_right, DataRight::parse(name)),
        _ => false,
    }
}

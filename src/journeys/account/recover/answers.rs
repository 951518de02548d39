//! Both security answers and the new password or passcode.

use super::{Stage, Way, other_ways, secret::Secret, start_over};
use crate::api::{ApiError, fault, waiting};
use crate::components::{Button, ErrorSummary, Errors, Heading, TextField};
use crate::i18n::{Key, keys::activation as a, keys::recover as k, t, tn};
use eid_domain::field::FieldCode;
use eid_domain::problem::ProblemCode;
use eid_domain::secret::SecurityQuestion as Q;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

const IDS: [&str; 2] = ["answer_1", "answer_2"];

/// The form.
pub(super) fn view(way: Way, questions: Vec<Q>) -> AnyView {
    let answers = IDS.map(|_| RwSignal::new(String::new()));
    let secret = Secret::new(way);
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let labels: Vec<Key> = questions.iter().map(|one| question(*one)).collect();
    let fields = labels.clone().into_iter().zip(IDS).zip(answers);
    let fields = fields
        .map(|((label, id), value)| {
            view! { <TextField id=id label=t(label) value=value errors=errors autocomplete="off" /> }
        })
        .collect_view();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let given: Vec<String> = answers.iter().map(GetUntracked::get_untracked).collect();
        if errors.show(empty(&given, &labels).chain(secret.faults()).collect()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = secret.send(given).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => way.go(Stage::Done),
                Err(error) => {
                    errors.show(refusal(&error));
                }
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <Heading text=t(way.says(k::ANSWERS_TITLE, k::PASSCODE_ANSWERS_TITLE)) />
        <p class="lead">{t(k::ANSWERS_LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            {fields}
            {secret.fields(errors)}
            <p class="row"><Button label=t(way.says(k::SAVE, k::PASSCODE_SAVE)) busy=busy /></p>
        </form>
        {start_over(way)}
        {other_ways(way)}
    }
    .into_any()
}

fn empty(given: &[String], labels: &[Key]) -> impl Iterator<Item = (String, String)> {
    let empty = given.iter().zip(labels).zip(IDS);
    let empty = empty.filter(|((answer, _), _)| answer.trim().is_empty());
    empty.map(|((_, label), id)| fault(id, FieldCode::Required, t(*label)))
}

fn refusal(error: &ApiError) -> Vec<(String, String)> {
    let whole = |words: String| vec![(String::new(), words)];
    match error.problem() {
        Some(problem) if problem.code == ProblemCode::JourneyExpired => whole(t(k::EXPIRED).to_owned()),
        Some(problem) if problem.code == ProblemCode::LockedOut => {
            whole(waiting(t(k::LOCKED), problem.retry_after_s))
        }
        Some(problem) if problem.code == ProblemCode::ResetTooSoon => whole(tn(
            k::TOO_SOON,
            problem.retry_after_s.unwrap_or_default().div_ceil(3600),
        )),
        Some(problem)
            if problem
                .fields
                .iter()
                .any(|field| field.code == FieldCode::AnswerWrong) =>
        {
            let left = problem.tries_left.unwrap_or_default();
            let words = format!(
                "{} {}",
                t(k::ANSWERS_WRONG),
                tn(crate::i18n::keys::errors::TRIES_LEFT, left)
            );
            vec![(IDS[0].to_owned(), words)]
        }
        _ => error.for_form(&["password", "passcode", "again"]),
    }
}

const fn question(question: Q) -> Key {
    match question {
        Q::FirstSchool => a::QUESTION_FIRST_SCHOOL,
        Q::FavouriteTeacher => a::QUESTION_FAVOURITE_TEACHER,
        Q::ChildhoodFriend => a::QUESTION_CHILDHOOD_FRIEND,
        Q::ChildhoodNickname => a::QUESTION_CHILDHOOD_NICKNAME,
        Q::FirstWorkplace => a::QUESTION_FIRST_WORKPLACE,
        Q::FirstJourney => a::QUESTION_FIRST_JOURNEY,
        Q::FavouriteBook => a::QUESTION_FAVOURITE_BOOK,
        Q::FavouriteDish => a::QUESTION_FAVOURITE_DISH,
    }
}

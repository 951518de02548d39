//! Two security questions; with them the account becomes active.

use super::form::Form;
use crate::api::{self, fault};
use crate::components::{Button, Errors, Select, TextField};
use crate::i18n::{Key, keys::activation as k, t};
use eid_domain::field::FieldCode;
use eid_domain::secret::{SecurityQuestion, answer_keys};
use eid_domain::wire::activation::{self, QuestionAnswer};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

/// One question and its answer, as chosen and typed.
#[derive(Clone, Copy)]
struct Typed {
    question_id: &'static str,
    answer_id: &'static str,
    question_label: Key,
    answer_label: Key,
    question: RwSignal<String>,
    answer: RwSignal<String>,
}

impl Typed {
    fn first() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            question_id: "question_1",
            answer_id: "answer_1",
            question_label: k::QUESTIONS_FIRST,
            answer_label: k::QUESTIONS_ANSWER_FIRST,
            question: empty(),
            answer: empty(),
        }
    }

    fn second() -> Self {
        Self {
            question_id: "question_2",
            answer_id: "answer_2",
            question_label: k::QUESTIONS_SECOND,
            answer_label: k::QUESTIONS_ANSWER_SECOND,
            ..Self::first()
        }
    }

    fn parse(self, found: &mut Vec<(String, String)>) -> Option<QuestionAnswer> {
        let question = SecurityQuestion::parse(&self.question.get_untracked());
        if question.is_none() {
            found.push(fault(
                self.question_id,
                FieldCode::Required,
                t(self.question_label),
            ));
        }
        let answer = self.answer.get_untracked();
        if let Err(code) = answer_keys(&answer) {
            let code = if code == FieldCode::AnswerRequired {
                FieldCode::Required
            } else {
                code
            };
            found.push(fault(self.answer_id, code, t(self.answer_label)));
        }
        question.map(|question| QuestionAnswer { question, answer })
    }
}

/// The form.
pub(super) fn view(form: Form) -> AnyView {
    let first = Typed::first();
    let second = Typed::second();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !form.may_send() {
            return;
        }
        let mut found = Vec::new();
        let answers = (first.parse(&mut found), second.parse(&mut found));
        if let (Some(one), Some(other)) = &answers
            && one.question == other.question
        {
            found.push(fault(second.question_id, FieldCode::QuestionRepeated, ""));
        }
        if form.errors.show(found) {
            return;
        }
        let (Some(one), Some(other)) = answers else { return };
        form.busy.set(true);
        spawn_local(async move {
            let given = activation::SetQuestions {
                answers: [one, other],
            };
            form.answer(api::activation::questions(&given).await, &[]);
        });
    };
    view! {
        <p>{t(k::QUESTIONS_LEAD)}</p>
        <form class="stack" novalidate on:submit=submit>
            {pair(first, form.errors)}
            {pair(second, form.errors)}
            <p class="row"><Button label=t(k::QUESTIONS_DO) busy=form.busy /></p>
        </form>
    }
    .into_any()
}

fn pair(typed: Typed, errors: Errors) -> AnyView {
    let mut options = vec![(String::new(), t(k::QUESTIONS_CHOOSE).to_owned())];
    options.extend(
        SecurityQuestion::ALL
            .iter()
            .map(|known| (known.as_str().to_owned(), t(words(*known)).to_owned())),
    );
    view! {
        <div class="panel stack-s">
            <Select id=typed.question_id label=t(typed.question_label) options=options value=typed.question errors=errors />
            <TextField id=typed.answer_id label=t(typed.answer_label) value=typed.answer errors=errors width="w-20" />
        </div>
    }
    .into_any()
}

const fn words(question: SecurityQuestion) -> Key {
    match question {
        SecurityQuestion::FirstSchool => k::QUESTION_FIRST_SCHOOL,
        SecurityQuestion::FavouriteTeacher => k::QUESTION_FAVOURITE_TEACHER,
        SecurityQuestion::ChildhoodFriend => k::QUESTION_CHILDHOOD_FRIEND,
        SecurityQuestion::ChildhoodNickname => k::QUESTION_CHILDHOOD_NICKNAME,
        SecurityQuestion::FirstWorkplace => k::QUESTION_FIRST_WORKPLACE,
        SecurityQuestion::FirstJourney => k::QUESTION_FIRST_JOURNEY,
        SecurityQuestion::FavouriteBook => k::QUESTION_FAVOURITE_BOOK,
        SecurityQuestion::FavouriteDish => k::QUESTION_FAVOURITE_DISH,
    }
}

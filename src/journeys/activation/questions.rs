//! Two security questions; with them the account becomes active.

use super::form::{Form, wrong};
use crate::api;
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
    question: RwSignal<String>,
    answer: RwSignal<String>,
}

impl Typed {
    fn new(question_id: &'static str, answer_id: &'static str) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            question_id,
            answer_id,
            question: empty(),
            answer: empty(),
        }
    }

    fn parse(self, found: &mut Vec<(String, String)>) -> Option<QuestionAnswer> {
        let question = SecurityQuestion::parse(&self.question.get_untracked());
        if question.is_none() {
            found.push(wrong(self.question_id, FieldCode::ChoiceUnknown));
        }
        let answer = self.answer.get_untracked();
        if let Err(code) = answer_keys(&answer) {
            found.push(wrong(self.answer_id, code));
        }
        question.map(|question| QuestionAnswer { question, answer })
    }
}

/// The form.
pub(super) fn view(form: Form) -> AnyView {
    let first = Typed::new("question_1", "answer_1");
    let second = Typed::new("question_2", "answer_2");
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
            found.push(wrong(second.question_id, FieldCode::QuestionRepeated));
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
            {pair(first, k::QUESTIONS_FIRST, k::QUESTIONS_ANSWER_FIRST, form.errors)}
            {pair(second, k::QUESTIONS_SECOND, k::QUESTIONS_ANSWER_SECOND, form.errors)}
            <p class="row"><Button label=t(k::QUESTIONS_DO) busy=form.busy /></p>
        </form>
    }
    .into_any()
}

fn pair(typed: Typed, question: Key, answer: Key, errors: Errors) -> AnyView {
    let mut options = vec![(String::new(), t(k::QUESTIONS_CHOOSE).to_owned())];
    options.extend(
        SecurityQuestion::ALL
            .iter()
            .map(|known| (known.as_str().to_owned(), t(words(*known)).to_owned())),
    );
    view! {
        <div class="panel stack-s">
            <Select id=typed.question_id label=t(question) options=options value=typed.question errors=errors />
            <TextField id=typed.answer_id label=t(answer) value=typed.answer errors=errors width="w-20" />
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

//! One question a page, each with an address of its own, so that the browser's back leads to the one before.

use super::super::{draft, flow, known::Known, shell, way, wished};
use super::{as_of, birth, card_date, choice, exemptions, words, yes_no};
use crate::browser::location;
use crate::components::{Back, Button, ErrorSummary, Errors, Heading};
use crate::i18n::{keys::common, t};
use crate::routes::BookingStep;
use eid_domain::needs::{Answers, Question, QuestionKind, asked_questions, next_question};
use jiff::civil::Date;
use leptos::{ev::SubmitEvent, prelude::*};

/// Checks the fields and puts the answer in its place; shows what is wrong and gives `false` otherwise.
pub(super) type Take = Box<dyn Fn(&mut Answers) -> bool>;

/// The address of a question. `alone`: it is answered again by itself, and the others are not walked through.
pub(super) fn href(question: Question, alone: bool) -> String {
    let path = way::needs().href();
    let mark = if alone { "&sua=1" } else { "" };
    as_of::keep(format!("{path}?hoi={}{mark}", question.as_str()))
}

/// The fields of a question, and what takes its answer; none where it is answered in another way.
type Fields = fn(Question, &Answers, Date, Errors) -> Option<(AnyView, Take)>;

/// Whether the address asks for a question that is answered by choosing, as the first one is. Read without the rules:
/// this is part of the main module.
pub(in super::super) fn asks_for_choice() -> bool {
    let name = location::query("hoi");
    !matches!(name.as_deref(), Some("birth" | "card_date" | "exemptions"))
}

/// The page of a question that is answered by choosing.
pub(in super::super) fn of_choice(known: &Known) -> AnyView {
    page(known, by_choice)
}

/// The page of any question.
pub(in super::super) fn any(known: &Known) -> AnyView {
    page(known, |question, answers, today, errors| match question.kind() {
        QuestionKind::BirthDate => Some(birth::fields(answers, today, errors)),
        QuestionKind::CardDate => Some(card_date::fields(answers, today, errors)),
        QuestionKind::Choices => Some(exemptions::fields(answers, errors)),
        _ => by_choice(question, answers, today, errors),
    })
}

fn by_choice(question: Question, answers: &Answers, today: Date, errors: Errors) -> Option<(AnyView, Take)> {
    match question.kind() {
        QuestionKind::Choice => Some(choice::fields(question, answers, today, errors)),
        QuestionKind::YesNo => Some(yes_no::fields(question, answers, errors)),
        _ => None,
    }
}

fn page(known: &Known, fields: Fields) -> AnyView {
    wished::take(known);
    let today = as_of::apply(known).today;
    let answers = draft::person().now().answers;
    let asked = asked_questions(&answers, today);
    let next = next_question(&answers, today);
    let wanted = location::query("hoi").and_then(|name| Question::parse(&name));
    let question = match wanted {
        None => Question::Status,
        Some(wanted) if asked.contains(&wanted) || next == Some(wanted) => wanted,
        // Not asked on this person's way: an old bookmark, or an answer before it was changed.
        Some(_) => return flow::lead_to(next.map_or_else(way::result, |_| way::needs())),
    };
    let alone = location::query("sua").is_some();
    let back = before(question, &asked, alone);
    draw(question, &answers, today, back, alone, fields)
}

fn before(question: Question, asked: &[Question], alone: bool) -> String {
    if alone {
        return as_of::keep(way::result().href());
    }
    let place = asked
        .iter()
        .position(|known| *known == question)
        .unwrap_or(asked.len());
    let earlier = place.checked_sub(1).and_then(|place| asked.get(place));
    earlier.map_or_else(|| way::before_needs().href(), |earlier| href(*earlier, false))
}

fn draw(
    question: Question,
    answers: &Answers,
    today: Date,
    back: String,
    alone: bool,
    fields: Fields,
) -> AnyView {
    let errors = Errors::new();
    let Some((fields, take)) = fields(question, answers, today, errors) else {
        return flow::lead_to(way::needs());
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let draft = draft::person();
        let mut answers = draft.now().answers;
        if take(&mut answers) {
            errors.clear();
            let to = after(question, &answers, today, alone);
            draft.update(|person| person.answers = answers);
            location::push(&to);
        }
    };
    let hint = words::hint(question).map(|hint| view! { <p class="question-hint">{t(hint)}</p> });
    view! {
        <div class="page">
            <Back href=back />
            <ErrorSummary errors=errors />
            {shell::stepper(BookingStep::Needs)}
            <Heading text=t(words::title(question)) />
            {shell::said()}
            {hint}
            <form class="stack" novalidate on:submit=submit>
                {fields}
                <p class="row"><Button label=t(common::CONTINUE) /></p>
            </form>
        </div>
    }
    .into_any()
}

/// Where this answer leads: the question after it, or the result.
fn after(question: Question, answers: &Answers, today: Date, alone: bool) -> String {
    let asked = asked_questions(answers, today);
    let place = asked.iter().position(|known| *known == question);
    let following = place
        .and_then(|place| asked.get(place + 1))
        .copied()
        .filter(|_| !alone);
    let to = following.or_else(|| next_question(answers, today));
    to.map_or_else(
        || as_of::keep(way::result().href()),
        |to| href(to, alone && asked.contains(&to)),
    )
}

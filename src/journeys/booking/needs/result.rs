//! What the person needs: the outcome, the facts of the visit, notes, the law, and the way on.

use super::super::{draft, flow, known::Known, shell, way};
use super::{answers, as_of, facts, law, notes, outcome, question};
use crate::browser::intl;
use crate::components::{Back, Details, Heading, Icon, LinkButton, TextButton, icon};
use crate::i18n::{keys::common, keys::due, keys::household, t, tf};
use crate::routes::{BookingStep, HouseholdStep, Route};
use eid_domain::needs::{Assessment, Question, asked_questions};
use jiff::civil::Date;
use leptos::prelude::*;

/// The page; leads back to the questions while one is open.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let person = draft::person().now();
    let another_day = as_of::asked(known.today);
    let today = known.today;
    let known = &as_of::apply(known);
    let found = match person.assess(known) {
        Ok(found) => found,
        // On another day another question may be open: a child is 14 by then.
        Err(question) if another_day.is_some() => return one_more(question, another_day),
        Err(_) => return flow::lead_to(way::needs()),
    };
    let last = asked_questions(&person.answers, known.today).last().copied();
    let back = last.map_or_else(|| way::needs().href(), |last| question::href(last, false));
    let lead = outcome::lead(&found)
        .into_iter()
        .map(|line| view! { <p>{line}</p> })
        .collect_view();
    let drawn = if found.outcome.is_visit() {
        Icon::Done
    } else {
        Icon::Info
    };
    let on = if another_day.is_some() {
        // Nothing is booked by another day's rules.
        ().into_any()
    } else if way::is_family() {
        let to = Route::Household(HouseholdStep::List).href();
        view! { <LinkButton href=to label=t(household::BACK_TO_LIST) /> }.into_any()
    } else if found.outcome.is_visit() {
        let started = draft::open().now().place.is_some();
        let to = if started {
            flow::onward(BookingStep::Needs, known)
        } else {
            Route::Booking(BookingStep::Place)
        };
        let label = t(if started {
            common::CONTINUE
        } else {
            due::RESULT_CHOOSE_PLACE
        });
        view! {
            <LinkButton href=to.href() label=label />
            <TextButton label=t(due::RESULT_WHOLE_FAMILY) on_press=with_family />
        }
        .into_any()
    } else {
        view! { <LinkButton href=Route::Help.href() label=t(due::RESULT_TO_HELP) /> }.into_any()
    };
    view! {
        <div class="page">
            <Back href=back />
            {shell::stepper(BookingStep::Needs)}
            <Heading text=outcome::title(found.outcome) />
            {shell::said()}
            {as_of::notice(another_day)}
            <div class="visit-outcome">{icon(drawn)}<div>{lead}</div></div>
            {facts::grid(&found, known.today)}
            <p class="row">{on}</p>
            {more(&found, known.today)}
            {answers::list(&person.answers, known.today)}
            {as_of::control(today)}
            <p><a href=Route::Precheck.href()>{t(due::RESULT_PRECHECK)}</a></p>
            <p><TextButton label=t(due::RESULT_START_AGAIN) on_press=start_again /></p>
        </div>
    }
    .into_any()
}

/// The question that is open on another day.
fn one_more(question: Question, date: Option<Date>) -> AnyView {
    let href = super::question::href(question, true);
    view! {
        <div class="page">
            <Back href=way::result().href() />
            <Heading text=t(due::AS_OF_ONE_MORE) />
            {as_of::notice(date)}
            <p>{t(due::AS_OF_ONE_MORE_TEXT)}</p>
            <p class="row"><LinkButton href=href label=t(super::words::title(question)) /></p>
        </div>
    }
    .into_any()
}

/// Who has answered for themselves brings the others.
fn with_family(_: ()) {
    draft::bring_family();
    Route::Household(HouseholdStep::List).go();
}

/// Forgets the answers alone: what else was typed stays.
fn start_again(_: ()) {
    draft::person().update(|person| person.answers = Default::default());
    way::needs().go();
}

fn more(found: &Assessment, on: Date) -> AnyView {
    let notes = found
        .notes
        .iter()
        .map(|note| view! { <li>{t(notes::key(*note))}</li> })
        .collect_view();
    let notes = (!found.notes.is_empty()).then(|| {
        view! {
            <section class="stack-s">
                <h2>{t(due::RESULT_NOTES_TITLE)}</h2>
                <ul class="bullets">{notes}</ul>
            </section>
        }
    });
    let laws = found
        .legal
        .iter()
        .map(|basis| view! { <li>{law::words(basis)}</li> })
        .collect_view();
    let dated = tf(due::RESULT_LEGAL_DATE, &[("date", &intl::short_date(on))]);
    let laws = (!found.legal.is_empty()).then(|| {
        view! { <Details summary=t(due::RESULT_LEGAL_TITLE)><ul class="bullets">{laws}</ul><p class="hint">{dated}</p></Details> }
    });
    view! { {notes}{laws} }.into_any()
}

//! What the person needs: the outcome, the facts of the visit, notes, the law, and the way on.

use super::super::{draft, flow, known::Known, shell};
use super::{answers, facts, law, notes, outcome, question};
use crate::components::{Back, Details, Heading, Icon, LinkButton, TextButton, icon};
use crate::i18n::{keys::common, keys::needs, t};
use crate::routes::{BookingStep, Route};
use eid_domain::needs::{Assessment, asked_questions};
use leptos::prelude::*;

/// The page; leads back to the questions while one is open.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let booking = draft::open().now();
    let Ok(found) = booking.assess(known) else {
        return flow::lead_to(Route::Needs);
    };
    let last = asked_questions(&booking.answers, known.today).last().copied();
    let back = last.map_or_else(|| Route::Needs.href(), |last| question::href(last, false));
    let lead = outcome::lead(&found)
        .into_iter()
        .map(|line| view! { <p>{line}</p> })
        .collect_view();
    let drawn = if found.outcome.is_visit() {
        Icon::Done
    } else {
        Icon::Info
    };
    let on = if found.outcome.is_visit() {
        let started = booking.office.is_some();
        let to = if started {
            flow::onward(&booking, known)
        } else {
            Route::Booking(BookingStep::Place)
        };
        let label = t(if started {
            common::CONTINUE
        } else {
            needs::RESULT_CHOOSE_PLACE
        });
        view! { <LinkButton href=to.href() label=label /> }.into_any()
    } else {
        view! { <LinkButton href=Route::Help.href() label=t(needs::RESULT_TO_HELP) /> }.into_any()
    };
    view! {
        <div class="page">
            <Back href=back />
            {shell::stepper(BookingStep::Needs)}
            <Heading text=outcome::title(found.outcome) />
            {shell::said()}
            <div class="visit-outcome">{icon(drawn)}<div>{lead}</div></div>
            {facts::grid(&found, known.today)}
            <p class="row">{on}</p>
            {more(&found)}
            {answers::list(&booking.answers, known.today)}
            <p><TextButton label=t(needs::RESULT_START_AGAIN) on_press=start_again /></p>
        </div>
    }
    .into_any()
}

/// Forgets the answers alone: what else was typed stays.
fn start_again(_: ()) {
    draft::open().update(|booking| booking.answers = Default::default());
    Route::Needs.go();
}

fn more(found: &Assessment) -> AnyView {
    let notes = found
        .notes
        .iter()
        .map(|note| view! { <li>{t(notes::key(*note))}</li> })
        .collect_view();
    let notes = (!found.notes.is_empty()).then(|| {
        view! {
            <section class="stack-s">
                <h2>{t(needs::RESULT_NOTES_TITLE)}</h2>
                <ul class="bullets">{notes}</ul>
            </section>
        }
    });
    let laws = found
        .legal
        .iter()
        .map(|basis| view! { <li>{law::words(basis)}</li> })
        .collect_view();
    let laws = (!found.legal.is_empty()).then(|| {
        view! { <Details summary=t(needs::RESULT_LEGAL_TITLE)><ul class="bullets">{laws}</ul></Details> }
    });
    view! { {notes}{laws} }.into_any()
}

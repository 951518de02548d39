//! What happens now: the one thing a person comes to this page for.

use super::{asked, calendar, delivery, due, live::Page};
use crate::components::{ActionButton, Icon, LinkButton};
use crate::i18n::{keys::after as k, t, tf};
use crate::journeys::tracking::{dossier, place, words};
use crate::routes::Route;
use eid_domain::dossier::{Actor, State};
use eid_domain::wire::{dossiers::DossierView, tickets::Late};
use leptos::prelude::*;

/// The present step: whose it is, until when, what was said about it.
pub(super) fn view(page: &Page, view: &DossierView) -> AnyView {
    let state = view.state;
    let late = account_late(view);
    let class = match state {
        // Not done while the account is owed.
        State::HandedOver | State::Completed if late.is_some() => "panel now",
        State::HandedOver | State::Completed => "panel now now-done",
        State::NeedsCorrection | State::DataCorrection | State::Notified | State::Unclaimed => {
            "panel now now-you"
        }
        State::NoShow | State::Refused | State::Cancelled | State::Expired => "panel now now-over",
        _ => "panel now",
    };
    let next = state
        .who_acts_next()
        .or_else(|| late.is_some().then_some(Actor::Ministry));
    let who = next.map(|actor| {
        view! { <p class="muted">{tf(k::NOW_WHO, &[("who", words::who(actor))])}</p> }
    });
    let message = view.message.clone().map(|message| {
        view! { <blockquote class="said"><p class="muted">{t(k::NOW_MESSAGE)}</p><p>{message}</p></blockquote> }
    });
    let collect = matches!(state, State::Notified | State::Unclaimed).then(|| collect(view));
    let cancelled = (state == State::Cancelled)
        .then(|| view! { <p>{t(k::NOW_CANCELLED_TEXT)}</p>{out_of_calendar(view)} });
    let again = matches!(state, State::NoShow | State::Cancelled | State::Expired).then(
        || view! { <p class="row"><LinkButton href=Route::Needs.href() label=t(k::NOW_BOOK_AGAIN) /></p> },
    );
    view! {
        <section class=class id="now" tabindex="-1" aria-labelledby="now-title">
            <h2 id="now-title">{t(k::NOW_TITLE)}</h2>
            <p class="now-text">{collected_for(view).unwrap_or_else(|| words_of(state).to_owned())}{late}</p>
            {cancelled}
            {collect}
            {message}
            {who}
            {due::view(page, view)}
            {asked::view(page, view)}
            {delivery::view(page, view)}
            {again}
        </section>
    }
    .into_any()
}

/// What is still owed of a dossier that is done at the counter; what stands for the account says how late it is.
fn account_late(view: &DossierView) -> Option<String> {
    let done = matches!(view.state, State::HandedOver | State::Completed);
    Late::of(view)
        .account
        .filter(|_| done)
        .map(|_| format!(" {}", t(k::NOW_ACCOUNT_LATE)))
}

/// Where the card lies, when that place is open, and what to bring.
fn collect(view: &DossierView) -> impl IntoView + use<> {
    // A team's stop is gone by then: the card lies at the office that sent it.
    let again = view.visit.as_ref().and_then(|visit| visit.again.as_deref());
    let place = again.or_else(|| dossier::office_of(view));
    let place = place.map(|place| {
        let hours = place::hours(place).join("; ");
        view! {
            <p>{tf(k::NOW_COLLECT_AT, &[("office", &place::whole(place))])}</p>
            <p>{tf(k::NOW_COLLECT_HOURS, &[("hours", &hours)])}" "{place::caution(place)}</p>
        }
    });
    view! { {place}<p>{t(k::NOW_COLLECT_BRING)}</p> }
}

/// That somebody else has collected the card, and who, where it may be known.
fn collected_for(view: &DossierView) -> Option<String> {
    let name = view
        .collected_for
        .as_ref()
        .filter(|_| view.state == State::HandedOver)?;
    Some(if name.is_empty() {
        t(k::NOW_COLLECTED_FOR).to_owned()
    } else {
        tf(k::NOW_COLLECTED_BY, &[("name", name)])
    })
}

/// For whoever had put the visit into a calendar.
fn out_of_calendar(view: &DossierView) -> Option<AnyView> {
    let visit = view.visit.clone()?;
    let view = view.clone();
    let remove = move |()| calendar::remove(&view, &visit);
    Some(
        view! {
            <p><ActionButton drawn=Icon::Calendar label=t(k::NOW_OUT_OF_CALENDAR) on_press=remove /></p>
        }
        .into_any(),
    )
}

/// What happens now, and what to do.
pub(super) fn words_of(state: State) -> &'static str {
    t(match state {
        State::Draft | State::Submitted => k::NOW_SUBMITTED,
        State::Booked => k::NOW_BOOKED,
        State::NoShow => k::NOW_NO_SHOW,
        State::CheckedIn => k::NOW_CHECKED_IN,
        State::InIntake => k::NOW_IN_INTAKE,
        State::DataCorrection => k::NOW_DATA_CORRECTION,
        State::Received => k::NOW_RECEIVED,
        State::SentToMinistry => k::NOW_SENT_TO_MINISTRY,
        State::InReview => k::NOW_IN_REVIEW,
        State::NeedsCorrection => k::NOW_NEEDS_CORRECTION,
        State::Approved => k::NOW_APPROVED,
        State::Printed => k::NOW_PRINTED,
        State::InTransit => k::NOW_IN_TRANSIT,
        State::AtOffice => k::NOW_AT_OFFICE,
        State::Notified => k::NOW_NOTIFIED,
        State::WithPost => k::NOW_WITH_POST,
        State::ReturnedByPost => k::NOW_RETURNED_BY_POST,
        State::Unclaimed => k::NOW_UNCLAIMED,
        State::HandedOver => k::NOW_HANDED_OVER,
        State::Completed => k::NOW_COMPLETED,
        State::Refused => k::NOW_REFUSED,
        State::Cancelled => k::NOW_CANCELLED,
        State::Expired => k::NOW_EXPIRED,
    })
}

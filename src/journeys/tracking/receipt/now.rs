//! What happens now: the one thing a person comes to this page for.

use super::{calendar, due, live::Page};
use crate::components::{ActionButton, Icon, LinkButton};
use crate::i18n::{keys::tracking as k, t, tf};
use crate::journeys::tracking::{dossier, place, words};
use crate::routes::Route;
use eid_domain::dossier::State;
use eid_domain::wire::dossiers::DossierView;
use leptos::prelude::*;

/// The present step: whose it is, until when, what was said about it.
pub(super) fn view(page: &Page, view: &DossierView) -> AnyView {
    let state = view.state;
    let class = match state {
        State::HandedOver | State::Completed => "panel now now-done",
        State::NeedsCorrection | State::DataCorrection | State::Notified | State::Unclaimed => {
            "panel now now-you"
        }
        State::NoShow | State::Refused | State::Cancelled | State::Expired => "panel now now-over",
        _ => "panel now",
    };
    let who = state.who_acts_next().map(|actor| {
        view! { <p class="muted">{tf(k::NOW_WHO, &[("who", words::who(actor))])}</p> }
    });
    let message = view.message.clone().map(|message| {
        view! { <blockquote class="said"><p class="muted">{t(k::NOW_MESSAGE)}</p><p>{message}</p></blockquote> }
    });
    let collect = matches!(state, State::Notified | State::Unclaimed)
        .then(|| dossier::office_of(view))
        .flatten()
        .map(|office| {
            let whole = format!("{}, {}", place::name(office), place::address(office));
            view! { <p>{tf(k::NOW_COLLECT_AT, &[("office", &whole)])}</p> }
        });
    let cancelled = (state == State::Cancelled)
        .then(|| view! { <p>{t(k::SLIP_CANCELLED_TEXT)}</p>{out_of_calendar(page, view)} });
    let again = matches!(state, State::NoShow | State::Cancelled | State::Expired).then(
        || view! { <p class="row"><LinkButton href=Route::Needs.href() label=t(k::CHANGE_BOOK_AGAIN) /></p> },
    );
    view! {
        <section class=class id="now" tabindex="-1" aria-labelledby="now-title">
            <h2 id="now-title">{t(k::NOW_TITLE)}</h2>
            <p class="now-text">{words::now(state)}</p>
            {cancelled}
            {collect}
            {message}
            {who}
            {due::view(page, view)}
            {again}
        </section>
    }
    .into_any()
}

/// For whoever had put the visit into a calendar.
fn out_of_calendar(page: &Page, view: &DossierView) -> Option<AnyView> {
    let visit = view.visit.clone()?;
    let (page, view) = (page.clone(), view.clone());
    let remove = move |()| calendar::remove(&page, &view, &visit);
    Some(
        view! {
            <p><ActionButton drawn=Icon::Calendar label=t(k::ACTIONS_CALENDAR_REMOVE) on_press=remove /></p>
        }
        .into_any(),
    )
}

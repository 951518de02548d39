//! A day of a place: whom it has checked, and who stays there.

use super::{Here, checks, picker};
use crate::api::{self, stays::Filer};
use crate::browser::{focus, timer};
use crate::components::{Button, ButtonKind, Fetched, Heading, LinkButton, Refetch};
use crate::i18n::{keys::stay as s, keys::venue as k, t};
use crate::journeys::stay::{due::OfficeClock, forms, list, own};
use crate::routes::Route;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::stays::StayNotices;
use eid_domain::wire::venues::VenueView;
use jiff::civil::Date;
use leptos::{prelude::*, task::spawn_local};

/// Seconds from one look at the list to the next: a check on a phone at the gate stands on the desk's screen soon.
const LOOK_S: u32 = 20;

/// The page of a place at work.
pub(super) fn view(here: RwSignal<Here>, venue: &VenueView, today: Date) -> AnyView {
    let day = RwSignal::new(today);
    let (stays, seen) = (Refetch::new(), Refetch::new());
    timer::every_while_seen(LOOK_S, move || seen.now());
    let writing = RwSignal::new(None::<OfficeClock>);
    let close = Callback::new(move |()| {
        writing.set(None);
        focus::later("stays");
    });
    let form = move || {
        let clock = writing.get()?;
        Some(forms::declare(Filer::Venue, clock, stays, close))
    };
    let leave = move |()| {
        spawn_local(async move {
            // Whatever the server says: on this device nobody works any more.
            let _ = api::venues::sign_out().await;
            focus::want_heading();
            let _ = here.try_set(Here::SignedOut);
        });
    };
    let listed = move |found: Option<StayNotices>| match found {
        Some(found) => notices(&found, writing, stays),
        None => ().into_any(),
    };
    view! {
        <Heading text=venue.name.clone() />
        <p class="lead">{venue.address.clone()}</p>
        <p class="row">
            <LinkButton href=Route::CheckId.href() label=t(k::CHECK) />
            <Button label=t(k::SIGN_OUT) kind=ButtonKind::Second on_press=leave />
        </p>
        {picker::view(day, today)}
        <section class="stack-s" aria-labelledby="checks">
            <h2 id="checks">{t(k::CHECKS_TITLE)}</h2>
            <Fetched fetch=move || Box::pin(checked(day.get(), here)) show=checks::view refetch=seen />
        </section>
        {form}
        <section class="stack-s" aria-labelledby="stays">
            <h2 id="stays" tabindex="-1">{t(k::STAYS_TITLE)}</h2>
            <Fetched
                fetch=move || Box::pin(guests(day.get(), here))
                show=listed
                refetch=stays
            />
            {own::law()}
        </section>
    }
    .into_any()
}

/// `None` where nobody is signed in any more: the form to sign in takes the place of the page.
async fn checked(
    day: Date,
    here: RwSignal<Here>,
) -> Result<Option<eid_domain::wire::venues::VenueChecks>, String> {
    signed(api::venues::checks(&day.to_string()).await, here)
}

async fn guests(day: Date, here: RwSignal<Here>) -> Result<Option<StayNotices>, String> {
    signed(api::stays::of_day(&day.to_string()).await, here)
}

fn signed<T>(answer: Result<T, api::ApiError>, here: RwSignal<Here>) -> Result<Option<T>, String> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(error) if error.is(ProblemCode::NotSignedIn) => {
            let _ = here.try_set(Here::SignedOut);
            Ok(None)
        }
        Err(error) => Err(error.words()),
    }
}

fn notices(found: &StayNotices, writing: RwSignal<Option<OfficeClock>>, refetch: Refetch) -> AnyView {
    let clock = OfficeClock::new(found.now);
    let begin = move |()| writing.set(Some(clock));
    let new = move || {
        let closed = writing.with(Option::is_none);
        closed.then(|| view! { <p class="row"><Button label=t(s::NEW) on_press=begin /></p> })
    };
    let none = found
        .stays
        .is_empty()
        .then(|| view! { <p class="muted">{t(k::STAYS_NONE)}</p> });
    view! {
        {new}
        {none}
        {list::view(Filer::Venue, &found.stays, refetch)}
    }
    .into_any()
}

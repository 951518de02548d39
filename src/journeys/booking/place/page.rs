//! The page: a search field, and the offices below it.

use super::super::{draft, draft::Place, flow, known::Known, shell, way};
use super::{load, near, results};
use crate::components::{Back, Fetched, Heading};
use crate::i18n::{keys::booking, t};
use crate::routes::BookingStep;
use eid_domain::office::{Finder, Office};
use leptos::prelude::*;
use std::sync::Arc;

/// Where would you like to go?
pub(in super::super) fn page(known: &Known) -> AnyView {
    let known = known.clone();
    let show = move |finder: Arc<Finder>| untrack(|| search(finder, known.clone()));
    let body = match load::known() {
        Some(finder) => show(finder),
        None => view! { <Fetched fetch=|| Box::pin(load::finder()) show=show /> }.into_any(),
    };
    view! {
        <div class="page">
            <Back href=way::before_place().href() />
            {shell::stepper(BookingStep::Place)}
            <Heading text=t(booking::PLACE_TITLE) />
            <p>{t(booking::PLACE_ANY_NOTE)}</p>
            {body}
        </div>
    }
    .into_any()
}

fn search(finder: Arc<Finder>, known: Known) -> AnyView {
    let query = draft::field(draft::open(), |booking| &mut booking.search);
    let here = RwSignal::new(near::Where::default());
    let chosen = draft::open().now().place.map(|place| place.id);
    let choose = Callback::new(move |office: Office| {
        let draft = draft::open();
        draft.update(|booking| {
            let place = Place::of(&office);
            if booking.place.as_ref() != Some(&place) {
                booking.day = None;
            }
            booking.place = Some(place);
        });
        flow::onward(BookingStep::Place, &known).go();
    });
    view! {
        <form class="field" role="search" on:submit=|event| event.prevent_default()>
            <label class="label" for="search">{t(booking::PLACE_SEARCH)}</label>
            <p class="hint" id="search-hint">{t(booking::PLACE_SEARCH_HINT)}</p>
            <input
                class="input"
                id="search"
                name="search"
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-describedby="search-hint"
                prop:value=move || query.get()
                on:input=move |event| query.set(event_target_value(&event))
            />
        </form>
        {near::button(here, query)}
        {results::list(finder, query, here, chosen, choose)}
    }
    .into_any()
}

//! The page of who books alone.

use super::super::{draft, flow, known::Known};
use super::choose::{self, Page};
use super::slots;
use super::take::Place;
use crate::i18n::{keys::booking, t, tn};
use crate::routes::{BookingStep, Route};
use leptos::prelude::*;

/// Choose a day and a time.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let (now, person) = (draft::open().now(), draft::person().now());
    let (Some(office), Some(wanted)) = (now.place, person.wanted(known)) else {
        return flow::lead_to(Route::Booking(BookingStep::Place));
    };
    let visit = person.visit(known);
    let length = visit
        .as_ref()
        .map(|visit| view! { <p class="muted">{tn(booking::TIME_LENGTH, visit.minutes.into())}</p> });
    let page = Page {
        title: t(booking::TIME_TITLE),
        lead: length.into_any(),
        not_before: visit.and_then(|visit| visit.not_before),
        here: Route::Booking(BookingStep::Time),
        wanted: Place {
            office: office.id.clone(),
            visit: wanted,
            known: known.clone(),
        },
        office,
        times: slots::section,
    };
    choose::draw(page, known)
}

//! When: a day, then one window of time for everybody; choosing one keeps it.

use super::super::time::choose::{self, Page};
use super::super::{draft, flow::lead_to};
use super::draft::family;
use super::take::Window;
use super::{Known, windows};
use crate::i18n::{keys::household as k, t, tf};
use crate::routes::{HouseholdStep, Route};
use jiff::civil::Date;
use leptos::prelude::*;

/// Choose a day and a window.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let (Some(office), Some(family)) = (draft::family().now().place, family(known)) else {
        return lead_to(Route::Household(HouseholdStep::List));
    };
    let count = family.members().len().to_string();
    let page = Page {
        title: t(k::TIME_TITLE),
        lead: view! { <p class="muted">{tf(k::TIME_LEAD, &[("count", &count)])}</p> }.into_any(),
        not_before: not_before(known),
        here: Route::Household(HouseholdStep::Time),
        wanted: Window {
            office: office.id.clone(),
            family,
            known: known.clone(),
        },
        office,
        times: windows::section,
    };
    choose::draw(page, known)
}

/// The first day that makes sense for everybody.
fn not_before(known: &Known) -> Option<Date> {
    let people = draft::people();
    people
        .iter()
        .filter_map(|person| person.visit(known)?.not_before)
        .max()
}

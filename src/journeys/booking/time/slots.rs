//! The free start times of a day.

use super::choose::Below;
use super::take::Place;
use super::{own, section};
use crate::api;
use crate::browser::intl;
use crate::components::{Empty, FreeTime, SlotList};
use crate::i18n::{keys::booking, t, tf};
use eid_domain::wire::slots::DaySlots;
use jiff::civil::{Date, Time};
use leptos::prelude::*;

/// Heading and times of a day.
pub(super) fn section(place: &Place, day: Date, below: Below) -> AnyView {
    let title = tf(booking::TIME_SLOTS_TITLE, &[("day", &intl::weekday_date(day))]);
    let place = place.clone();
    let fetch = move || {
        let place = place.clone();
        async move { api::offices::day(&place.office, day, place.visit).await }
    };
    section::view(title, below, fetch, move |found| draw(found, below.on_choose))
}

fn draw(found: DaySlots, on_choose: Callback<Time>) -> AnyView {
    if found.slots.is_empty() {
        return view! { <Empty title=t(booking::TIME_NO_SLOTS)><p>{t(booking::TIME_NO_SLOTS_TEXT)}</p></Empty> }.into_any();
    }
    let own = found
        .slots
        .first()
        .and_then(|slot| own::line(found.date.to_datetime(slot.time)));
    let own = own.map(|own| {
        let first = found
            .slots
            .first()
            .map(|slot| intl::time(slot.time))
            .unwrap_or_default();
        view! { <p class="hint">{first}" = "{own}</p> }
    });
    let times = found.slots.iter().map(|slot| FreeTime {
        time: slot.time,
        free: slot.free,
    });
    view! { {own}<SlotList times=times.collect() on_choose=on_choose /> }.into_any()
}

//! The free start times of a day.

use super::own;
use super::take::Taking;
use crate::api;
use crate::browser::intl;
use crate::components::{Empty, Fetched, FreeTime, SlotList, TextButton};
use crate::i18n::{keys::booking, t, tf};
use eid_domain::wire::slots::{DaySlots, SlotQuery};
use jiff::civil::{Date, Time};
use leptos::prelude::*;

/// The heading's id: the focus goes there when a day is chosen.
pub(super) const ID: &str = "times";

/// Heading and times of a day.
pub(super) fn section(
    office: String,
    visit: SlotQuery,
    day: Date,
    taking: Taking,
    on_other_day: Callback<()>,
    on_choose: Callback<Time>,
) -> AnyView {
    let title = tf(booking::TIME_SLOTS_TITLE, &[("day", &intl::weekday_date(day))]);
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<DaySlots, String>>>> {
        let office = office.clone();
        Box::pin(async move {
            api::offices::day(&office, day, visit)
                .await
                .map_err(|error| error.words())
        })
    };
    view! {
        <section class="stack-s times" aria-labelledby=ID aria-busy=move || taking.busy.get().then_some("true")>
            <h2 id=ID tabindex="-1">{title}</h2>
            <TextButton label=t(booking::TIME_OTHER_DAY) on_press=on_other_day />
            <Fetched fetch=fetch show=move |found| draw(found, on_choose) refetch=taking.again />
        </section>
    }
    .into_any()
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

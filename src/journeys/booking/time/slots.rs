//! The free start times of a day.

use super::own;
use super::take::Taking;
use crate::api;
use crate::browser::intl;
use crate::components::{Empty, Fetched, SlotItem, SlotList, SlotPart, TextButton};
use crate::i18n::{keys::booking, keys::common, t, tf};
use eid_domain::when::When;
use eid_domain::wire::slots::{DaySlots, Slot, SlotQuery};
use jiff::civil::{Date, Time, time};
use leptos::prelude::*;

/// The heading's id: the focus goes there when a day is chosen.
pub(super) const ID: &str = "times";

const NOON: Time = time(12, 0, 0, 0);
const EVENING: Time = time(17, 30, 0, 0);

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
    let part = |name, from: Time, to: Time| SlotPart {
        name: t(name).to_owned(),
        slots: found
            .slots
            .iter()
            .filter(|slot| from <= slot.time && slot.time < to)
            .map(item)
            .collect(),
    };
    let parts = vec![
        part(common::MORNING, Time::MIN, NOON),
        part(common::AFTERNOON, NOON, EVENING),
        part(common::EVENING, EVENING, Time::MAX),
    ];
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
    let pick = Callback::new(move |value: String| {
        if let Some(time) = When::of(&value) {
            on_choose.run(time);
        }
    });
    view! { {own}<SlotList parts=parts chosen=Signal::stored(None::<String>) on_choose=pick /> }.into_any()
}

fn item(slot: &Slot) -> SlotItem {
    SlotItem {
        value: slot.time.to_string(),
        label: intl::time(slot.time),
        free: slot.free.into(),
    }
}

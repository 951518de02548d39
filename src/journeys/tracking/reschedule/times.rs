//! The second step: a time on the chosen day.

use super::{Step, days};
use crate::api;
use crate::browser::{intl, location};
use crate::components::{
    ButtonKind, Empty, Fetched, LinkButton, Notice, NoticeKind, SlotItem, SlotList, SlotPart,
};
use crate::i18n::{
    keys::{common, errors, tracking as k},
    t,
};
use crate::journeys::tracking::{
    dossier::Case,
    flash::{self, Flash},
};
use eid_domain::when::When;
use eid_domain::wire::{
    dossiers::Visit,
    slots::{DaySlots, Slot},
};
use jiff::civil::{Date, Time, time};
use leptos::prelude::*;

const NOON: Time = time(12, 0, 0, 0);
const EVENING: Time = time(17, 0, 0, 0);

/// The free times of a day. Says so where the time chosen before has gone to somebody else.
pub(super) fn view(case: &Case, visit: &Visit, date: Date) -> AnyView {
    let (office, query) = (visit.office_id.clone(), days::query(case, visit));
    let (reference, key) = (case.view.reference.clone(), case.key.clone());
    let fetch = move || {
        let office = office.clone();
        Box::pin(async move {
            api::offices::day(&office, date, query)
                .await
                .map_err(|error| error.words())
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let other = Step::Day.href(&case.view.reference, &case.key);
    let other_again = other.clone();
    let show = move |slots: DaySlots| list(slots, reference.clone(), key.clone(), other_again.clone());
    let taken = (flash::take() == Some(Flash::Taken)).then(|| {
        view! { <Notice kind=NoticeKind::Warning title=t(errors::PROBLEM_SLOT_TAKEN) announced=true /> }
    });
    view! {
        {taken}
        <Fetched fetch=fetch show=show />
        <p class="row"><LinkButton href=other label=t(k::MOVE_OTHER_DAY) kind=ButtonKind::Second /></p>
    }
    .into_any()
}

fn list(day: DaySlots, reference: String, key: String, other: String) -> AnyView {
    if day.slots.is_empty() {
        return view! {
            <Empty title=t(k::MOVE_NO_TIMES)><p><a href=other>{t(k::MOVE_OTHER_DAY)}</a></p></Empty>
        }
        .into_any();
    }
    let part = |name, from: Time, to: Option<Time>| SlotPart {
        name: t(name).to_owned(),
        slots: day
            .slots
            .iter()
            .filter(|slot| from <= slot.time && to.is_none_or(|to| slot.time < to))
            .map(item)
            .collect(),
    };
    let parts = vec![
        part(common::MORNING, Time::MIN, Some(NOON)),
        part(common::AFTERNOON, NOON, Some(EVENING)),
        part(common::EVENING, EVENING, None),
    ];
    let date = day.date;
    let choose = move |time: String| {
        if let Some(time) = When::of(&time) {
            location::push(&Step::Confirm(date, time).href(&reference, &key));
        }
    };
    // The headings of the parts are of the third rank.
    view! {
        <h2 class="visually-hidden">{intl::long_date(date)}</h2>
        <SlotList parts=parts chosen=None on_choose=choose />
    }
    .into_any()
}

fn item(slot: &Slot) -> SlotItem {
    SlotItem {
        value: slot.time.to_string(),
        label: intl::time(slot.time),
        free: slot.free.into(),
    }
}

//! The second step: a time on the chosen day.

use super::{Step, address, days};
use crate::api;
use crate::browser::{intl, location};
use crate::components::{ButtonKind, Empty, Fetched, FreeTime, LinkButton, Notice, NoticeKind, SlotList};
use crate::i18n::{
    keys::{errors, moving as k},
    t,
};
use crate::journeys::tracking::{
    dossier::Case,
    flash::{self, Flash},
};
use eid_domain::wire::{dossiers::Visit, slots::DaySlots};
use jiff::civil::{Date, Time};
use leptos::prelude::*;

/// The free times of a day. Says so where the time chosen before has gone to somebody else.
pub(super) fn view(case: &Case, visit: &Visit, date: Date) -> AnyView {
    let (office, query) = (visit.next_office_id().to_owned(), days::query(case, visit));
    let (reference, key) = (case.view.reference.clone(), case.key.clone());
    let fetch = move || {
        let office = office.clone();
        Box::pin(async move {
            api::offices::day(&office, date, query)
                .await
                .map_err(|error| error.words())
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let other = address(Step::Day, &case.view.reference, &case.key);
    let other_again = other.clone();
    let show = move |slots: DaySlots| list(slots, reference.clone(), key.clone(), other_again.clone());
    let taken = (flash::take() == Some(Flash::Taken)).then(|| {
        view! { <Notice kind=NoticeKind::Warning title=t(errors::PROBLEM_SLOT_TAKEN) announced=true /> }
    });
    view! {
        {taken}
        <Fetched fetch=fetch show=show />
        <p class="row"><LinkButton href=other label=t(k::OTHER_DAY) kind=ButtonKind::Second /></p>
    }
    .into_any()
}

fn list(day: DaySlots, reference: String, key: String, other: String) -> AnyView {
    if day.slots.is_empty() {
        return view! {
            <Empty title=t(k::NO_TIMES)><p><a href=other>{t(k::OTHER_DAY)}</a></p></Empty>
        }
        .into_any();
    }
    let date = day.date;
    let choose = move |time: Time| location::push(&address(Step::Confirm(date, time), &reference, &key));
    let times = day.slots.iter().map(|slot| FreeTime {
        time: slot.time,
        free: slot.free,
    });
    // The headings of the parts are of the third rank.
    view! {
        <h2 class="visually-hidden">{intl::long_date(date)}</h2>
        <SlotList times=times.collect() on_choose=choose />
    }
    .into_any()
}

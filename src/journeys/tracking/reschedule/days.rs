//! The first step: a day.

use super::{Step, slip};
use crate::api;
use crate::browser::{intl, location};
use crate::components::{DayItem, DayList, Empty, Fetched, LinkButton};
use crate::i18n::{keys::moving as k, t, tf};
use crate::journeys::tracking::dossier::Case;
use eid_domain::when::When;
use eid_domain::wire::{
    dossiers::Visit,
    slots::{Day, Days, SlotQuery},
};
use leptos::prelude::*;

/// Which visit free places are looked for: one like the booked one.
pub(super) fn query(case: &Case, visit: &Visit) -> SlotQuery {
    SlotQuery {
        service: case.view.service,
        age_group: visit.age_group,
    }
}

/// The days that have room.
pub(super) fn view(case: &Case, visit: &Visit) -> AnyView {
    let (office, query) = (visit.office_id.clone(), query(case, visit));
    let (reference, key) = (case.view.reference.clone(), case.key.clone());
    let fetch = move || {
        let office = office.clone();
        Box::pin(async move {
            api::offices::days(&office, query)
                .await
                .map_err(|error| error.words())
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |days: Days| list(days, reference.clone(), key.clone());
    view! { <h2>{t(k::DAY)}</h2><Fetched fetch=fetch show=show /> }.into_any()
}

fn list(days: Days, reference: String, key: String) -> AnyView {
    if days.days.iter().all(|day| day.free == 0) {
        return view! {
            <Empty title=t(k::NO_DAYS)>
                <p>{t(k::NO_DAYS_TEXT)}</p>
                <p><LinkButton href=slip(&reference, &key) label=t(k::TO_SLIP) /></p>
            </Empty>
        }
        .into_any();
    }
    let choose = move |date: String| {
        if let Some(date) = When::of(&date) {
            location::push(&Step::Time(date).href(&reference, &key));
        }
    };
    let next = next(&days);
    let days = days.days.iter().map(item).collect::<Vec<_>>();
    view! { <DayList days=days chosen=None on_choose=choose />{next} }.into_any()
}

/// Which day opens next, and when: so that nobody need look again and again.
fn next(days: &Days) -> Option<impl IntoView + use<>> {
    let next = days.next?;
    let words = tf(
        k::NEXT_DAY,
        &[
            ("date", &intl::day_date(next.date)),
            ("when", &intl::instant(next.opens_at)),
        ],
    );
    Some(view! { <p class="hint">{words}</p> })
}

fn item(day: &Day) -> DayItem {
    DayItem {
        value: day.date.to_string(),
        label: intl::day_date(day.date),
        group: intl::month(day.date),
        free: day.free.into(),
    }
}

//! The sum, day by day: a list for reading aloud and for narrow screens, a calendar on wide ones.

use super::known::Known;
use crate::browser::intl;
use crate::i18n::{Key, Lang, keys::trip, lang, t, tf};
use eid_domain::trip::{Phase, Plan, PlanDay, PlanEvent, Trip, strip};
use jiff::civil::Time;
use leptos::prelude::*;

/// Every day of the plan.
pub(super) fn list(plan: &Plan, time: Option<Time>, stay: &Trip, known: &Known) -> AnyView {
    let days = strip(stay, plan, &known.calendar, &known.rules);
    let items = days.iter().map(|day| one(day, time)).collect_view();
    view! { <ol class="strip">{items}</ol> }.into_any()
}

fn one(day: &PlanDay<'_>, time: Option<Time>) -> AnyView {
    let column = day.date.weekday().to_monday_one_offset();
    let class = format!("strip-day strip-{} wd-{column}", look(day));
    let off = off(day).map(|words| view! { <span class="strip-off">{words}</span> });
    let events = day
        .events
        .iter()
        .map(|event| view! { <strong class="strip-event">{t(event_key(*event))}</strong> })
        .collect_view();
    view! {
        <li class=class>
            <span class="strip-date">{intl::weekday_date(day.date)}</span>
            <span class="strip-what"><span>{what(day, time)}</span>" "{off}" "{events}</span>
        </li>
    }
    .into_any()
}

/// The day's colour.
fn look(day: &PlanDay<'_>) -> &'static str {
    match day.phase {
        Phase::Visit => "visit",
        Phase::Arrival | Phase::Departure => "travel",
        Phase::Abroad => "late",
        Phase::Margin => "margin",
        _ if !day.events.is_empty() => "done",
        Phase::Before => "free",
        Phase::Waiting if day.counted.is_some() => "counted",
        Phase::Waiting => "off-day",
    }
}

fn what(day: &PlanDay<'_>, time: Option<Time>) -> String {
    let plain = |key| t(key).to_owned();
    let counted = |n: u16| {
        tf(
            trip::DAY_COUNTED,
            &[("n", &n.to_string()), ("of", &day.limit.to_string())],
        )
    };
    let phase = match (day.phase, time) {
        (Phase::Arrival, _) => plain(trip::DAY_ARRIVAL),
        (Phase::Departure, _) => plain(trip::DAY_DEPARTURE),
        (Phase::Before, _) => plain(trip::DAY_BEFORE),
        (Phase::Margin, _) => plain(trip::DAY_MARGIN),
        (Phase::Abroad, _) => plain(trip::DAY_ABROAD),
        (Phase::Visit, Some(time)) => tf(trip::DAY_VISIT_AT, &[("time", &intl::time(time))]),
        (Phase::Visit, None) => plain(trip::DAY_VISIT),
        (Phase::Waiting, _) => {
            return day
                .counted
                .map(counted)
                .unwrap_or_else(|| plain(trip::DAY_NOT_COUNTED));
        }
    };
    match day.counted {
        Some(n) => format!("{phase} · {}", counted(n)),
        None => phase,
    }
}

/// Why a day is not one of work, or that a Saturday is.
fn off(day: &PlanDay<'_>) -> Option<String> {
    if let Some(special) = day.special {
        let name = match lang() {
            Lang::Vi => &special.vi,
            Lang::En => &special.en,
        };
        let open = (!special.confirmed).then(|| t(trip::DAY_NOT_CONFIRMED));
        return Some(open.map_or_else(|| name.clone(), |open| format!("{name} {open}")));
    }
    day.weekend.then(|| t(trip::DAY_WEEKEND).to_owned())
}

const fn event_key(event: PlanEvent) -> Key {
    match event {
        PlanEvent::CardThere => trip::EVENT_CARD_THERE,
        PlanEvent::Collect => trip::EVENT_COLLECT,
        PlanEvent::Approved => trip::EVENT_APPROVED,
        PlanEvent::Activate => trip::EVENT_ACTIVATE,
    }
}

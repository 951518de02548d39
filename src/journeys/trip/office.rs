//! One office: the best day, the sum, the other days, and the way into booking.

use super::{known::Known, strip, words};
use crate::browser::intl;
use crate::components::{Details, Icon, Tag, TagKind, icon};
use crate::i18n::{keys::trip, t, tf};
use crate::routes::Route;
use eid_domain::office::{Office, Reach};
use eid_domain::trip::{Bookable, Fit, OfficeAnswer, Plan, Standing, Trip};
use jiff::civil::{Date, Time};
use leptos::prelude::*;

/// So many other days are shown.
const OTHERS: usize = 6;

/// The office; `first` shows its sum at once.
pub(super) fn card(
    first: bool,
    office: &Office,
    one: &OfficeAnswer,
    far_km: Option<u16>,
    stay: &Trip,
    known: &Known,
) -> Option<AnyView> {
    let name = words::office(office);
    let (kind, state) = state(&one.standing);
    let time = match &one.standing {
        Standing::Free(days) => days.first().and_then(|day| day.first),
        _ => None,
    };
    let sum = one.plan().map(|plan| sum(first, plan, time, stay, known));
    let act = match &one.standing {
        Standing::Free(days) => days.first().map(|day| book(office, day, &name)),
        _ => None,
    };
    let others = match &one.standing {
        Standing::Free(days) if days.len() > 1 => Some(others(office, days)),
        _ => None,
    };
    let further = (one.reach != Reach::Here).then(|| view! { <Tag text=words::further(far_km) /> });
    let unverified = (!office.address_verified)
        .then(|| view! { <Tag text=t(trip::OFFICE_UNVERIFIED) kind=TagKind::Warning /> });
    Some(
        view! {
            <li class="panel trip-office" data-office=office.id.as_str().to_owned()>
                <h3>{name}</h3>
                <p class="row trip-tags"><Tag text=state kind=kind />{further}{unverified}</p>
                <p class="place-line">{icon(Icon::Place)}<span>{office.address_line()}</span></p>
                {one.plan().map(|plan| lines(plan, time))}
                {act}
                {sum}
                {others}
            </li>
        }
        .into_any(),
    )
}

fn state(standing: &Standing) -> (TagKind, String) {
    match standing {
        Standing::Free(days) => match days.first() {
            Some(day) if day.plan.fit == Fit::Tight => (TagKind::Warning, words::slack(&day.plan)),
            Some(day) => (TagKind::Ok, words::slack(&day.plan)),
            None => (TagKind::Plain, String::new()),
        },
        Standing::OpensOn { at, .. } => (
            TagKind::Info,
            tf(
                trip::OFFICE_OPENS,
                &[
                    ("time", &intl::time(at.time())),
                    ("date", &intl::short_date(at.date())),
                ],
            ),
        ),
        Standing::Full { .. } => (TagKind::Warning, t(trip::OFFICE_FULL).to_owned()),
        Standing::TooShort { plan, .. } => (TagKind::Danger, words::slack(plan)),
        Standing::Closed => (TagKind::Danger, t(trip::OFFICE_CLOSED).to_owned()),
    }
}

/// Visit and finish in two lines, the own clock beside the office's.
fn lines(plan: &Plan, time: Option<Time>) -> AnyView {
    let visit = match time {
        Some(time) => tf(
            trip::OFFICE_VISIT_AT,
            &[("date", &words::day(plan.visit)), ("time", &intl::time(time))],
        ),
        None => tf(trip::OFFICE_VISIT, &[("date", &words::day(plan.visit))]),
    };
    let own = time
        .and_then(|time| intl::own_time(plan.visit.to_datetime(time)))
        .map(|(zone, time)| {
            let line = tf(trip::OFFICE_OWN_TIME, &[("zone", &zone), ("time", &time)]);
            view! { <span class="hint">{line}</span> }
        });
    let finish = tf(trip::OFFICE_FINISH, &[("date", &words::day(plan.finish))]);
    view! {
        <p class="place-line">{icon(Icon::Calendar)}<span>{visit}" "{own}</span></p>
        <p class="place-line">{icon(Icon::Done)}<span>{finish}</span></p>
    }
    .into_any()
}

/// The day leads into booking, with this office.
pub(super) fn href(office: &Office, day: Date) -> String {
    format!("{}?noi={}&ngay={day}", Route::Needs.href(), office.id.as_str())
}

fn book(office: &Office, day: &Bookable, name: &str) -> AnyView {
    let about = format!(": {}, {name}", words::day(day.plan.visit));
    view! {
        <p class="row">
            <a class="button" href=href(office, day.plan.visit)>
                {t(trip::OFFICE_BOOK)}<span class="visually-hidden">{about}</span>
            </a>
        </p>
    }
    .into_any()
}

fn sum(open: bool, plan: &Plan, time: Option<Time>, stay: &Trip, known: &Known) -> AnyView {
    let days = strip::list(plan, time, stay, known);
    let provisional = plan
        .provisional
        .then(|| view! { <p class="hint">{t(trip::OFFICE_PROVISIONAL)}</p> });
    if open {
        return view! { <h4>{t(trip::STRIP_TITLE)}</h4>{provisional}{days} }.into_any();
    }
    view! { <Details summary=t(trip::STRIP_TITLE)>{provisional}{days}</Details> }.into_any()
}

fn others(office: &Office, days: &[Bookable]) -> AnyView {
    let rows = days.iter().skip(1).take(OTHERS).map(|day| {
        let line = tf(
            trip::OFFICE_OTHER,
            &[
                ("finish", &intl::short_date(day.plan.finish)),
                ("left", &words::slack(&day.plan)),
            ],
        );
        view! {
            <li>
                <a class="day" href=href(office, day.plan.visit)>
                    <b>{words::day(day.plan.visit)}</b>" "
                    <span class=if day.plan.fit == Fit::Tight { "free few" } else { "free" }>{line}</span>
                </a>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! { <Details summary=t(trip::OFFICE_OTHERS)><ul class="days">{rows}</ul></Details> }.into_any()
}

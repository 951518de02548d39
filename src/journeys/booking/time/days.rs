//! The open days of the office: a list first, or a month, the first free day on top of it.

use super::super::way;
use super::kept;
use crate::browser::{announce, intl};
use crate::components::{Button, ButtonKind, DayItem, DayList, Empty, LinkButton, TextButton};
use crate::days::{self, Shapes, Sheet};
use crate::i18n::{keys::booking, t, tf};
use eid_domain::when::When;
use eid_domain::wire::slots::{Day, NextDay};
use jiff::civil::Date;
use leptos::prelude::*;

/// What the switch between list and month is called.
const SHAPES: Shapes = Shapes {
    title: booking::TIME_SHAPE,
    list: booking::TIME_SHAPE_LIST,
    month: booking::TIME_SHAPE_MONTH,
};
/// So many days at first: a good week; the rest is one press away.
const FEW: usize = 7;

/// What the days alone do not say.
#[derive(Clone, Copy)]
pub(in super::super) struct About {
    /// Today at the office.
    pub(in super::super) today: Date,
    /// Days before it are left out.
    pub(in super::super) not_before: Option<Date>,
    /// The day that opens next.
    pub(in super::super) next: RwSignal<Option<NextDay>>,
}

/// The days.
pub(in super::super) fn list(
    days: Vec<Day>,
    chosen: RwSignal<Option<Date>>,
    all: RwSignal<bool>,
    on_choose: Callback<Date>,
    about: About,
) -> AnyView {
    let kept = kept::line(&days);
    let Some((first, time)) = days
        .iter()
        .find_map(|day| Some((day.date, day.first?)))
        .filter(|_| any(&days))
    else {
        return view! {
            <Empty title=t(booking::TIME_NO_DAYS)>
                <p>{t(booking::TIME_NO_DAYS_TEXT)}</p>
                {kept}
                <p><LinkButton href=way::place().href() label=t(booking::TIME_CHANGE_PLACE) kind=ButtonKind::Second /></p>
            </Empty>
        }
        .into_any();
    };
    let earliest = tf(
        booking::TIME_FIRST_FREE,
        &[("day", &intl::weekday_date(first)), ("time", &intl::time(time))],
    );
    announce::polite(&earliest);
    let take = Callback::new(move |()| on_choose.run(first));
    let total = days.len();
    let chosen_far = chosen.get_untracked().is_some_and(|day| {
        days.iter()
            .position(|one| one.date == day)
            .is_some_and(|at| at >= FEW)
    });
    let items: Vec<DayItem> = days.iter().map(item).collect();
    let shown = move || {
        if all.get() || chosen_far {
            total
        } else {
            FEW.min(total)
        }
    };
    let pick = Callback::new(move |value: String| {
        if let Some(day) = When::of(&value) {
            on_choose.run(day);
        }
    });
    let is = Memo::new(move |_| chosen.get().map(|day| day.to_string()));
    let sheet = Sheet {
        days,
        next: about.next.get_untracked(),
        not_before: about.not_before,
        today: about.today,
        chosen,
        on_choose,
    };
    let listed = move || {
        let items = items.clone();
        view! {
            {move || {
                let days = items.iter().take(shown()).cloned().collect();
                view! { <div class="day-groups"><DayList days=days chosen=is on_choose=pick /></div> }
            }}
            {move || {
                let press = move |()| all.set(true);
                (shown() < total).then(|| view! { <p><Button label=t(booking::TIME_MORE_DAYS) kind=ButtonKind::Second on_press=press /></p> })
            }}
        }
        .into_any()
    };
    view! {
        <p class="first-free"><b>{earliest}</b>" "<TextButton label=t(booking::TIME_TAKE_FIRST) on_press=take /></p>
        <h2 class="visually-hidden" id="days">{t(booking::TIME_DAYS_TITLE)}</h2>
        {days::choose(SHAPES, sheet, listed)}
        {kept}
    }
    .into_any()
}

fn any(days: &[Day]) -> bool {
    days.iter().any(|day| day.free > 0)
}

fn item(day: &Day) -> DayItem {
    DayItem {
        value: day.date.to_string(),
        label: intl::weekday_date(day.date),
        group: intl::month(day.date),
        free: day.free.into(),
    }
}

//! The days of an office that a visit can move to.

use super::{Shapes, Sheet, choose};
use crate::browser::intl;
use crate::components::{DayItem, DayList};
use crate::i18n::{Key, tf};
use eid_domain::when::When;
use eid_domain::wire::slots::{Day, Days, NextDay};
use jiff::civil::Date;
use leptos::prelude::*;

/// What the page calls things.
#[derive(Clone, Copy)]
pub struct Words {
    /// The switch between list and month.
    pub shapes: Shapes,
    /// `{date}` opens for booking at `{when}`.
    pub next_day: Key,
}

/// The days that have room, as a list or as a month, and which opens next; `None` where none has room.
pub fn offer(found: Days, words: Words, today: Date, on_choose: Callback<Date>) -> Option<AnyView> {
    if found.days.iter().all(|day| day.free == 0) {
        return None;
    }
    let pick = Callback::new(move |date: String| {
        if let Some(date) = When::of(&date) {
            on_choose.run(date);
        }
    });
    let next = found.next.map(|next| opens(words.next_day, next));
    let items: Vec<DayItem> = found.days.iter().map(item).collect();
    let listed = move || {
        view! { <div class="day-groups"><DayList days=items.clone() chosen=None on_choose=pick /></div> }
            .into_any()
    };
    let sheet = Sheet {
        next: found.next,
        days: found.days,
        not_before: None,
        today,
        chosen: RwSignal::new(None),
        on_choose,
    };
    Some(view! { {choose(words.shapes, sheet, listed)}{next} }.into_any())
}

/// Which day can be booked next, and from when on: so that nobody need look again and again.
pub fn opens(words: Key, next: NextDay) -> AnyView {
    let words = tf(
        words,
        &[
            ("date", &intl::day_date(next.date)),
            ("when", &intl::instant(next.opens_at)),
        ],
    );
    view! { <p class="hint">{words}</p> }.into_any()
}

fn item(day: &Day) -> DayItem {
    DayItem {
        value: day.date.to_string(),
        label: intl::day_date(day.date),
        group: intl::month(day.date),
        free: day.free.into(),
    }
}

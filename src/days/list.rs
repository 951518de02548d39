//! The first free day, and below it the open days: a list of a good week whose rest is one press away, or a month.

use super::month::Sheet;
use super::shape::{self, Words};
use crate::browser::{announce, intl};
use crate::components::{Button, ButtonKind, DayItem, DayList, TextButton};
use crate::i18n::{t, tf};
use eid_domain::when::When;
use eid_domain::wire::slots::Day;
use leptos::prelude::*;

/// So many days at first.
const FEW: usize = 7;

/// Draws them; `None` where no day has room. `all` shows the days after the first week.
pub fn listed(sheet: Sheet, all: RwSignal<bool>, words: Words) -> Option<AnyView> {
    let (first, time) = sheet.days.iter().find_map(|day| Some((day.date, day.first?)))?;
    let earliest = tf(
        words.first_free,
        &[("day", &intl::weekday_date(first)), ("time", &intl::time(time))],
    );
    announce::polite(&earliest);
    let on_choose = sheet.on_choose;
    let take = Callback::new(move |()| on_choose.run(first));
    let list = list(&sheet, all, words);
    let view = view! {
        <p class="first-free"><b>{earliest}</b>" "<TextButton label=t(words.take_first) on_press=take /></p>
        <h2 class="visually-hidden" id="days">{t(words.title)}</h2>
        {shape::choose(words, sheet, list)}
    };
    Some(view.into_any())
}

/// The list, which can be drawn again and again. At least one free day and the day chosen are in it.
fn list(sheet: &Sheet, all: RwSignal<bool>, words: Words) -> impl Fn() -> AnyView + Send + 'static {
    let (chosen, on_choose) = (sheet.chosen, sheet.on_choose);
    let items: Vec<DayItem> = sheet.days.iter().map(item).collect();
    let day = chosen.get_untracked();
    let needed = sheet
        .days
        .iter()
        .position(|one| day.map_or(one.free > 0, |day| one.date == day));
    let total = items.len();
    let few = FEW.max(needed.map_or(0, |at| at + 1)).min(total);
    let pick = Callback::new(move |value: String| {
        if let Some(day) = When::of(&value) {
            on_choose.run(day);
        }
    });
    let is = Memo::new(move |_| chosen.get().map(|day| day.to_string()));
    move || {
        let items = items.clone();
        let days = move || {
            let shown = if all.get() { total } else { few };
            let days = items.iter().take(shown).cloned().collect();
            view! { <div class="day-groups"><DayList days=days chosen=is on_choose=pick /></div> }
        };
        let rest = move || {
            let press = move |()| all.set(true);
            (!all.get() && few < total).then(
                || view! { <p><Button label=t(words.more) kind=ButtonKind::Second on_press=press /></p> },
            )
        };
        view! { {days}{rest} }.into_any()
    }
}

fn item(day: &Day) -> DayItem {
    DayItem {
        value: day.date.to_string(),
        label: intl::weekday_date(day.date),
        group: intl::month(day.date),
        free: day.free.into(),
    }
}

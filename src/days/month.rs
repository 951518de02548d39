//! The open days as a month: what each day of the months that matter can be.

use crate::browser::intl;
use crate::components::{DayState, Month, MonthDay};
use crate::i18n::{Lang, keys::month as k, lang, tf};
use eid_domain::booking::bookable_days;
use eid_domain::calendar::{Calendar, DayKind, days_after};
use eid_domain::wire::slots::{Day, NextDay};
use jiff::civil::Date;
use leptos::prelude::*;

/// What the month is drawn from.
#[derive(Clone)]
pub struct Sheet {
    /// The open days, in order.
    pub days: Vec<Day>,
    /// The day that opens next.
    pub next: Option<NextDay>,
    /// Days before it are not for this person.
    pub not_before: Option<Date>,
    /// Today at the office.
    pub today: Date,
    /// The day chosen.
    pub chosen: RwSignal<Option<Date>>,
    /// Choosing one.
    pub on_choose: Callback<Date>,
}

/// Draws it; `holidays` is the calendar as the server has it, empty where it has not come.
pub(super) fn draw(sheet: &Sheet, holidays: &str) -> AnyView {
    let free = sheet.days.iter().find(|day| day.free > 0).map(|day| day.date);
    let start = sheet.chosen.get_untracked().or(free).unwrap_or(sheet.today);
    let days = days(sheet, &Calendar::parse(holidays).unwrap_or_default());
    view! { <Month days=days start=start chosen=sheet.chosen on_choose=sheet.on_choose /> }.into_any()
}

/// From the first of this month to the end of the one in which the last day lies that anything is known of.
fn days(sheet: &Sheet, calendar: &Calendar) -> Vec<MonthDay> {
    let known = sheet.days.last().map(|day| day.date);
    let last = known
        .max(sheet.next.map(|next| next.date))
        .unwrap_or(sheet.today)
        .last_of_month();
    let mut days = Vec::new();
    let mut date = sheet.today.first_of_month();
    while date <= last {
        let (state, note) = of(sheet, calendar, known, date);
        days.push(MonthDay { date, state, note });
        date = days_after(date, 1);
    }
    days
}

fn of(sheet: &Sheet, calendar: &Calendar, known: Option<Date>, date: Date) -> (DayState, String) {
    let first = bookable_days(sheet.today).0;
    let special = calendar.special(date);
    let name = special.map_or_else(String::new, |day| match lang() {
        Lang::Vi => day.vi.clone(),
        Lang::En => day.en.clone(),
    });
    let off = special.is_some_and(|day| matches!(day.kind, DayKind::Holiday | DayKind::Compensation));
    if let Some(day) = sheet.days.iter().find(|day| day.date == date) {
        let state = match day.free {
            0 => DayState::Full,
            free => DayState::Free(free.into()),
        };
        (state, name)
    } else if off {
        (DayState::Closed, name)
    } else if date < first || sheet.not_before.is_some_and(|from| date < from) {
        (DayState::Gone, String::new())
    } else if let Some(next) = sheet.next.filter(|next| next.date == date) {
        let when = tf(k::OPENS, &[("when", &intl::instant(next.opens_at))]);
        (DayState::NotYet, when)
    } else if sheet
        .next
        .map(|next| next.date)
        .or(known)
        .is_some_and(|from| date > from)
    {
        (DayState::NotYet, String::new())
    } else {
        (DayState::Closed, String::new())
    }
}

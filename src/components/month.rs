//! Days to choose from, as a month: a grid by the pattern of date pickers (WAI-ARIA APG). One stop of the Tab key; arrows
//! move by day and week, Home and End to the ends of the week, Page Up and Page Down by month, Enter and Space choose.

mod cell;
mod moves;

use super::{Icon, icon};
use crate::browser::{announce, days, focus, intl};
use crate::i18n::{Key, keys::month as k, t};
use jiff::civil::Date;
use leptos::{ev::KeyboardEvent, prelude::*};
use std::sync::Arc;

pub use moves::moved;

/// What can be done on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayState {
    /// So many start times can be booked.
    Free(u32),
    /// Every start time is taken.
    Full,
    /// Nobody is received.
    Closed,
    /// It opens for booking later.
    NotYet,
    /// It is past, or not for this person.
    Gone,
}

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthDay {
    /// The date.
    pub date: Date,
    /// What can be done.
    pub state: DayState,
    /// More about it: the holiday's name, when it opens. May be empty.
    pub note: String,
}

const WEEK: [(Key, Key); 7] = [
    (k::MON, k::MONDAY),
    (k::TUE, k::TUESDAY),
    (k::WED, k::WEDNESDAY),
    (k::THU, k::THURSDAY),
    (k::FRI, k::FRIDAY),
    (k::SAT, k::SATURDAY),
    (k::SUN, k::SUNDAY),
];

/// The month that holds the chosen day, with ways to the others.
#[component]
pub fn Month(
    /// Every day of whole months, in order, without a gap.
    days: Vec<MonthDay>,
    /// Where the grid is entered.
    start: Date,
    /// The day chosen, if any.
    #[prop(into)]
    chosen: Signal<Option<Date>>,
    /// What happens when a free day is chosen.
    #[prop(into)]
    on_choose: Callback<Date>,
) -> impl IntoView {
    let (Some(first), Some(last)) = (days.first().map(|day| day.date), days.last().map(|day| day.date))
    else {
        return ().into_any();
    };
    let days = Arc::new(days);
    let at = RwSignal::new(start.clamp(first, last));
    let shown = Memo::new(move |_| at.get().first_of_month());
    let choose = {
        let days = days.clone();
        move |date: Date| {
            at.set(date);
            match of(&days, date) {
                Some(MonthDay {
                    state: DayState::Free(_),
                    ..
                }) => on_choose.run(date),
                Some(day) => announce::polite(&cell::label(day)),
                None => {}
            }
        }
    };
    let press = {
        let choose = choose.clone();
        move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
                return;
            }
            let (key, now) = (event.key(), at.get_untracked());
            if key == "Enter" || key == " " {
                event.prevent_default();
                choose(now);
            } else if let Some(to) = moved(&key, now) {
                event.prevent_default();
                at.set(to.clamp(first, last));
                focus::later(&cell::id(at.get_untracked()));
            }
        }
    };
    let turn = move |key: &'static str| {
        Callback::new(move |()| {
            if let Some(to) =
                moved(key, at.get_untracked()).filter(|_| !is_end(key, shown.get_untracked(), first, last))
            {
                at.set(to.clamp(first, last));
            }
        })
    };
    let ended = move |key: &'static str| move || is_end(key, shown.get(), first, last);
    let sheet = days.clone();
    let rows = move || {
        let month = shown.get();
        moves::weeks(month)
            .into_iter()
            .map(|week| {
                let cells = week
                    .into_iter()
                    .map(|date| match date.and_then(|date| of(&sheet, date)) {
                        Some(day) => cell::view(day, at, chosen, choose.clone()),
                        None => view! { <td></td> }.into_any(),
                    })
                    .collect_view();
                view! { <tr>{cells}</tr> }
            })
            .collect_view()
    };
    let notes = move || notes(&days, shown.get());
    let heads = WEEK.map(|(short, long)| view! { <th scope="col" abbr=t(long)>{t(short)}</th> });
    view! {
        <div class="month">
            <div class="month-head">
                <h2 class="month-name" id="month-name" aria-live="polite">{move || intl::month(shown.get())}</h2>
                {turner(k::EARLIER, Icon::Left, turn("PageUp"), ended("PageUp"))}
                {turner(k::LATER, Icon::Right, turn("PageDown"), ended("PageDown"))}
            </div>
            <table class="month-grid" role="grid" aria-labelledby="month-name" aria-describedby="month-how" on:keydown=press>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="visually-hidden" id="month-how">{t(k::HOW)}</p>
            {notes}
            {cell::key()}
        </div>
    }
    .into_any()
}

fn of(all: &[MonthDay], date: Date) -> Option<&MonthDay> {
    let first = all.first()?.date;
    all.get(usize::try_from(days::between(first, date)).ok()?)
}

/// Whether there is no month that way.
fn is_end(key: &str, shown: Date, first: Date, last: Date) -> bool {
    if key == "PageUp" {
        shown <= first
    } else {
        shown.last_of_month() >= last
    }
}

fn turner(
    words: Key,
    drawing: Icon,
    turn: Callback<()>,
    ended: impl Fn() -> bool + Send + Sync + 'static,
) -> AnyView {
    view! {
        <button
            class="month-turn"
            type="button"
            aria-label=t(words)
            aria-disabled=move || ended().then_some("true")
            on:click=move |_| turn.run(())
        >
            {icon(drawing)}
        </button>
    }
    .into_any()
}

/// The holidays of the month in words: a grid has no room for names.
fn notes(days: &[MonthDay], month: Date) -> AnyView {
    let named = days.iter().filter(|day| {
        day.date.first_of_month() == month && !day.note.is_empty() && day.state != DayState::NotYet
    });
    let rows = named
        .map(|day| view! { <li>{intl::weekday_date(day.date)}": "{day.note.clone()}</li> })
        .collect_view();
    view! { <ul class="month-notes">{rows}</ul> }.into_any()
}

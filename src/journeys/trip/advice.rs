//! What can be done where it does not simply work.

use super::words;
use crate::browser::intl;
use crate::i18n::{keys::trip, t, tf, tn};
use crate::routes::Route;
use eid_domain::booking::is_bookable;
use eid_domain::trip::{Advice, first_bookable_on};
use jiff::civil::Date;
use leptos::prelude::*;

/// The ways, each with its sum and its reason; nothing where there is nothing to say.
pub(super) fn list(advice: &[Advice], today: Date) -> Option<AnyView> {
    if advice.is_empty() {
        return None;
    }
    let items = advice.iter().map(|one| {
        let (title, why) = sentence(*one);
        view! { <li><b>{title}</b><p>{why}</p>{on(*one, today)}</li> }
    });
    Some(
        view! {
            <section class="stack-s" aria-labelledby="ways">
                <h2 id="ways">{t(trip::WAYS_TITLE)}</h2>
                <ul class="trip-ways">{items.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn sentence(advice: Advice) -> (String, String) {
    let date = |key, date: Date| tf(key, &[("date", &words::day(date))]);
    let why = |key| t(key).to_owned();
    match advice {
        Advice::BookFrom { on, visit } => (
            date(trip::WAY_BOOK_FROM, on),
            date(trip::WAY_BOOK_FROM_WHY, visit),
        ),
        Advice::ArriveBy { date: day, days } => {
            (date(trip::WAY_ARRIVE, day), tn(trip::WAY_ARRIVE_WHY, days.into()))
        }
        Advice::LeaveFrom { date: day, days } => {
            (date(trip::WAY_LEAVE, day), tn(trip::WAY_LEAVE_WHY, days.into()))
        }
        Advice::AccountAlone { visit, finish } => (
            why(trip::WAY_ACCOUNT),
            tf(
                trip::WAY_ACCOUNT_WHY,
                &[("visit", &words::day(visit)), ("finish", &words::day(finish))],
            ),
        ),
        Advice::Post { visit, due } => (
            why(trip::WAY_POST),
            tf(
                trip::WAY_POST_WHY,
                &[("visit", &words::day(visit)), ("due", &intl::short_date(due))],
            ),
        ),
        Advice::WalkIn { from } => (why(trip::WAY_WALK_IN), date(trip::WAY_WALK_IN_WHY, from)),
        Advice::VietnameseSim => (why(trip::WAY_SIM), why(trip::WAY_SIM_WHY)),
    }
}

/// The way on for what needs a visit: to booking, or the day from which that visit can be booked.
fn on(advice: Advice, today: Date) -> Option<AnyView> {
    let (Advice::AccountAlone { visit, .. } | Advice::Post { visit, .. }) = advice else {
        return None;
    };
    let link = if is_bookable(visit, today) {
        view! { <p><a href=Route::Needs.href()>{t(trip::WAY_BOOK)}</a></p> }.into_any()
    } else {
        let from = words::day(first_bookable_on(visit));
        view! { <p>{tf(trip::WAY_OPENS, &[("date", &from)])}</p> }.into_any()
    };
    Some(link)
}

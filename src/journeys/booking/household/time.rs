//! When: a day, then one window of time for everybody; choosing one keeps it.

use super::super::{draft, flow::lead_to, shell, time::days, time::lost, way};
use super::draft::family;
use super::take::Taking;
use super::{Known, flow, windows};
use crate::api;
use crate::browser::{focus, intl, timer};
use crate::components::{Back, ErrorSummary, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::booking, keys::household as k, t, tf};
use crate::routes::{BookingStep, HouseholdStep, Route};
use eid_domain::household::Family;
use eid_domain::wire::slots::Day;
use jiff::civil::{Date, DateTime, Time};
use leptos::prelude::*;

type Coming = std::pin::Pin<Box<dyn Future<Output = Result<Vec<Day>, String>>>>;

/// Choose a day and a window.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let draft = draft::family();
    let now = draft.now();
    let (Some(office), Some(family)) = (now.place.clone(), family(known)) else {
        return lead_to(Route::Household(HouseholdStep::List));
    };
    let id = office.id.clone();
    let not_before = not_before(known);
    let taking = Taking::new();
    let day = RwSignal::new(now.day);
    let all = RwSignal::new(false);
    let take = {
        let (id, family, known) = (id.clone(), family.clone(), known.clone());
        Callback::new(move |at: DateTime| taking.take(id.clone(), family.clone(), at, known.clone()))
    };
    let choose_day = Callback::new(move |chosen: Date| {
        day.set(Some(chosen));
        draft.update(|booking| booking.day = Some(chosen));
        focus::later(windows::ID);
    });
    let choose_time = Callback::new(move |time: Time| {
        if let Some(day) = day.get_untracked() {
            take.run(day.to_datetime(time));
        }
    });
    let other_day = Callback::new(move |()| focus::later("day-list"));
    let about = days::About {
        today: known.today,
        not_before,
        next: RwSignal::new(None),
    };
    let fetch = fetch(id.clone(), family.clone(), about);
    let show = move |found: Vec<Day>| days::list(found, day, all, choose_day, about);
    let count = family.members().len().to_string();
    let times = move || {
        day.get()
            .map(|day| windows::section(id.clone(), family.clone(), day, taking, other_day, choose_time))
    };
    view! {
        <div class="page">
            <Back href=Route::Household(HouseholdStep::Place).href() />
            <ErrorSummary errors=taking.errors />
            {shell::stepper(BookingStep::Time)}
            <Heading text=t(k::TIME_TITLE) />
            <p>
                {tf(booking::TIME_AT, &[("office", &office.name())])}
                ". "
                <a href=way::place().href()>{t(booking::TIME_CHANGE_PLACE)}</a>
            </p>
            <p class="muted">{tf(k::TIME_LEAD, &[("count", &count)])}</p>
            {(!office.hours_verified).then(|| view! { <p class="hint">{t(booking::PLACE_UNVERIFIED_HOURS)}</p> })}
            {not_before.map(|from| view! { <p>{tf(booking::TIME_FROM_DAY, &[("date", &intl::short_date(from))])}</p> })}
            {shell::said()}
            {kept(&now, known)}
            {lost::notice(taking.lost, take)}
            <div class="stack" id="day-list" tabindex="-1" role="group" aria-label=t(booking::TIME_DAYS_TITLE)>
                <Fetched fetch=fetch show=show refetch=taking.again />
            </div>
            {times}
        </div>
    }
    .into_any()
}

/// The first day that makes sense for everybody.
fn not_before(known: &Known) -> Option<Date> {
    let people = draft::people();
    people
        .iter()
        .filter_map(|person| person.visit(known)?.not_before)
        .max()
}

fn fetch(office: String, family: Family, about: days::About) -> impl Fn() -> Coming + 'static {
    move || {
        let (office, family) = (office.clone(), family.clone());
        Box::pin(async move {
            let found = api::households::days(&office, &family)
                .await
                .map_err(|error| error.words())?;
            let _ = about.next.try_set(found.next);
            let good = |day: &Day| about.not_before.is_none_or(|from| day.date >= from);
            Ok(found.days.into_iter().filter(good).collect())
        })
    }
}

/// Somebody who came back keeps the window, and may go on with it.
fn kept(now: &draft::Booking, known: &Known) -> Option<AnyView> {
    let held = now.held.as_ref();
    let held = held.filter(|held| !held.is_over(timer::now_ms()))?;
    let to = flow::onward(known);
    let fits = to != Route::Household(HouseholdStep::Time);
    fits.then(|| {
        let title = tf(booking::TIME_KEPT, &[("time", &held.when())]);
        view! {
            <Notice kind=NoticeKind::Ok title=title>
                <p><LinkButton href=to.href() label=t(booking::TIME_KEEP_GOING) /></p>
            </Notice>
        }
        .into_any()
    })
}

//! The page: the office, what is kept already, the days, and below them the times of the day chosen.

use super::super::{draft, flow, known::Known, shell};
use super::take::Taking;
use super::{days, lost, slots};
use crate::api;
use crate::browser::{focus, intl, timer};
use crate::components::{Back, ErrorSummary, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::i18n::{Lang, keys::booking, lang, t, tf, tn};
use crate::routes::{BookingStep, Route};
use eid_domain::wire::slots::{Day, NextDay, SlotQuery};
use jiff::civil::{Date, DateTime, Time};
use leptos::prelude::*;

type Coming = std::pin::Pin<Box<dyn Future<Output = Result<Vec<Day>, String>>>>;

/// Choose a day and a time.
pub(in super::super) fn page(known: &Known) -> AnyView {
    let draft = draft::open();
    let (now, person) = (draft.now(), draft::person().now());
    let (Some(office), Some(visit)) = (now.place.clone(), person.wanted(known)) else {
        return flow::lead_to(Route::Booking(BookingStep::Place));
    };
    let id = office.id.clone();
    let not_before = person.visit(known).and_then(|visit| visit.not_before);
    let taking = Taking::new();
    let day = RwSignal::new(now.day);
    let all = RwSignal::new(false);

    let take = {
        let (id, known) = (id.clone(), known.clone());
        Callback::new(move |at: DateTime| taking.take(id.clone(), visit, at, known.clone()))
    };
    let choose_day = Callback::new(move |chosen: Date| {
        day.set(Some(chosen));
        draft.update(|booking| booking.day = Some(chosen));
        focus::later(slots::ID);
    });
    let choose_time = Callback::new(move |time: Time| {
        if let Some(day) = day.get_untracked() {
            take.run(day.to_datetime(time));
        }
    });
    let other_day = Callback::new(move |()| focus::later("day-list"));
    let next = RwSignal::new(None::<NextDay>);
    let news = RwSignal::new(Vec::<String>::new());
    let fetch = fetch(id.clone(), visit, not_before, (next, news));
    let about = days::About {
        today: known.today,
        not_before,
        next,
    };
    let show = move |found: Vec<Day>| days::list(found, day, all, choose_day, about);
    let times = move || {
        day.get()
            .map(|day| slots::section(id.clone(), visit, day, taking, other_day, choose_time))
    };
    let minutes = person.visit(known).map(|visit| visit.minutes);
    view! {
        <div class="page">
            <Back href=Route::Booking(BookingStep::Place).href() />
            <ErrorSummary errors=taking.errors />
            {shell::stepper(BookingStep::Time)}
            <Heading text=t(booking::TIME_TITLE) />
            <p>
                {tf(booking::TIME_AT, &[("office", &office.name())])}
                ". "
                <a href=Route::Booking(BookingStep::Place).href()>{t(booking::TIME_CHANGE_PLACE)}</a>
            </p>
            {minutes.map(|minutes| view! { <p class="muted">{tn(booking::TIME_LENGTH, minutes.into())}</p> })}
            {(!office.hours_verified).then(|| view! { <p class="hint">{t(booking::PLACE_UNVERIFIED_HOURS)}</p> })}
            {not_before.map(|from| view! { <p>{tf(booking::TIME_FROM_DAY, &[("date", &intl::short_date(from))])}</p> })}
            {shell::said()}
            {kept(&now, known)}
            {move || news.get().into_iter().map(|line| view! { <Notice kind=NoticeKind::Warning title=line /> }).collect_view()}
            {lost::notice(taking.lost, take)}
            <div class="stack" id="day-list" tabindex="-1" role="group" aria-label=t(booking::TIME_DAYS_TITLE)>
                <Fetched fetch=fetch show=show refetch=taking.again />
            </div>
            {move || next.get().map(opens)}
            {times}
        </div>
    }
    .into_any()
}

/// Which day can be booked next, and from when on: so that nobody need look again and again.
fn opens(next: NextDay) -> impl IntoView {
    let words = tf(
        booking::TIME_NEXT_DAY,
        &[
            ("date", &intl::day_date(next.date)),
            ("when", &intl::instant(next.opens_at)),
        ],
    );
    view! { <p class="hint">{words}</p> }
}

fn fetch(
    office: String,
    visit: SlotQuery,
    not_before: Option<Date>,
    (next, news): (RwSignal<Option<NextDay>>, RwSignal<Vec<String>>),
) -> impl Fn() -> Coming + 'static {
    move || {
        let office = office.clone();
        Box::pin(async move {
            let found = api::offices::days(&office, visit)
                .await
                .map_err(|error| error.words())?;
            let _ = next.try_set(found.next);
            let said = found.news.into_iter().map(|line| match lang() {
                Lang::Vi => line.vi,
                Lang::En => line.en,
            });
            let _ = news.try_set(said.collect());
            let good = |day: &Day| not_before.is_none_or(|from| day.date >= from);
            Ok(found.days.into_iter().filter(good).collect())
        })
    }
}

/// Somebody who came back keeps the place, and may go on with it.
fn kept(now: &draft::Booking, known: &Known) -> Option<AnyView> {
    let held = now.held.as_ref().filter(|held| !held.is_over(timer::now_ms()))?;
    let to = flow::onward(BookingStep::Time, known);
    let fits = to != Route::Booking(BookingStep::Time);
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

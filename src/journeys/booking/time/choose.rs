//! The page on which a day and then a time is chosen: the office, what is kept already, the days, and below them the
//! times of the day chosen. For one person and for a family alike.

use super::super::{draft, known::Known, shell, way};
use super::taking::{Taking, Wanted};
use super::{days, lost};
use crate::browser::{focus, intl, timer};
use crate::components::{Back, ErrorSummary, Fetched, Heading, LinkButton, Notice, NoticeKind};
use crate::days::opens;
use crate::i18n::{Lang, keys::booking, lang, t, tf};
use crate::routes::{BookingStep, Route};
use eid_domain::announcement::AnnouncementKind;
use eid_domain::wire::slots::{Day, Days};
use jiff::civil::{Date, DateTime, Time};
use leptos::prelude::*;

/// The heading's id of the times: the focus goes there when a day is chosen.
pub(in super::super) const TIMES: &str = "times";

/// What a page has of its own.
pub(in super::super) struct Page<W> {
    /// Its title.
    pub(in super::super) title: &'static str,
    /// What stands below the office.
    pub(in super::super) lead: AnyView,
    /// The office.
    pub(in super::super) office: draft::Place,
    /// The first day that makes sense.
    pub(in super::super) not_before: Option<Date>,
    /// Its own address.
    pub(in super::super) here: Route,
    /// What is wanted.
    pub(in super::super) wanted: W,
    /// Draws the times of a day.
    pub(in super::super) times: fn(&W, Date, Below) -> AnyView,
}

/// What the times share with the page. Cheap to copy.
#[derive(Clone, Copy)]
pub(in super::super) struct Below {
    /// The taking of one.
    pub(in super::super) taking: Taking,
    /// Leads back to the days.
    pub(in super::super) on_other_day: Callback<()>,
    /// Takes one.
    pub(in super::super) on_choose: Callback<Time>,
}

/// Draws it.
pub(in super::super) fn draw<W: Wanted>(page: Page<W>, known: &Known) -> AnyView {
    let draft = draft::open();
    let now = draft.now();
    let taking = Taking::new();
    let (day, all) = (RwSignal::new(now.day), RwSignal::new(false));
    let wanted = page.wanted.clone();
    let take = Callback::new(move |at: DateTime| taking.take(wanted.clone(), at));
    let choose_day = Callback::new(move |chosen: Date| {
        day.set(Some(chosen));
        draft.update(|booking| booking.day = Some(chosen));
        focus::later(TIMES);
    });
    let below = Below {
        taking,
        on_other_day: Callback::new(move |()| focus::later("day-list")),
        on_choose: Callback::new(move |time: Time| {
            if let Some(day) = day.get_untracked() {
                take.run(day.to_datetime(time));
            }
        }),
    };
    let news = RwSignal::new(Vec::<(NoticeKind, String)>::new());
    let about = days::About {
        today: known.today,
        not_before: page.not_before,
        next: RwSignal::new(None),
    };
    let wanted = page.wanted.clone();
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<Vec<Day>, String>>>> {
        let wanted = wanted.clone();
        Box::pin(async move {
            let found = wanted.days().await.map_err(|error| error.words())?;
            Ok(sort(found, about, news))
        })
    };
    let show = move |found: Vec<Day>| days::list(found, day, all, choose_day, about);
    let (wanted, times) = (page.wanted.clone(), page.times);
    let times = move || day.get().map(|day| times(&wanted, day, below));
    let office = page.office;
    view! {
        <div class="page">
            <Back href=way::place().href() />
            <ErrorSummary errors=taking.errors />
            {shell::stepper(BookingStep::Time)}
            <Heading text=page.title />
            <p>
                {tf(booking::TIME_AT, &[("office", &office.name())])}
                ". "
                <a href=way::place().href()>{t(booking::TIME_CHANGE_PLACE)}</a>
            </p>
            {page.lead}
            {(!office.hours_verified).then(|| view! { <p class="hint">{t(booking::PLACE_UNVERIFIED_HOURS)}</p> })}
            {page.not_before.map(|from| view! { <p>{tf(booking::TIME_FROM_DAY, &[("date", &intl::short_date(from))])}</p> })}
            {shell::said()}
            {kept(&now, page.wanted.onward(), &page.here)}
            {move || news.get().into_iter().map(|(kind, line)| view! { <Notice kind=kind title=line /> }).collect_view()}
            {lost::notice(taking.lost, take)}
            <div class="stack" id="day-list" tabindex="-1" role="group" aria-label=t(booking::TIME_DAYS_TITLE)>
                <Fetched fetch=fetch show=show refetch=taking.again />
            </div>
            {move || about.next.get().map(|next| opens(booking::TIME_NEXT_DAY, next))}
            {times}
        </div>
    }
    .into_any()
}

/// The days that make sense; what the office has to say, and which day opens next, go where they are shown.
fn sort(found: Days, about: days::About, news: RwSignal<Vec<(NoticeKind, String)>>) -> Vec<Day> {
    let _ = about.next.try_set(found.next);
    let said = found.news.into_iter().map(|line| {
        let kind = match line.kind {
            AnnouncementKind::Info => NoticeKind::Info,
            AnnouncementKind::Warning => NoticeKind::Warning,
            AnnouncementKind::Outage => NoticeKind::Danger,
        };
        match lang() {
            Lang::Vi => (kind, line.vi),
            Lang::En => (kind, line.en),
        }
    });
    let _ = news.try_set(said.collect());
    let good = |day: &Day| about.not_before.is_none_or(|from| day.date >= from);
    found.days.into_iter().filter(good).collect()
}

/// Somebody who came back keeps what is kept, and may go on with it.
fn kept(now: &draft::Booking, onward: Route, here: &Route) -> Option<AnyView> {
    let held = now.held.as_ref().filter(|held| !held.is_over(timer::now_ms()))?;
    (onward != *here).then(|| {
        let title = tf(booking::TIME_KEPT, &[("time", &held.when())]);
        view! {
            <Notice kind=NoticeKind::Ok title=title>
                <p><LinkButton href=onward.href() label=t(booking::TIME_KEEP_GOING) /></p>
            </Notice>
        }
        .into_any()
    })
}

//! Free places: the plan with what was taken laid over it.

use crate::app::plan;
use crate::{problem::ApiError, state::App};
use axum::body::Bytes;
use eid_domain::{
    booking::{Channel, bookable_days},
    calendar::{office_timestamp, sessions_on},
    capacity::{
        FreeTick, Places, SlotStart, Tick, is_released, kept_until, next_release, released_at, slot_starts,
    },
    office::Office,
    wire::{
        closures::DayPart,
        slots::{Day, Days, NextDay, SlotQuery},
    },
};
use eid_store::{Tx, closures, slots};
use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};
use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
    time::{Duration, Instant},
};

/// Who asks what is free, and when.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    /// By which way they would book.
    pub channel: Channel,
    /// The time by the server's clock.
    pub now: Timestamp,
}

impl Asking {
    /// A person, online.
    #[must_use]
    pub const fn online(now: Timestamp) -> Self {
        let channel = Channel::Online;
        Self { channel, now }
    }
}

/// Who says nothing else is a person, online.
impl From<Timestamp> for Asking {
    fn from(now: Timestamp) -> Self {
        Self::online(now)
    }
}

/// The start times of one day that can still be booked.
///
/// # Errors
/// When the database is out of reach.
pub async fn of_day(
    app: &App,
    tx: &mut Tx,
    office: &Office,
    date: Date,
    query: SlotQuery,
    asking: impl Into<Asking>,
) -> Result<Vec<SlotStart>, ApiError> {
    let asking = asking.into();
    let taken = touched(tx, office, date, date, asking.now).await?;
    let free = free_ticks(app, office, date, &taken, asking);
    Ok(slot_starts(
        &free,
        office.visit_lengths.ticks(query.service, query.age_group),
    ))
}

/// The open days within the horizon, by one query.
///
/// # Errors
/// When the database is out of reach.
pub async fn of_days(
    app: &App,
    tx: &mut Tx,
    office: &Office,
    query: SlotQuery,
    asking: impl Into<Asking>,
) -> Result<Days, ApiError> {
    let asking = asking.into();
    let now = asking.now;
    let needed = office.visit_lengths.ticks(query.service, query.age_group);
    let (first, last) = bookable_days(eid_domain::calendar::office_date(now));
    let taken = touched(tx, office, first, last, now).await?;
    let closed = closures::of_office(tx, office.id.as_str(), now).await?;
    let is_closed = |date: Date| {
        closed
            .iter()
            .any(|closure| closure.date == date && closure.part == DayPart::Day.as_str())
    };
    let mut days = Vec::new();
    for date in first
        .series(jiff::Span::new().days(1))
        .take_while(|date| *date <= last)
    {
        if sessions_on(office, date, &app.catalog.calendar()).is_empty() || is_closed(date) {
            continue;
        }
        if !is_released(office.id.as_str(), date, now) {
            continue;
        }
        days.push(day(date, asking, |asking| {
            let starts = slot_starts(&free_ticks(app, office, date, &taken, asking), needed);
            (starts.len(), starts.first().map(|slot| slot.start))
        }));
    }
    Ok(Days {
        days,
        next: next_open(app, office, now),
        news: app.news.at(&app.catalog.home_of(office.id.as_str()), now),
    })
}

/// A day, where `starts` tells how many start times there are and the first of them. Of one that is full online, it says
/// when the places kept for phone and desk go to everybody, if some are left.
pub fn day(date: Date, asking: Asking, starts: impl Fn(Asking) -> (usize, Option<Time>)) -> Day {
    let (free, first) = starts(asking);
    let by_staff = Asking {
        channel: Channel::Assisted,
        ..asking
    };
    // The two differ in what is kept and in nothing else.
    let kept = free == 0 && asking.channel == Channel::Online && starts(by_staff).0 > 0;
    Day {
        date,
        free: u16::try_from(free).unwrap_or(u16::MAX),
        first,
        kept_until: kept.then(|| kept_until(date)),
    }
}

/// The next day that opens at an office and is a day of work there.
pub fn next_open(app: &App, office: &Office, now: Timestamp) -> Option<NextDay> {
    const LOOK: i64 = 14;
    let (first, _) = next_release(office.id.as_str(), now);
    let far = first.saturating_add(jiff::Span::new().days(LOOK));
    let date = first
        .series(jiff::Span::new().days(1))
        .take_while(|date| *date <= far)
        .find(|date| !sessions_on(office, *date, &app.catalog.calendar()).is_empty())?;
    Some(NextDay {
        date,
        opens_at: released_at(office.id.as_str(), date),
    })
}

/// Every time of an office's days, from the first to the last, at which a visit of so many ticks could begin: those in
/// line with other visits, and all of them.
///
/// # Errors
/// When the database is out of reach.
pub async fn free_starts(
    app: &App,
    tx: &mut Tx,
    office: &Office,
    (first, last): (Date, Date),
    ticks: u8,
    now: Timestamp,
) -> Result<(Vec<DateTime>, Vec<DateTime>), ApiError> {
    // No day beyond the horizon is ever free.
    let last = last.min(bookable_days(eid_domain::calendar::office_date(now)).1);
    let taken = touched(tx, office, first, last, now).await?;
    let (mut in_line, mut any) = (Vec::new(), Vec::new());
    for date in first
        .series(jiff::Span::new().days(1))
        .take_while(|date| *date <= last)
    {
        let free = free_ticks(app, office, date, &taken, Asking::online(now));
        in_line.extend(
            slot_starts(&free, ticks)
                .into_iter()
                .map(|slot| date.to_datetime(slot.start)),
        );
        // Ticks of one session follow each other without a gap.
        let minutes = 10 * (i64::from(ticks.max(1)) - 1);
        let fits = free.windows(usize::from(ticks.max(1))).filter(|run| {
            let unbroken = match (run.first(), run.last()) {
                (Some(first), Some(last)) => first.start.duration_until(last.start).as_mins() == minutes,
                _ => false,
            };
            unbroken && run.iter().all(|tick| tick.free > 0)
        });
        any.extend(fits.filter_map(|run| run.first().map(|tick| date.to_datetime(tick.start))));
    }
    Ok((in_line, any))
}

/// The ticks that were wanted before, by office time.
pub type Touched = HashMap<DateTime, slots::Tick>;

/// What was taken of an office from the first to the last day.
///
/// # Errors
/// When the database is out of reach.
pub async fn touched(
    tx: &mut Tx,
    office: &Office,
    first: Date,
    last: Date,
    now: Timestamp,
) -> Result<Touched, ApiError> {
    let from = office_timestamp(first.to_datetime(Time::midnight()));
    let end = last.tomorrow().unwrap_or(last);
    let to = office_timestamp(end.to_datetime(Time::midnight()));
    let ticks = slots::touched(tx, office.id.as_str(), from, to, now).await?;
    let local = |tick: slots::Tick| (eid_domain::calendar::office_now(tick.starts_at), tick);
    Ok(ticks.into_iter().map(local).collect())
}

/// The ticks of a day with the places left in each for whoever asks.
#[must_use]
pub fn free_ticks(app: &App, office: &Office, date: Date, taken: &Touched, asking: Asking) -> Vec<FreeTick> {
    let ticks = plan::ticks(office, &app.catalog.calendar(), date);
    let kept = plan::kept(office, &ticks, date, &app.config.assisted_share, asking.now);
    let free = |(nth, tick): (usize, &Tick)| {
        let stored = taken.get(&date.to_datetime(tick.start));
        let places = Places {
            capacity: stored.map_or(tick.capacity, |stored| stored.capacity),
            kept: kept.get(nth).copied().unwrap_or(0),
            taken: stored.map_or(0, |stored| stored.taken),
            assisted: stored.map_or(0, |stored| stored.assisted),
        };
        places.free_tick(tick.start, asking.channel)
    };
    ticks.iter().enumerate().map(free).collect()
}

/// Answers of the days endpoint, kept for a moment. The database is the judge of every booking, so an
/// answer a second old misleads nobody for long; our own bookings throw it away at once.
#[derive(Debug, Default)]
pub struct DaysCache {
    kept: RwLock<HashMap<(String, SlotQuery2), (Instant, Bytes)>>,
}

/// [`SlotQuery`] and the way of booking as a key.
type SlotQuery2 = (&'static str, &'static str, Channel);

const FRESH: Duration = Duration::from_secs(1);

fn key(office: &Office, query: SlotQuery, channel: Channel) -> (String, SlotQuery2) {
    (
        office.id.as_str().to_owned(),
        (query.service.as_str(), query.age_group.as_str(), channel),
    )
}

impl DaysCache {
    /// A kept answer that is still fresh.
    #[must_use]
    pub fn get(&self, office: &Office, query: SlotQuery, channel: Channel) -> Option<Bytes> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        let (at, body) = kept.get(&key(office, query, channel))?;
        (at.elapsed() < FRESH).then(|| body.clone())
    }

    /// Keeps an answer.
    pub fn put(&self, office: &Office, query: SlotQuery, channel: Channel, body: Bytes) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        kept.insert(key(office, query, channel), (Instant::now(), body));
    }

    /// Throws away what is kept of an office.
    pub fn forget(&self, office_id: &str) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(office, _), _| office != office_id);
    }

    /// Throws everything away, when the clock was moved.
    pub fn clear(&self) {
        self.kept.write().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

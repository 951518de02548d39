//! Free places: the plan with what was taken laid over it.

use super::plan;
use crate::{problem::ApiError, state::App};
use axum::body::Bytes;
use eid_domain::{
    booking::bookable_days,
    calendar::{office_timestamp, sessions_on},
    capacity::{FreeTick, SlotStart, is_released, next_release, released_at, slot_starts, ticks_for},
    office::Office,
    wire::{
        closures::DayPart,
        slots::{Day, Days, NextDay, SlotQuery},
    },
};
use eid_store::{Tx, closures, slots};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
    time::{Duration, Instant},
};

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
    now: Timestamp,
) -> Result<Vec<SlotStart>, ApiError> {
    let taken = touched(tx, office, date, date, now).await?;
    Ok(starts(app, office, date, query, &taken))
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
    now: Timestamp,
) -> Result<Days, ApiError> {
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
        if sessions_on(office, date, &app.catalog.calendar).is_empty() || is_closed(date) {
            continue;
        }
        if !is_released(office.id.as_str(), date, now) {
            continue;
        }
        let starts = starts(app, office, date, query, &taken);
        let free = u16::try_from(starts.len()).unwrap_or(u16::MAX);
        days.push(Day {
            date,
            free,
            first: starts.first().map(|slot| slot.start),
        });
    }
    Ok(Days {
        days,
        next: next_open(app, office, now),
    })
}

/// The next day that opens at an office and is a day of work there.
pub fn next_open(app: &App, office: &Office, now: Timestamp) -> Option<NextDay> {
    const LOOK: i64 = 14;
    let (first, _) = next_release(office.id.as_str(), now);
    let far = first.saturating_add(jiff::Span::new().days(LOOK));
    let date = first
        .series(jiff::Span::new().days(1))
        .take_while(|date| *date <= far)
        .find(|date| !sessions_on(office, *date, &app.catalog.calendar).is_empty())?;
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
        let free = free_ticks(app, office, date, &taken);
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

/// Places left in the ticks that were wanted before, by office time.
pub type Touched = HashMap<DateTime, u16>;

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
    let from = office_timestamp(first.to_datetime(jiff::civil::Time::midnight()));
    let end = last.tomorrow().unwrap_or(last);
    let to = office_timestamp(end.to_datetime(jiff::civil::Time::midnight()));
    let ticks = slots::touched(tx, office.id.as_str(), from, to, now).await?;
    let local = |tick: slots::Tick| (eid_domain::calendar::office_now(tick.starts_at), tick.free());
    Ok(ticks.into_iter().map(local).collect())
}

fn starts(app: &App, office: &Office, date: Date, query: SlotQuery, taken: &Touched) -> Vec<SlotStart> {
    let free = free_ticks(app, office, date, taken);
    slot_starts(&free, ticks_for(query.service, query.age_group))
}

/// The ticks of a day with the places left in each.
#[must_use]
pub fn free_ticks(app: &App, office: &Office, date: Date, taken: &Touched) -> Vec<FreeTick> {
    let ticks = plan::ticks(office, &app.catalog.calendar, date);
    let free = |tick: &eid_domain::capacity::Tick| FreeTick {
        start: tick.start,
        free: taken
            .get(&date.to_datetime(tick.start))
            .copied()
            .unwrap_or(tick.capacity),
    };
    ticks.iter().map(free).collect()
}

/// Answers of the days endpoint, kept for a moment. The database is the judge of every booking, so an
/// answer a second old misleads nobody for long; our own bookings throw it away at once.
#[derive(Debug, Default)]
pub struct DaysCache {
    kept: RwLock<HashMap<(String, SlotQuery2), (Instant, Bytes)>>,
}

/// [`SlotQuery`] as a key.
type SlotQuery2 = (&'static str, &'static str);

const FRESH: Duration = Duration::from_secs(1);

fn key(office: &Office, query: SlotQuery) -> (String, SlotQuery2) {
    (
        office.id.as_str().to_owned(),
        (query.service.as_str(), query.age_group.as_str()),
    )
}

impl DaysCache {
    /// A kept answer that is still fresh.
    #[must_use]
    pub fn get(&self, office: &Office, query: SlotQuery) -> Option<Bytes> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        let (at, body) = kept.get(&key(office, query))?;
        (at.elapsed() < FRESH).then(|| body.clone())
    }

    /// Keeps an answer.
    pub fn put(&self, office: &Office, query: SlotQuery, body: Bytes) {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        kept.insert(key(office, query), (Instant::now(), body));
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

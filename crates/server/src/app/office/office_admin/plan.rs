//! A plan laid over what is taken: which ticks change, and who still fits.

use crate::{app::plan, problem::ApiError};
use eid_domain::{
    booking::bookable_days,
    calendar::{Calendar, office_date, office_now, office_timestamp},
    capacity::{Tick, which_fit},
    office::Office,
};
use eid_store::{
    Tx,
    closures::{self, Closure},
    replan::{self, Taker, Target, Who},
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use std::collections::{BTreeMap, BTreeSet};

/// Ticks of so many days behind the last that can be booked are made, too: while the change is made, a day begins.
const MORE_DAYS: usize = 2;

/// Where those stand who take places on some days.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Visits that do not fit, of people who are not being moved yet.
    pub broken: Vec<Taker>,
    /// Holds that do not fit.
    pub holds: Vec<Taker>,
    /// Visits that fit, of people who are being moved.
    pub again: Vec<Taker>,
}

impl Standing {
    pub(super) fn add(&mut self, other: Self) {
        self.broken.extend(other.broken);
        self.holds.extend(other.holds);
        self.again.extend(other.again);
    }
}

/// An office and the calendar by which it is open.
#[derive(Clone, Copy, Debug)]
pub struct Plan<'a> {
    /// The office.
    pub office: &'a Office,
    /// The country's days.
    pub calendar: &'a Calendar,
}

impl Plan<'_> {
    pub(super) fn ticks(self, date: Date) -> Vec<Tick> {
        plan::ticks(self.office, self.calendar, date)
    }

    /// The ticks of a day; those in a closed time have no place.
    pub(super) fn open_ticks(self, date: Date, closed: &[Closure]) -> Vec<Tick> {
        let mut ticks = self.ticks(date);
        for tick in &mut ticks {
            if is_closed(closed, begin(date, tick)) {
                tick.capacity = 0;
            }
        }
        ticks
    }
}

/// The first moment that a change may touch: today's people are on their way.
pub(super) fn from(now: Timestamp) -> Timestamp {
    let today = office_date(now);
    office_timestamp(today.tomorrow().unwrap_or(today).to_datetime(Time::midnight()))
}

/// The days that can be booked.
pub(super) fn horizon(now: Timestamp) -> impl Iterator<Item = Date> {
    let (first, last) = bookable_days(office_date(now));
    days_from(first).take_while(move |date| *date <= last)
}

fn days_from(first: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(first), |date| date.tomorrow().ok())
}

/// Whether a moment lies in a closed time.
pub(super) fn is_closed(closed: &[Closure], at: Timestamp) -> bool {
    closed.iter().any(|closure| closure.from <= at && at < closure.to)
}

fn begin(date: Date, tick: &Tick) -> Timestamp {
    office_timestamp(date.to_datetime(tick.start))
}

/// The same people by day.
pub(super) fn by_day(takers: Vec<Taker>) -> BTreeMap<Date, Vec<Taker>> {
    let mut days: BTreeMap<Date, Vec<Taker>> = BTreeMap::new();
    for taker in takers {
        days.entry(office_date(taker.starts_at)).or_default().push(taker);
    }
    days
}

/// Who of a day still fits. They come in the order in which they keep their places.
pub(super) fn judge(ticks: &[Tick], takers: Vec<Taker>) -> Standing {
    let places: Vec<(Time, u8)> = takers
        .iter()
        .map(|taker| (office_now(taker.starts_at).time(), taker.ticks))
        .collect();
    let mut standing = Standing::default();
    for (taker, fits) in takers.into_iter().zip(which_fit(ticks, &places)) {
        match (&taker.who, fits) {
            (Who::Visit { moving: false, .. }, false) => standing.broken.push(taker),
            (Who::Visit { moving: true, .. }, true) => standing.again.push(taker),
            (Who::Hold, false) => standing.holds.push(taker),
            _ => {}
        }
    }
    standing.broken.sort_by_key(|taker| taker.starts_at);
    standing
}

/// Brings the ticks of every day that changes to the plan of `after`, and says who no longer fits there. `opened` is a day
/// that changes though its plan does not. The caller has locked the office, and read the calendar after that.
///
/// # Errors
/// When the database is out of reach.
pub async fn bring(
    tx: &mut Tx,
    before: Plan<'_>,
    after: Plan<'_>,
    opened: Option<Date>,
    now: Timestamp,
) -> Result<Standing, ApiError> {
    let (id, from) = (after.office.id.as_str(), from(now));
    replan::lock(tx, id, from).await?;
    let closed = closures::of_office(tx, id, now).await?;
    let touched = replan::touched_from(tx, id, from).await?;
    let last = horizon(now).last().unwrap_or_else(|| office_date(now));
    let mut days: BTreeSet<Date> = horizon(now)
        .chain(days_from(last).skip(1).take(MORE_DAYS))
        .collect();
    days.extend(touched.iter().map(|at| office_date(*at)));
    days.retain(|date| opened == Some(*date) || before.ticks(*date) != after.ticks(*date));
    let mut targets: BTreeMap<Timestamp, u16> = BTreeMap::new();
    for at in touched {
        if days.contains(&office_date(at)) {
            targets.insert(at, 0);
        }
    }
    for date in &days {
        for tick in before.ticks(*date) {
            targets.insert(begin(*date, &tick), 0);
        }
        for tick in after.ticks(*date) {
            targets.insert(begin(*date, &tick), tick.capacity);
        }
    }
    let targets: Vec<Target> = targets
        .into_iter()
        .map(|(starts_at, capacity)| Target {
            starts_at,
            capacity,
            closed: is_closed(&closed, starts_at),
        })
        .collect();
    replan::bring(tx, id, &targets).await?;
    let mut standing = Standing::default();
    for (date, takers) in by_day(replan::takers(tx, id, from, now).await?) {
        if days.contains(&date) {
            standing.add(judge(&after.open_ticks(date, &closed), takers));
        }
    }
    Ok(standing)
}

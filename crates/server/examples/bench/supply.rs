//! Places to book, spread over all offices and days, and people who have none yet.

use super::people;
use eid_domain::{
    booking::{AgeGroup, Service, bookable_days},
    capacity::{TICK_MINUTES, Tick, is_released},
    office::Office,
};
use eid_server::{app::plan, data, serve::Failure, state::App};
use jiff::civil::DateTime;

/// What everybody comes for.
pub(crate) const SERVICE: Service = Service::CardAndAccount;
/// Everybody's age group.
pub(crate) const AGE_GROUP: AgeGroup = AgeGroup::From14To59;

/// A place for one visit.
#[derive(Clone)]
pub(crate) struct Place {
    pub(crate) office: String,
    pub(crate) starts_at: DateTime,
    /// Of each tick, by the plan.
    pub(crate) capacities: Vec<u16>,
}

/// A place, and the person who is going to book it.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) person: u32,
    pub(crate) place: Place,
}

/// Gives each place and each person out once.
pub(crate) struct Supply {
    places: std::vec::IntoIter<Place>,
    person: u32,
}

impl Supply {
    /// Every place of every office; neighbours in the list are of different offices.
    pub(crate) fn of(app: &App) -> Result<Self, Failure> {
        let offices = data::offices()?;
        let mut lists: Vec<_> = offices
            .iter()
            .map(|office| of_office(app, office).into_iter())
            .collect();
        let mut places = Vec::new();
        loop {
            let before = places.len();
            places.extend(lists.iter_mut().filter_map(Iterator::next));
            if places.len() == before {
                break;
            }
        }
        Ok(Self {
            places: places.into_iter(),
            person: 0,
        })
    }

    /// So many visits, whose people have proved their phones.
    pub(crate) async fn take(&mut self, app: &App, count: usize) -> Result<Vec<Visit>, Failure> {
        let visits: Vec<Visit> = (self.person..)
            .zip(self.places.by_ref().take(count))
            .map(|(person, place)| Visit { person, place })
            .collect();
        if visits.len() < count {
            return Err("the offices have no more places".into());
        }
        self.person = self.person.saturating_add(u32::try_from(count)?);
        people::prove(app, visits.iter().map(|visit| visit.person)).await?;
        Ok(visits)
    }
}

fn of_office(app: &App, office: &Office) -> Vec<Place> {
    let (first, last) = bookable_days(app.today());
    let needed = usize::from(office.visit_lengths.ticks(SERVICE, AGE_GROUP));
    let mut places = Vec::new();
    for date in first
        .series(jiff::Span::new().days(1))
        .take_while(|date| *date <= last)
        // The last day opens at another minute at each office.
        .filter(|date| is_released(office.id.as_str(), *date, app.now()))
    {
        let ticks = plan::ticks(office, &app.catalog.calendar(), date);
        // What is kept for phone and desk is not sold online.
        let kept = plan::kept(office, &ticks, date, &app.config.assisted_share, app.now());
        let most_kept = kept.into_iter().max().unwrap_or(0);
        let mut rest = ticks.as_slice();
        while let Some(visit) = rest.get(..needed) {
            let fits = visit.iter().all(|tick| tick.capacity > 0) && is_unbroken(visit);
            if let (true, Some(begin)) = (fits, visit.first()) {
                let place = Place {
                    office: office.id.as_str().to_owned(),
                    starts_at: date.to_datetime(begin.start),
                    capacities: visit.iter().map(|tick| tick.capacity).collect(),
                };
                let least = place.capacities.iter().min().copied().unwrap_or(0);
                let times = least.saturating_sub(most_kept);
                places.extend(std::iter::repeat_n(place, usize::from(times)));
            }
            rest = rest.get(if fits { needed } else { 1 }..).unwrap_or_default();
        }
    }
    places
}

fn is_unbroken(ticks: &[Tick]) -> bool {
    ticks.windows(2).all(|pair| match pair {
        [one, next] => one.start.duration_until(next.start).as_mins() == i64::from(TICK_MINUTES),
        _ => true,
    })
}

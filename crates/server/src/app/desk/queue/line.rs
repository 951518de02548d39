//! The line as it stands, and what the domain's rules make of it.

use super::news;
use crate::{problem::ApiError, state::App};
use eid_domain::{
    booking::{NO_SHOW_GRACE_MINUTES, Service},
    calendar::{office_now, office_timestamp},
    office::Office,
    problem::ProblemCode,
    queue::{self, Priority, QueueRules, Station, TicketState, Waiter, Why},
};
use eid_store::{
    Tx, appointments,
    queue::{Day, Seen, Ticket, TicketState as Stored, minutes_served, of_day, of_office},
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Time},
};
use std::{collections::BTreeMap, sync::Arc};

/// Real visits that are looked at: the latest of these days, at most so many.
const RECENT_DAYS: i64 = 7;
const RECENT: u32 = 30;
/// A station that has served nobody for so long is taken to be closed.
const AT_WORK_MINUTES: i64 = 30;

/// An office's day.
pub struct Line {
    /// The office.
    pub office: Arc<Office>,
    /// The day.
    pub day: Date,
    /// The moment for which it was worked out.
    pub now: Timestamp,
    /// The day's numbers.
    pub state: Day,
    /// See [`crate::app::queue::news`].
    pub news: i64,
    /// Every ticket, by number.
    pub seen: Vec<Seen>,
    /// Minutes at stations that are left for people without an appointment.
    pub walk_in_minutes: u32,
    rules: QueueRules,
    lengths: BTreeMap<String, Vec<u16>>,
}

/// Somebody's place in the line.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// Which of [`Line::seen`].
    pub index: usize,
    /// Why there.
    pub why: Why,
    /// Minutes until they are called; none while no station works.
    pub wait: Option<u16>,
}

impl Line {
    /// Today's line of an office.
    ///
    /// # Errors
    /// `not_found` for a place that has none; when the database is out of reach.
    pub async fn load(app: &App, tx: &mut Tx, office_id: &str, now: Timestamp) -> Result<Self, ApiError> {
        let office = app
            .catalog
            .office(office_id)
            .ok_or(ApiError::from(ProblemCode::NotFound))?;
        let local = office_now(now);
        let day = local.date();
        let seen = of_day(tx, office_id, day).await?;
        let since = now
            .saturating_sub(SignedDuration::from_hours(24 * RECENT_DAYS))
            .unwrap_or(Timestamp::MIN);
        let mut lengths = BTreeMap::new();
        for service in Service::ALL.iter().map(|service| service.as_str()) {
            if seen.iter().any(|seen| seen.ticket.service == service) {
                let recent = minutes_served(tx, office_id, service, since, RECENT).await?;
                lengths.insert(service.to_owned(), recent);
            }
        }
        let mut line = Self {
            day,
            now,
            state: of_office(tx, office_id, day).await?,
            news: news(tx, office_id, now).await?,
            seen,
            walk_in_minutes: 0,
            rules: app.config.queue,
            lengths,
            office,
        };
        let late = SignedDuration::from_mins(i64::from(NO_SHOW_GRACE_MINUTES));
        let expected_from = now.saturating_sub(late).unwrap_or(now);
        let midnight = day.tomorrow().unwrap_or(day).to_datetime(Time::midnight());
        let expected =
            appointments::minutes_expected(tx, office_id, expected_from, office_timestamp(midnight)).await?;
        let staffed = queue::staffed_minutes(&line.office, day, &app.catalog.calendar(), local);
        line.walk_in_minutes = queue::room(staffed, expected.saturating_add(line.minutes_in_line()));
        Ok(line)
    }

    /// The rules it goes by.
    #[must_use]
    pub const fn rules(&self) -> &QueueRules {
        &self.rules
    }

    /// Minutes that everybody who waits will take.
    fn minutes_in_line(&self) -> u32 {
        let waiting = self.tickets().filter(|ticket| ticket.state == Stored::Waiting);
        waiting.map(|ticket| u32::from(self.expected(ticket))).sum()
    }

    fn tickets(&self) -> impl Iterator<Item = &Ticket> {
        self.seen.iter().map(|seen| &seen.ticket)
    }

    /// Those who wait as the domain sees them, with their place in [`Line::seen`].
    fn waiters(&self) -> (Vec<usize>, Vec<Waiter>) {
        let all = self.tickets().enumerate();
        all.filter(|(_, ticket)| ticket.state == Stored::Waiting)
            .map(|(index, ticket)| (index, waiter(ticket)))
            .unzip()
    }

    /// Who is next at a station: which of [`Line::seen`], and how many calls have passed over the one who has waited
    /// longest.
    #[must_use]
    pub fn next(&self, station: u8) -> Option<(usize, u8)> {
        let (places, waiters) = self.waiters();
        let pick = queue::next(&waiters, station, self.state.passed, &self.rules, self.now)?;
        Some((*places.get(pick.index)?, pick.passed))
    }

    /// Everybody who waits, in order, with their expected wait.
    #[must_use]
    pub fn order(&self) -> Vec<Placed> {
        let (places, waiters) = self.waiters();
        let order = queue::order(&waiters, self.state.passed, &self.rules, self.now);
        let seen = |index: usize| Some((*places.get(index)?, &self.seen.get(*places.get(index)?)?.ticket));
        let picked: Vec<(usize, &Ticket, Why)> = order
            .iter()
            .filter_map(|pick| seen(pick.index).map(|(index, ticket)| (index, ticket, pick.why)))
            .collect();
        let needs: Vec<(u16, Option<u8>)> = picked
            .iter()
            .map(|(_, ticket, _)| (self.expected(ticket), ticket.station))
            .collect();
        let waits = queue::waits(&self.stations(), &needs);
        let placed = picked.iter().zip(waits);
        placed
            .map(|((index, _, why), wait)| Placed {
                index: *index,
                why: *why,
                wait,
            })
            .collect()
    }

    /// The stations at work.
    fn stations(&self) -> Vec<Station> {
        let mut stations: BTreeMap<u8, u16> = BTreeMap::new();
        for ticket in self.tickets() {
            let Some(station) = ticket.station else { continue };
            match ticket.state {
                Stored::Called | Stored::Serving => {
                    stations.insert(station, self.left(ticket));
                }
                Stored::Done | Stored::Absent if self.minutes_since(ticket.ended_at) < AT_WORK_MINUTES => {
                    stations.entry(station).or_insert(0);
                }
                _ => {}
            }
        }
        let all = stations.into_iter();
        all.map(|(number, free_in)| Station { number, free_in }).collect()
    }

    /// Minutes until the station has finished with whom it has. Who takes longer than usual is done soon.
    fn left(&self, ticket: &Ticket) -> u16 {
        let gone = self.minutes_since(ticket.served_at.or(ticket.called_at));
        let left = i64::from(self.expected(ticket)) - gone;
        u16::try_from(left.max(1)).unwrap_or(1)
    }

    fn minutes_since(&self, at: Option<Timestamp>) -> i64 {
        at.map_or(i64::MAX, |at| self.now.duration_since(at).as_mins())
    }

    /// Minutes that a visit takes here.
    fn expected(&self, ticket: &Ticket) -> u16 {
        let recent = self.lengths.get(&ticket.service).map_or(&[][..], Vec::as_slice);
        queue::expected_minutes(recent, ticket.minutes)
    }
}

/// The stored word of a priority, read. A word that is none of ours is none.
#[must_use]
pub fn priority(ticket: &Ticket) -> Priority {
    Priority::parse(&ticket.priority).unwrap_or(Priority::None)
}

/// A stored state as the wire has it.
#[must_use]
pub const fn state(state: Stored) -> TicketState {
    match state {
        Stored::Waiting => TicketState::Waiting,
        Stored::Called => TicketState::Called,
        Stored::Serving => TicketState::Serving,
        Stored::Done => TicketState::Done,
        Stored::Absent => TicketState::Absent,
    }
}

/// A ticket that waits, as the domain sees it.
#[must_use]
pub fn waiter(ticket: &Ticket) -> Waiter {
    Waiter {
        number: ticket.number,
        priority: priority(ticket),
        visit_at: ticket.visit_at,
        arrived_at: ticket.arrived_at,
        waits_from: ticket.waits_from,
        absences: ticket.absences,
        station: ticket.station,
    }
}

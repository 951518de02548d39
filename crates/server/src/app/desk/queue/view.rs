//! The line for staff, for the hall, and for one person in it.

use super::{
    line::{self, Line, Placed},
    link,
};
use crate::{app::desk::masked_name, problem::ApiError, state::App};
use eid_domain::{
    booking::Service,
    calendar::office_now,
    queue::{TicketKind, TicketState},
    wire::queue::{HallCall, HallView, PlaceView, QueueView, TicketRow},
};
use eid_store::queue::{Seen, Ticket};
use std::cmp::Reverse;

/// So many absent people are listed: who comes back does so soon.
const ABSENT: usize = 20;

/// For staff.
///
/// # Errors
/// When the database holds a word that is none of ours.
pub fn desk(line: &Line) -> Result<QueueView, ApiError> {
    let in_state = |wanted: &[TicketState]| -> Vec<&Seen> {
        let all = line.seen.iter();
        all.filter(|seen| wanted.contains(&line::state(seen.ticket.state)))
            .collect()
    };
    let mut at_stations = in_state(&[TicketState::Called, TicketState::Serving]);
    at_stations.sort_by_key(|seen| {
        (
            seen.ticket.station.is_none(),
            seen.ticket.station,
            seen.ticket.number,
        )
    });
    let mut absent = in_state(&[TicketState::Absent]);
    absent.sort_by_key(|seen| Reverse(seen.ticket.ended_at));
    absent.truncate(ABSENT);
    let order = line.order();
    let waiting = order
        .iter()
        .filter_map(|placed| Some((line.seen.get(placed.index)?, placed)));
    let rows = |seen: Vec<&Seen>| -> Result<Vec<TicketRow>, ApiError> {
        seen.into_iter().map(|seen| row(line, seen, None)).collect()
    };
    Ok(QueueView {
        day: line.day,
        version: line.state.version,
        news: line.news,
        stations: line.office.stations,
        walk_in_minutes: line.walk_in_minutes,
        at_stations: rows(at_stations)?,
        waiting: waiting
            .map(|(seen, placed)| row(line, seen, Some(placed)))
            .collect::<Result<_, _>>()?,
        absent: rows(absent)?,
        done: count(in_state(&[TicketState::Done]).len()),
    })
}

fn row(line: &Line, seen: &Seen, placed: Option<&Placed>) -> Result<TicketRow, ApiError> {
    let ticket = &seen.ticket;
    let unknown = |word: &str| ApiError::internal("ticket", &word);
    let state = line::state(ticket.state);
    Ok(TicketRow {
        id: ticket.id.clone(),
        number: ticket.number,
        kind: TicketKind::parse(&ticket.kind).ok_or_else(|| unknown(&ticket.kind))?,
        state,
        priority: line::priority(ticket),
        service: Service::parse(&ticket.service).ok_or_else(|| unknown(&ticket.service))?,
        reference: seen.reference.clone(),
        name_masked: seen.full_name.as_deref().map(masked_name).unwrap_or_default(),
        visit_at: ticket.visit_at.map(|at| office_now(at).time()),
        arrived_at: ticket.arrived_at,
        why: placed.map(|placed| placed.why),
        wait_minutes: placed.and_then(|placed| placed.wait),
        station: ticket.station,
        transferred_from: ticket.transferred_from,
        calls: ticket.calls,
        absences: ticket.absences,
        may_be_absent: state == TicketState::Called && ticket.calls >= line.rules().calls,
        called_at: ticket.called_at,
    })
}

/// For the hall: numbers and stations alone.
#[must_use]
pub fn hall(line: &Line) -> HallView {
    let tickets = || line.seen.iter().map(|seen| &seen.ticket);
    let at_station = |ticket: &&Ticket| {
        let state = line::state(ticket.state);
        matches!(state, TicketState::Called | TicketState::Serving) && ticket.station.is_some()
    };
    let mut called: Vec<&Ticket> = tickets().filter(at_station).collect();
    called.sort_by_key(|ticket| Reverse((ticket.called_at, ticket.number)));
    let call = |ticket: &Ticket| HallCall {
        number: ticket.number,
        station: ticket.station.unwrap_or_default(),
        calls: ticket.calls,
        is_called: line::state(ticket.state) == TicketState::Called,
    };
    HallView {
        office: line.office.name.clone(),
        day: line.day,
        version: line.state.version,
        calls: called.into_iter().map(call).collect(),
        waiting: count(
            tickets()
                .filter(|ticket| line::state(ticket.state) == TicketState::Waiting)
                .count(),
        ),
    }
}

/// For whoever holds a ticket; `place` is where they stand, from 0, while they wait.
#[must_use]
pub fn place(app: &App, line: &Line, ticket: &Ticket, place: Option<(usize, &Placed)>) -> PlaceView {
    let opens = line::waiter(ticket).opens(line.rules());
    let state = line::state(ticket.state);
    let early = state == TicketState::Waiting && ticket.visit_at.is_some() && line.now < opens;
    PlaceView {
        number: ticket.number,
        office: line.office.name.clone(),
        state,
        station: ticket.station.filter(|_| state != TicketState::Waiting),
        ahead: count(place.map_or(0, |(ahead, _)| ahead)),
        wait_minutes: place.and_then(|(_, placed)| placed.wait),
        not_before: early.then(|| office_now(opens).time()),
        calls: ticket.calls,
        absences: ticket.absences,
        stream: link::stream(app, &ticket.id),
    }
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

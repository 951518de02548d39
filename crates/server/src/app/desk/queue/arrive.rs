//! Somebody comes: their number, and where they can follow the line.

use super::link;
use crate::{
    app::{
        audit::{self, Done, Who},
        ids,
        keys::{self, Link},
        staff::Staff,
    },
    notices::{
        Kind,
        queue::{self as notices, Sending},
        text::Facts,
    },
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::office_date,
    capacity::TICK_MINUTES,
    identity::BirthDate,
    problem::ProblemCode,
    queue::{Priority, TicketKind, number_text},
};
use eid_store::{
    Constraint, StoreError, Tx,
    appointments::Appointment,
    dossiers::Dossier,
    queue::{self, Ticket, TicketState},
};
use jiff::Timestamp;

/// What is known of somebody who comes.
pub struct Arrival<'a> {
    /// The office.
    pub office_id: &'a str,
    /// With an appointment or without.
    pub kind: TicketKind,
    /// Whose dossier.
    pub dossier_id: Option<&'a str>,
    /// The service as a word.
    pub service: &'a str,
    /// Why they come before others.
    pub priority: Priority,
    /// The booked begin.
    pub visit_at: Option<Timestamp>,
    /// How long such a visit is planned to take.
    pub minutes: u16,
}

/// Gives the next number of today.
///
/// # Errors
/// `state_conflict` where they stand in the line already.
pub async fn give(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    arrival: &Arrival<'_>,
    now: Timestamp,
) -> Result<Ticket, ApiError> {
    let day = office_date(now);
    let mut state = queue::bump(tx, arrival.office_id, day).await?;
    state.last_number = state.last_number.saturating_add(1);
    queue::set(tx, arrival.office_id, day, state).await?;
    let id = ids::time_ordered(app.rng.as_ref(), now)?;
    let ticket = Ticket {
        key_hash: link::key_hash(app, &id),
        id,
        office_id: arrival.office_id.to_owned(),
        day,
        number: state.last_number,
        kind: arrival.kind.as_str().to_owned(),
        dossier_id: arrival.dossier_id.map(str::to_owned),
        service: arrival.service.to_owned(),
        priority: arrival.priority.as_str().to_owned(),
        visit_at: arrival.visit_at,
        minutes: arrival.minutes,
        arrived_at: now,
        waits_from: now,
        state: TicketState::Waiting,
        station: None,
        transferred_from: None,
        called_at: None,
        served_at: None,
        ended_at: None,
        calls: 0,
        absences: 0,
        version: 1,
    };
    match queue::insert(tx, &ticket).await {
        Err(StoreError::Constraint(Constraint::QueueTicketOneLivePerDossier)) => {
            return Err(ProblemCode::StateConflict.into());
        }
        stored => stored?,
    }
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "queue.ticket",
        kind: "queue_ticket",
        id: &ticket.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    Ok(ticket)
}

/// A booked person has come to the office of their visit: their number, and a message with the link to the line.
///
/// # Errors
/// `state_conflict` where they stand in the line already.
pub async fn booked(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    dossier: &Dossier,
    visit: &Appointment,
    now: Timestamp,
) -> Result<(), ApiError> {
    // A team's stop has one table and no hall.
    if visit.office_id != dossier.office_id {
        return Ok(());
    }
    let oldest = BirthDate::from_iso(&dossier.birth_date)
        .ok()
        .map(|birth| birth.ages_on(office_date(now)).oldest);
    let elderly = oldest.is_some_and(|age| age >= app.config.queue.elderly_from);
    let arrival = Arrival {
        office_id: &visit.office_id,
        kind: TicketKind::Booked,
        dossier_id: Some(&dossier.id),
        service: &dossier.service,
        priority: if elderly {
            Priority::Elderly
        } else {
            Priority::None
        },
        visit_at: Some(visit.starts_at),
        minutes: u16::from(visit.ticks) * u16::from(TICK_MINUTES),
    };
    let ticket = give(app, tx, staff, &arrival, now).await?;
    let about = link::about(&ticket.id);
    let facts = Facts {
        number: number_text(ticket.number),
        link: keys::address(app, Link::Queue, ""),
        ..Facts::default()
    };
    let sending = Sending {
        office_id: Some(&visit.office_id),
        link: Some(&about),
        not_before: now,
    };
    notices::tell_with(app, tx, dossier, Kind::QueueTicket, facts, sending, now).await
}

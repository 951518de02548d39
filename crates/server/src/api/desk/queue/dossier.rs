//! `POST /api/desk/queue/{id}/dossier`.

use crate::{
    api::bookings::{
        check,
        insert::{Asked, rows_of},
    },
    app::{
        audit::Who,
        dossiers::{self as cases, Move},
        queue::change::{Change, Opened},
        staff::Staff,
    },
    limits,
    problem::ApiError,
    secret,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    booking::AgeGroup,
    calendar::office_date,
    dossier::{Actor, State as DossierState},
    problem::{Problem, ProblemCode},
    wire::{
        bookings::Applicant,
        desk::WALKED_IN,
        queue::{NewTicketDossier, TicketDossier},
    },
};
use eid_store::{
    Tx,
    appointments::{self, AppointmentState},
    dossiers::{self, Dossier},
    holds::{self, WalkIn},
    queue::TicketState,
};
use jiff::{SignedDuration, Timestamp};

/// Opens the dossier of somebody who stands at the counter without an appointment. What they may have is decided as for
/// who books; their identity is what the officer has before them, so no code is sent.
///
/// # Errors
/// `no_match`; `state_conflict` where they are not called or have one; `invalid_fields`; `booking_exists`.
#[utoipa::path(post, path = "/api/desk/queue/{id}/dossier", tag = "queue", params(("id" = String, Path)),
    request_body = NewTicketDossier, security(("staff" = [])), responses((status = 201, body = TicketDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`, `booking_exists`"),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn dossier(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body: wanted, once }: Mutation<NewTicketDossier>,
) -> Result<Response, ApiError> {
    let person = check::counter(&wanted, office_date(app.now()))?;
    let mut change = match Change::open(&app, &once, &staff).await? {
        Opened::Change(change) => *change,
        Opened::Again(answer) => return Ok(answer),
    };
    let mut ticket = change.ticket(&id, &[TicketState::Called, TicketState::Serving])?;
    if ticket.dossier_id.is_some() {
        return Err(ProblemCode::StateConflict.into());
    }
    let (tx, now) = (&mut change.tx, change.now);
    limits::spend(tx, &app.config.limits.assisted_staff, &staff.id, now).await?;
    if dossiers::open_by_person(tx, person.personal_number.as_str())
        .await?
        .is_some()
    {
        return Err(ProblemCode::BookingExists.into());
    }
    let dossier = open(&app, tx, &staff, &wanted, person, now).await?;
    ticket.dossier_id = Some(dossier.id.clone());
    ticket.service = wanted.service.as_str().to_owned();
    ticket.state = TicketState::Serving;
    ticket.served_at = ticket.served_at.or(Some(now));
    change.store(&app, &staff, &mut ticket, "queue.dossier").await?;
    let opened = TicketDossier {
        reference: dossier.reference,
    };
    let answer = once.finish(change.tx, StatusCode::CREATED, &opened).await;
    app.live.changed(&staff.office_id);
    app.wake.notify_one();
    answer
}

/// Dossier and visit, as of somebody who has booked this very moment, come, and been called.
async fn open(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    wanted: &NewTicketDossier,
    person: Applicant,
    now: Timestamp,
) -> Result<Dossier, ApiError> {
    let group = AgeGroup::of(&person.birth_date, office_date(now));
    let place = WalkIn {
        id: secret::token::<32>(app.rng.as_ref())?,
        office_id: &staff.office_id,
        ticks: app
            .catalog
            .lengths_at(&staff.office_id)
            .ticks(wanted.service, group),
        service: wanted.service.as_str(),
        age_group: group.as_str(),
        now,
    };
    let place = holds::walk_in(tx, place).await?;
    let asked = Asked {
        service: wanted.service,
        reason: wanted.reason,
        lang: wanted.lang,
        by: Some(&staff.id),
        note: Some(WALKED_IN),
    };
    let mut dossier = rows_of(app, tx, &asked, person, &place, now).await?;
    // One after the other, though it is all one press: the history is read by its times.
    for (after, to) in [(1, DossierState::CheckedIn), (2, DossierState::InIntake)] {
        let now = now
            .saturating_add(SignedDuration::from_micros(after))
            .unwrap_or(now);
        let step = Move {
            to,
            actor: Actor::Officer,
            who: Who::Staff(&staff.id),
            note: None,
        };
        cases::step(app, tx, &mut dossier, step, now).await?;
    }
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let visit = visit.ok_or_else(|| ApiError::internal("walk-in", &dossier.id))?;
    let (from, to) = (AppointmentState::Booked, AppointmentState::CheckedIn);
    appointments::set_state(tx, &visit.id, from, to, Some(now)).await?;
    Ok(dossier)
}

//! Slips: signing what a visit's holder is given, and what has become of a visit.

use crate::app::{keys, qr};
use crate::{problem::ApiError, state::App};
use eid_domain::{
    booking::Service,
    calendar::{office_now, office_timestamp},
    capacity::TICK_MINUTES,
    dossier::{Event, State},
    office::OfficeId,
    reference::Reference,
    slip::{SlipClaims, Verdict, judge},
    wire::{drawn_code::DrawnCode, slips::SlipState},
};
use eid_store::{
    appointments::{self, Appointment, AppointmentState},
    dossiers::{self, Dossier},
};

/// The token of a visit that is still to come or under way; the same as long as the visit stays where it is.
#[must_use]
pub fn sign(
    app: &App,
    dossier: &Dossier,
    service: Service,
    visit: &Appointment,
    history: &[Event],
) -> Option<String> {
    if !is_live(visit) {
        return None;
    }
    // Booked and moved alike are steps into this state; the last one is when the slip became what it is.
    let booked = history.iter().rev().find(|event| event.state == State::Booked);
    app.slip_keys.signing().sign(&SlipClaims {
        reference: Reference::parse(&dossier.reference).ok()?,
        office: OfficeId::parse(&visit.office_id).ok()?,
        starts_at: office_now(visit.starts_at),
        minutes: u16::from(visit.ticks) * u16::from(TICK_MINUTES),
        service,
        sequence: visit.sequence,
        issued_at: booked.map_or(visit.created_at, |event| event.at),
    })
}

/// The code of a slip.
#[must_use]
pub fn code(app: &App, token: &str) -> Option<DrawnCode> {
    // In the source language: the code stays small, and the page can be switched.
    let address = keys::origin(app).map(|origin| format!("{origin}/kiem-tra-phieu#{token}"));
    qr::draw(address.as_deref().unwrap_or(token))
}

/// The code of the paper slip of a received dossier (form CC02): where it is looked up, with its reference, which is a
/// handle and no key. It stands behind `#`, so that no server's log has it.
#[must_use]
pub fn follow_code(app: &App, dossier: &Dossier) -> Option<DrawnCode> {
    let address = keys::origin(app).map(|origin| format!("{origin}/tra-cuu#{}", dossier.reference));
    qr::draw(address.as_deref().unwrap_or(&dossier.reference))
}

/// What has become of the visit of a slip. Only a slip that is genuine reaches the database, so nothing can be tried out.
///
/// # Errors
/// When the database is out of reach.
pub async fn standing(app: &App, shown: &str) -> Result<SlipState, ApiError> {
    let Verdict::Genuine(claims) = judge(shown, app.slip_keys.public()) else {
        return Ok(SlipState::Unknown);
    };
    let mut tx = app.store.read().await?;
    let Some(dossier) = dossiers::by_reference(&mut tx, claims.reference.as_str()).await? else {
        return Ok(SlipState::Unknown);
    };
    let Some(visit) = appointments::latest_of_dossier(&mut tx, &dossier.id).await? else {
        return Ok(SlipState::Unknown);
    };
    let same = visit.sequence == claims.sequence
        && visit.office_id == claims.office.as_str()
        && visit.starts_at == office_timestamp(claims.starts_at);
    Ok(match visit.state {
        AppointmentState::Cancelled => SlipState::Cancelled,
        _ if !same => SlipState::Superseded,
        AppointmentState::Booked | AppointmentState::CheckedIn => SlipState::Current,
        AppointmentState::Done | AppointmentState::NoShow => SlipState::Past,
    })
}

const fn is_live(visit: &Appointment) -> bool {
    matches!(
        visit.state,
        AppointmentState::Booked | AppointmentState::CheckedIn
    )
}

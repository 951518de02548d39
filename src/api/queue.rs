//! `/api/desk/queue`, `/api/offices/{id}/hall`, `/api/queue`: the line of an office's day.

use super::{ApiError, Call};
use eid_domain::queue::Priority;
use eid_domain::wire::queue::{
    AtStation, BACKGROUND, HallView, NewTicketDossier, NewWalkIn, PlaceView, QueueView, SetPriority,
    TicketDossier, WalkInGiven,
};

/// Where the desk's line is sent whenever it changes.
pub const DESK_EVENTS: &str = "/api/desk/queue/events";

/// The line of today, asked for by the page itself.
///
/// # Errors
/// `not_signed_in`
pub async fn desk() -> Result<QueueView, ApiError> {
    Call::get("/api/desk/queue").header(BACKGROUND, "1").send().await
}

/// Calls whoever is next to a station.
///
/// # Errors
/// `state_conflict`
pub async fn next(station: u8) -> Result<QueueView, ApiError> {
    Call::post("/api/desk/queue/next", &AtStation { station })
        .send()
        .await
}

/// Gives somebody without an appointment a number.
///
/// # Errors
/// `invalid_fields`, `slot_not_offered`, `slot_taken`
pub async fn walk_in(wanted: &NewWalkIn) -> Result<WalkInGiven, ApiError> {
    Call::post("/api/desk/queue/walk-ins", wanted).send().await
}

/// Opens the dossier of who stands at the counter without an appointment.
///
/// # Errors
/// `invalid_fields`, `booking_exists`, `state_conflict`
pub async fn open_dossier(id: &str, wanted: &NewTicketDossier) -> Result<TicketDossier, ApiError> {
    Call::post(format!("/api/desk/queue/{id}/dossier"), wanted)
        .send()
        .await
}

/// Does one of the plain things with a ticket.
///
/// # Errors
/// `state_conflict`
pub async fn act(id: &str, act: Act) -> Result<QueueView, ApiError> {
    Call::post_empty(format!("/api/desk/queue/{id}/{}", act.path()))
        .send()
        .await
}

/// Sends somebody on to another station.
///
/// # Errors
/// `state_conflict`, `invalid_fields`
pub async fn transfer(id: &str, station: u8) -> Result<QueueView, ApiError> {
    Call::post(format!("/api/desk/queue/{id}/transfer"), &AtStation { station })
        .send()
        .await
}

/// Says why somebody comes before others.
///
/// # Errors
/// `state_conflict`
pub async fn set_priority(id: &str, priority: Priority) -> Result<QueueView, ApiError> {
    Call::post(
        format!("/api/desk/queue/{id}/priority"),
        &SetPriority { priority },
    )
    .send()
    .await
}

/// What needs nothing but the press of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Calls again.
    Recall,
    /// The person stands at the counter.
    Serve,
    /// They are served.
    Done,
    /// Nobody came.
    Absent,
    /// They have come back.
    Back,
}

impl Act {
    const fn path(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Serve => "serve",
            Self::Done => "done",
            Self::Absent => "absent",
            Self::Back => "back",
        }
    }
}

/// Where the hall's picture is sent whenever it changes.
pub fn hall_events(office: &str) -> String {
    format!("/api/offices/{office}/hall/events")
}

/// What the hall shows.
///
/// # Errors
/// `not_found`
pub async fn hall(office: &str) -> Result<HallView, ApiError> {
    Call::get(format!("/api/offices/{office}/hall")).send().await
}

/// Where one person's place is sent whenever it changes.
pub fn place_events(stream: &str) -> String {
    format!("/api/queue/{stream}/events")
}

/// Where the holder of a key stands.
///
/// # Errors
/// `no_match`
pub async fn place(key: &str) -> Result<PlaceView, ApiError> {
    Call::get("/api/queue").access_key(key).send().await
}

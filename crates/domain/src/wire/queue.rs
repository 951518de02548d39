//! `/api/desk/queue`, `/api/offices/{id}/hall` and `/api/queue`: the line of an office's day, for the three who look at it.
//! Each has an `…/events` beside it that sends the same again whenever it has changed.

use crate::{
    booking::Service,
    office::Localised,
    queue::{Priority, TicketKind, TicketState, Why},
    reason::Reason,
    wire::drawn_code::DrawnCode,
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

/// Header with which a page asks by itself, without anybody having done anything: such a request keeps no session alive.
pub const BACKGROUND: &str = "x-background";

/// `GET /api/desk/queue`: the line as staff see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QueueView {
    /// The day; the line is always today's.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub day: Date,
    /// Grows with every change of the day.
    pub version: i64,
    /// Another number after whatever else happens to the dossiers of the office, and to what people ask it.
    pub news: i64,
    /// The office's stations are numbered from 1 to this.
    pub stations: u8,
    /// Minutes at stations that are left today for people without an appointment.
    pub walk_in_minutes: u32,
    /// Called or being served, by station.
    pub at_stations: Vec<TicketRow>,
    /// In the order in which they will be called.
    pub waiting: Vec<TicketRow>,
    /// Called and not there, the last first: they can come back.
    pub absent: Vec<TicketRow>,
    /// How many were served.
    pub done: u16,
}

/// `GET /api/desk/dossiers/{reference}/events`, `…/cards/events`, `…/tickets/events`: that there is something new, not what. What a page
/// may show of it depends on who is signed in and for what reason they look, and is asked for anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskNews {
    /// The day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub day: Date,
    /// As in [`QueueView`].
    pub version: i64,
    /// As in [`QueueView`].
    pub news: i64,
}

/// One ticket as staff see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TicketRow {
    /// The key of every action.
    pub id: String,
    /// The number that is called.
    pub number: u16,
    /// With an appointment or without.
    pub kind: TicketKind,
    /// Where it stands.
    pub state: TicketState,
    /// Why they come before others.
    pub priority: Priority,
    /// What for.
    pub service: Service,
    /// The dossier's public reference; none for who came without an appointment.
    pub reference: Option<String>,
    /// Name, masked; empty where nobody has asked for it.
    pub name_masked: String,
    /// Booked time.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub visit_at: Option<Time>,
    /// When they came.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub arrived_at: Timestamp,
    /// Why they stand where they stand, while they wait.
    pub why: Option<Why>,
    /// Minutes until they are called, while they wait and somebody works.
    pub wait_minutes: Option<u16>,
    /// The station that has called them; while they wait the only one that may.
    pub station: Option<u8>,
    /// The station that sent them on.
    pub transferred_from: Option<u8>,
    /// How often they were called to this station.
    pub calls: u8,
    /// How often they were not there.
    pub absences: u8,
    /// Whether they were called often enough to be marked as absent.
    pub may_be_absent: bool,
    /// When they were called last.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub called_at: Option<Timestamp>,
}

/// `POST /api/desk/queue/next`, and `…/{id}/transfer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AtStation {
    /// Which station.
    pub station: u8,
}

/// `POST /api/desk/queue/walk-ins`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewWalkIn {
    /// What for.
    pub service: Service,
    /// Why they come before others.
    pub priority: Priority,
    /// A mobile number to which the link to the line is sent; empty for none. It is kept with the message only.
    #[serde(default)]
    pub phone: String,
    /// The language of that message.
    #[serde(default)]
    pub lang: super::Lang,
}

/// `…/{id}/dossier`: who stands at the counter without an appointment.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewTicketDossier {
    /// What is to be done.
    pub service: Service,
    /// On what ground; none for an account alone.
    pub reason: Option<Reason>,
    /// The person.
    pub applicant: super::bookings::ApplicantInput,
    /// Language of notices.
    #[serde(default)]
    pub lang: super::Lang,
}

/// Its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TicketDossier {
    /// Public reference of the new dossier.
    pub reference: String,
}

/// `…/{id}/priority`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetPriority {
    /// Why they come before others; `none` takes it back.
    pub priority: Priority,
}

/// The answer to a walk-in ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WalkInGiven {
    /// The number, to tell or write down.
    pub number: u16,
    /// What opens the private page of the line, behind its `#`.
    pub key: String,
    /// The address of that page, drawn to be scanned from the screen.
    pub code: Option<DrawnCode>,
    /// The line with it.
    pub queue: QueueView,
}

/// `GET /api/offices/{id}/hall`: what everybody in the hall may see. Numbers and stations, nothing of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HallView {
    /// The office's name.
    pub office: Localised,
    /// The day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub day: Date,
    /// Grows with every change of the day.
    pub version: i64,
    /// Who is at which station, the last called first.
    pub calls: Vec<HallCall>,
    /// How many wait.
    pub waiting: u16,
}

/// A number at a station.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HallCall {
    /// The number.
    pub number: u16,
    /// Where to.
    pub station: u8,
    /// How often it was called there: one more is a new call.
    pub calls: u8,
    /// Whether the person is still on the way.
    pub is_called: bool,
}

/// `GET /api/queue` (with the key of the link): the line as one person in it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceView {
    /// Their number.
    pub number: u16,
    /// The office's name.
    pub office: Localised,
    /// Where they stand.
    pub state: TicketState,
    /// The station that has called them.
    pub station: Option<u8>,
    /// How many are called before them, while they wait.
    pub ahead: u16,
    /// Minutes until they are called, while they wait and somebody works.
    pub wait_minutes: Option<u16>,
    /// They have come long before their time: it is not their turn before this, unless nobody else waits.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub not_before: Option<Time>,
    /// How often they were called to this station.
    pub calls: u8,
    /// How often they were not there.
    pub absences: u8,
    /// What opens `/api/queue/{stream}/events`: good for that alone, so that the key itself is in no address.
    pub stream: String,
}

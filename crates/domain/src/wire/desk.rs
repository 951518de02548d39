//! `/api/desk`: what staff see and do. Personal data is masked until a reason was given.

pub use super::acting::{ASSISTED, WALKED_IN};
use super::{delivery::DeskDelivery, dossiers::Correction, intake::Recorded};
use crate::{account, booking, dossier, reason::Reason};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

/// What a member of staff may do; least right each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Answers questions, changes bookings.
    HelpDesk,
    /// Receives people, records intakes, hands out cards.
    IntakeOfficer,
    /// The same, and the office's settings.
    OfficeManager,
    /// Reads the audit.
    Auditor,
    /// Staff and settings.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 5] = [
        Self::HelpDesk,
        Self::IntakeOfficer,
        Self::OfficeManager,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The stable word, on the wire and in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HelpDesk => "help_desk",
            Self::IntakeOfficer => "intake_officer",
            Self::OfficeManager => "office_manager",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// Reads the stable word back; `None` for any other.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }

    /// Reasons for which this role may see a person's data; none where it may not at all.
    #[must_use]
    pub const fn look_reasons(self) -> &'static [LookReason] {
        match self {
            Self::IntakeOfficer | Self::OfficeManager => &[
                LookReason::AtCounter,
                LookReason::HandOver,
                LookReason::Correction,
                LookReason::CallBack,
            ],
            // Nobody stands before the help desk.
            Self::HelpDesk => &[LookReason::CallBack],
            Self::Auditor | Self::Administrator => &[],
        }
    }
}

/// `POST /api/desk/session`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StaffSignIn {
    /// User name.
    pub username: String,
    /// As typed.
    pub password: String,
}

/// `GET /api/desk/session`: who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffView {
    /// Shown in the header.
    pub name: String,
    /// Role.
    pub role: Role,
    /// The office they work at.
    pub office_id: String,
    /// Seconds of idleness after which the session ends.
    pub idle_s: u32,
    /// An administrator has set the password: nothing can be done before another one is chosen.
    #[serde(default)]
    pub must_change_password: bool,
}

/// `GET /api/desk/day?date=`: the day at the officer's office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayView {
    /// Which day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// The office.
    pub office_id: String,
    /// In order of time.
    pub rows: Vec<DayRow>,
}

/// One booked person of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayRow {
    /// The dossier's public reference; the key of every desk action.
    pub reference: String,
    /// Booked time.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub time: Time,
    /// Length in minutes.
    pub minutes: u16,
    /// The stop of a team; empty at the office itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stop: String,
    /// Whether staff booked it for the person, by phone or at the desk.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub assisted: bool,
    /// Name, masked: `N. V. Thử`.
    pub name_masked: String,
    /// Age on the day, for priority.
    pub age: Option<u8>,
    /// What for.
    pub service: booking::Service,
    /// Why.
    pub reason: Option<Reason>,
    /// State of the dossier.
    pub state: dossier::State,
    /// When the person arrived.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub arrived_at: Option<Timestamp>,
    /// Whether the person comes again with what was asked for, and has not come yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub returns: bool,
}

/// `GET /api/desk/cards`: cards on the way to or at the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardsView {
    /// Oldest first.
    pub rows: Vec<CardRow>,
}

/// One card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CardRow {
    /// The dossier.
    pub reference: String,
    /// Its code.
    pub dossier_code: String,
    /// Name, masked.
    pub name_masked: String,
    /// Where the card is.
    pub state: dossier::State,
    /// Whether the post is to bring it to its owner.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_post: bool,
    /// Since when.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub since: Timestamp,
    /// Latest lawful date.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub due_on: Option<Date>,
}

/// `GET /api/desk/dossiers/{reference}`: one dossier at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskDossier {
    /// Public reference.
    pub reference: String,
    /// Code once received.
    pub dossier_code: Option<String>,
    /// State.
    pub state: dossier::State,
    /// Steps the officer may take now.
    pub next: Vec<dossier::State>,
    /// What for.
    pub service: booking::Service,
    /// Why.
    pub reason: Option<Reason>,
    /// The person; masked unless revealed.
    pub person: DeskPerson,
    /// True where a reason to see the person was given in this session, less than half an hour ago.
    pub revealed: bool,
    /// Local date and time of the visit.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub visit_at: Option<jiff::civil::DateTime>,
    /// When received.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub received_at: Option<Timestamp>,
    /// Latest lawful date.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub due_on: Option<Date>,
    /// State of the account, where asked for.
    pub account: Option<account::State>,
    /// What happened, oldest first.
    pub events: Vec<DeskEvent>,
    /// The number in the line of today, while the person stands in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<u16>,
    /// What the person must correct or add, while that is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Box<Correction>>,
    /// How the card comes to its owner, where they have said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Box<DeskDelivery>>,
    /// What was recorded at the counter; none before, and none while masked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intake: Option<Box<Recorded>>,
    /// Its code for slip CC02; none before the receipt and after the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Box<super::drawn_code::DrawnCode>>,
    /// Whether a visit is booked and the person has not come yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub expected: bool,
    /// Whether there may be something to say of representatives: of a child, or of who waits to get the account of their own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub represented: bool,
}

/// A person as the desk sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskPerson {
    /// Name.
    pub full_name: String,
    /// Twelve digits, or masked.
    pub personal_number: String,
    /// ISO date, possibly partial; only the year while masked.
    pub birth_date: String,
    /// Phone for codes; last digits while masked.
    pub otp_phone: String,
    /// Contact phone; last digits while masked.
    pub contact_phone: String,
    /// Who comes along.
    pub representative_name: String,
    /// What to say when calling, so that the person knows it is the office; none while masked.
    #[serde(default)]
    pub phrase: Option<crate::office::Localised>,
    /// What frees them from the fee by a list; none while masked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exemption: Option<crate::fee::Exemption>,
}

/// A change of state as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskEvent {
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// Into which state.
    pub state: dossier::State,
    /// Who: `citizen`, `officer`, `system`, `ministry`.
    pub actor: String,
    /// Reason or remark.
    pub note: Option<String>,
}

/// Why an officer needs to see the person's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum LookReason {
    /// The person stands at the counter.
    AtCounter,
    /// The person called and was checked.
    CallBack,
    /// To correct data.
    Correction,
    /// To hand over a card.
    HandOver,
}

impl LookReason {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::AtCounter, Self::CallBack, Self::Correction, Self::HandOver];

    /// The stable word, on the wire and in the audit.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtCounter => "at_counter",
            Self::CallBack => "call_back",
            Self::Correction => "correction",
            Self::HandOver => "hand_over",
        }
    }

    /// From the stable word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.as_str() == word)
    }
}

/// `POST /api/desk/dossiers/{reference}/reveal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    /// Goes into the audit.
    pub reason: LookReason,
}

/// How fast the simulated ministry works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// A step a working day.
    Lawful,
    /// A step every few seconds.
    Hurried,
    /// Nothing goes by itself: officers carry files there and back.
    Files,
}

/// `GET` and `PUT /api/desk/ministry` (demo only).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ministry {
    /// Its pace.
    pub pace: Pace,
}

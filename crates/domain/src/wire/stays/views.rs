//! What is answered about stays.

use crate::stay::{StayReason, StayWithdrawal};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

/// A notice, as who has filed it sees it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StayNotice {
    /// Internal id.
    pub id: String,
    /// The guest.
    pub full_name: String,
    /// `098*****0123`.
    pub number_masked: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// Why they stay.
    pub reason: StayReason,
    /// Where.
    pub address: String,
    /// The first day.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub arrives: Date,
    /// Whether they come from 23:00 on.
    pub late: bool,
    /// The day they leave.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub leaves: Date,
    /// When it was filed.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub filed_at: Timestamp,
    /// Until when it should have been, by the office's clock.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub due: DateTime,
    /// Whether it was in time.
    pub in_time: bool,
    /// Whether it is longer than a stay may be.
    pub long: bool,
    /// When it was last corrected.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub corrected_at: Option<Timestamp>,
    /// Why it was withdrawn.
    pub withdrawn: Option<StayWithdrawal>,
    /// Whether it can be corrected or withdrawn now.
    pub may_change: bool,
}

/// `GET /api/venue/stays?day=2026-11-23`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StayNotices {
    /// The office's clock, by which the hours are counted.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub now: DateTime,
    /// The latest first day first.
    pub stays: Vec<StayNotice>,
}

/// A notice about me, by somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StayAboutMe {
    /// Internal id.
    pub id: String,
    /// Name of a registered place, or the masked name of a person.
    pub by: String,
    /// Where.
    pub address: String,
    /// The first day.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub arrives: Date,
    /// The day I leave.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub leaves: Date,
    /// Who has filed it has withdrawn it.
    pub withdrawn: bool,
    /// I have said that it was not me.
    pub disputed: bool,
}

/// `GET /api/account/stays`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaysView {
    /// What I have filed.
    pub mine: StayNotices,
    /// What others have filed about me, the latest first.
    pub about_me: Vec<StayAboutMe>,
}

/// A notice at the desk, masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskStay {
    /// Internal id.
    pub id: String,
    /// The guest.
    pub name_masked: String,
    /// `098*****0123`.
    pub number_masked: String,
    /// Where.
    pub address: String,
    /// Name of a registered place; the masked name of a person.
    pub by: String,
    /// The day they leave.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub leaves: Date,
    /// When it was filed.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub filed_at: Timestamp,
    /// Whether it was in time.
    pub in_time: bool,
    /// It was withdrawn.
    pub withdrawn: bool,
    /// The guest says that it was not them.
    pub disputed: bool,
}

/// `GET /api/desk/stays?day=2026-11-23`: of the communes that the office answers for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskStays {
    /// The first day of these stays.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub day: Date,
    /// By address; at most a thousand.
    pub rows: Vec<DeskStay>,
}

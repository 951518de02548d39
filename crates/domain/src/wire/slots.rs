//! `GET /api/offices/{id}/days` and `GET /api/offices/{id}/days/{date}`: free places.

use jiff::{
    Timestamp,
    civil::{Date, Time},
};
use serde::{Deserialize, Serialize};

/// Query of both: which visit is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
pub struct SlotQuery {
    /// What is to be done.
    pub service: crate::booking::Service,
    /// For whom; children and older people get more time.
    pub age_group: crate::booking::AgeGroup,
}

/// The days of one office, in order, from tomorrow to the horizon; closed days are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Days {
    /// One entry an open day.
    pub days: Vec<Day>,
    /// The day that can be booked next, and from when on.
    #[serde(default)]
    pub next: Option<NextDay>,
    /// What the office has to say now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub news: Vec<super::announcements::News>,
}

/// A day that cannot be booked yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NextDay {
    /// The date at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// From when on it can be booked.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub opens_at: Timestamp,
}

/// One day of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Day {
    /// The date at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// Start times that can still be booked.
    pub free: u16,
    /// The first of them.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub first: Option<Time>,
    /// Where none can be booked, but there are places kept for phone and desk: when these go to everybody.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub kept_until: Option<Timestamp>,
}

/// The start times of one day that can still be booked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DaySlots {
    /// The date at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// Length of a visit in minutes.
    pub minutes: u16,
    /// In order of time.
    pub slots: Vec<Slot>,
}

/// A start time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Slot {
    /// Local time at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub time: Time,
    /// Places left at this time, 1 or more.
    pub free: u16,
}

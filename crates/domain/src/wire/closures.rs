//! `/api/desk/closures`: an office that closes a day moves its people first.

use crate::{dossier, str_enum::str_enum};
use jiff::civil::{Date, Time, time};
use serde::{Deserialize, Serialize};

str_enum! {
    /// Which part of a day.
    pub enum DayPart {
        /// All of it.
        Day = "day",
        /// Until noon.
        Morning = "morning",
        /// From noon on.
        Afternoon = "afternoon",
    }
}

impl DayPart {
    /// Its first moment and the first one after it.
    #[must_use]
    pub const fn bounds(self) -> (Time, Time) {
        const NOON: Time = time(12, 0, 0, 0);
        match self {
            Self::Day => (Time::MIN, Time::MAX),
            Self::Morning => (Time::MIN, NOON),
            Self::Afternoon => (NOON, Time::MAX),
        }
    }
}

/// `POST /api/desk/closures`: close a day, or half of it, of the own office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewClosure {
    /// Which day; not before tomorrow.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// Which part of it.
    pub part: DayPart,
    /// Why, 5 to 200 characters; the people concerned read it.
    pub reason: String,
}

/// `GET /api/desk/closures`: what is closed, and what is to come of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClosuresView {
    /// Today at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub today: Date,
    /// From today on, the nearest first.
    pub closures: Vec<Closure>,
}

/// A closed day or half day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closure {
    /// Its id.
    pub id: String,
    /// Which day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// Which part of it.
    pub part: DayPart,
    /// Why.
    pub reason: String,
    /// People who had a visit then and their way to another.
    pub people: Vec<Concerned>,
}

/// Where somebody stands whose time was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Moving {
    /// Not told yet: this is a preview.
    Booked,
    /// Told; another place is being looked for.
    Looking,
    /// Another place is kept for them.
    Offered,
    /// They have another visit.
    Moved,
    /// They have cancelled.
    Ended,
}

/// Somebody whose time is or would be closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Concerned {
    /// The dossier's public reference.
    pub reference: String,
    /// Name, masked.
    pub name_masked: String,
    /// The time that is closed; for who has moved, the new one stands in the dossier.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub time: Time,
    /// State of the dossier.
    pub state: dossier::State,
    /// Where they stand.
    pub moving: Moving,
    /// The same for those of one family, who are moved together: counted from 1 within the closed time; `None` for one
    /// alone.
    #[serde(default)]
    pub family: Option<u16>,
}

/// `GET /api/desk/closures/preview?date=&part=`: whom it would concern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClosurePreview {
    /// Booked people, in order of time.
    pub people: Vec<Concerned>,
    /// People who are just filling in the form for that time and lose their hold.
    pub holds: u32,
}

/// `POST /api/desk/closures/{id}/reopen`: what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reopened {
    /// People who still waited for another time: their visit stands, and they are told so.
    pub again: u32,
}

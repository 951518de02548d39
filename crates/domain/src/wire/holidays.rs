//! `/api/desk/holidays`: the days of the whole country that differ from their weekday, as the administrator changes them. A
//! change is seen before it is made, moves the people whom it concerns first, and can be taken back.

use super::office_admin::{PeopleMoving, PreviewDay};
use crate::calendar::NationalDay;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// `GET /api/desk/holidays`: the days to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HolidayCalendar {
    /// Today at the offices. Changes hold from tomorrow on.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub today: Date,
    /// To be given back with a change: it is refused where somebody else has changed the calendar since.
    pub version: i64,
    /// Days from tomorrow on that differ from their weekday, and those that once did and were made ordinary here; in order.
    pub days: Vec<NationalDay>,
}

/// `POST /api/desk/holidays/preview`: what would become of these days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WantedDays {
    /// The days that are to be otherwise; all else stays.
    pub days: Vec<NationalDay>,
}

/// `POST /api/desk/holidays`: change them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeHolidays {
    /// The days that are to be otherwise; all else stays.
    pub days: Vec<NationalDay>,
    /// The version that was seen.
    pub version: i64,
    /// Whether people whose visit no longer fits are to be moved. Without it such a change is refused.
    pub move_people: bool,
    /// Why, for the history; may be empty.
    #[serde(default)]
    pub note: String,
}

/// What a change of the calendar makes and breaks, over all offices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HolidayPreview {
    /// The version that it was worked out from.
    pub version: i64,
    /// The days as they would be, in order; only those that would differ from now.
    pub what: Vec<NationalDay>,
    /// Every such day that can be booked already or has been: places of all offices together.
    pub days: Vec<PreviewDay>,
    /// How many offices gain or lose places.
    pub offices: u32,
    /// People whose visit no longer fits; they are moved first.
    pub people: u32,
    /// People who are just filling in the form for a time that no longer fits and lose their hold.
    pub holds: u32,
    /// People whose time was closed before and whose visit would stand again.
    pub again: u32,
}

/// `GET /api/desk/holidays/history`: the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HolidayHistory {
    /// At most fifty.
    pub changes: Vec<HolidayChange>,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HolidayChange {
    /// Its id.
    pub id: String,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub made_at: Timestamp,
    /// By whom.
    pub made_by: String,
    /// Why; may be empty.
    pub note: String,
    /// The days as they became.
    pub what: Vec<NationalDay>,
    /// Whether it took an earlier change back.
    pub takes_back: bool,
    /// Whether it was taken back itself.
    pub taken_back: bool,
    /// Whether it can be: nothing that it changed was changed again since, and some of it is still to come.
    pub can_undo: bool,
    /// Where the people stand whose visit no longer fitted.
    pub moving: PeopleMoving,
}

//! `/api/desk/office`: what an office decides about itself. A change is seen before it is made, moves the people whom it
//! concerns first, and can be taken back.

use crate::office::{Localised, OfficeKind, OfficeSettings, Setting, UsualShare};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Longest note of a change, in characters.
pub const LONGEST_NOTE: usize = 200;

/// `GET /api/desk/office`: the settings as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeAdmin {
    /// Which office.
    pub office_id: String,
    /// Its name.
    pub name: Localised,
    /// Whose office it is.
    pub kind: OfficeKind,
    /// Today at the office. Changes hold from tomorrow on.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub today: Date,
    /// To be given back with a change: it is refused where somebody else has changed the office since.
    pub version: i64,
    /// The settings; of the days that differ those to come.
    pub settings: OfficeSettings,
    /// What is kept for phone and desk on days of which the settings say nothing.
    pub usual_share: UsualShare,
}

/// `POST /api/desk/office/preview`: what would become of these settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct WantedSettings {
    /// The settings.
    pub settings: OfficeSettings,
}

/// `PUT /api/desk/office`: change them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeOffice {
    /// The settings.
    pub settings: OfficeSettings,
    /// The version that they were made from.
    pub version: i64,
    /// Whether people whose visit no longer fits are to be moved. Without it such a change is refused.
    pub move_people: bool,
    /// Why, for the history; may be empty.
    #[serde(default)]
    pub note: String,
}

/// `POST /api/desk/office/history/{id}/undo`: take a change back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct UndoChange {
    /// The version that was seen.
    pub version: i64,
    /// As in [`ChangeOffice`].
    pub move_people: bool,
}

/// What a change makes and breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficePreview {
    /// The version that it was worked out from.
    pub version: i64,
    /// What would be different in the settings.
    pub what: Vec<Setting>,
    /// Every day that can be booked, in order, on which the office is open before or after.
    pub days: Vec<PreviewDay>,
    /// People whose visit no longer fits; they are moved first.
    pub people: u32,
    /// People who are just filling in the form for a time that no longer fits and lose their hold.
    pub holds: u32,
    /// People whose time was closed before and whose visit would stand again.
    pub again: u32,
}

/// A day before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewDay {
    /// The day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// Visits for an ordinary card for which it has places now.
    pub before: u16,
    /// And then.
    pub after: u16,
    /// Whether anything is different, be it only the times.
    pub changed: bool,
    /// Public references of the visits that no longer fit, in order of time.
    pub broken: Vec<String>,
}

/// `GET /api/desk/office/history`: the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeHistory {
    /// At most fifty.
    pub changes: Vec<OfficeChange>,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeChange {
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
    /// What was changed.
    pub what: Vec<Setting>,
    /// Whether it took an earlier change back.
    pub takes_back: bool,
    /// Whether it was taken back itself.
    pub taken_back: bool,
    /// Whether it can be: nothing that it changed was changed again since.
    pub can_undo: bool,
    /// Where the people stand whose visit no longer fitted.
    pub moving: PeopleMoving,
}

/// How many of the people of a change stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeopleMoving {
    /// Another place is being looked for.
    pub looking: u32,
    /// Another place is kept for them.
    pub offered: u32,
    /// They have another visit.
    pub moved: u32,
    /// Their visit stands again, or they have cancelled.
    pub ended: u32,
}

impl PeopleMoving {
    /// All of them.
    #[must_use]
    pub const fn all(self) -> u32 {
        self.looking + self.offered + self.moved + self.ended
    }
}

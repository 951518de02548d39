//! `/api/desk/figures`: how many of what, by office and by how people live there. Numbers alone, nothing of a person.

use crate::{
    figures::{Measure, Pace, Reported},
    intake::Residence,
    office::Localised,
    str_enum::str_enum,
};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// The longest stretch that is told at once, in days: some three years.
pub const LONGEST_DAYS: i32 = 1_100;
/// The largest number that a target may be: more than there are people.
pub const LARGEST: u32 = 200_000_000;
/// A target may lie so many days ahead: ten years.
pub const FARTHEST_DAYS: i32 = 3_660;

/// `GET /api/desk/figures?from&to&office`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FiguresView {
    /// Today at the offices.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub today: Date,
    /// First day that is told.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub from: Date,
    /// Last day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub to: Date,
    /// The one office that is told of; none for all of them.
    #[serde(default)]
    pub office_id: Option<String>,
    /// Whether the caller may ask for any office.
    pub everywhere: bool,
    /// Whether the caller may set targets.
    pub may_set: bool,
    /// When the newest that is counted happened.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub newest_at: Option<Timestamp>,
    /// What happened and is not counted yet.
    pub waiting: u32,
    /// Every office that is told of, by its name.
    pub units: Vec<UnitFigures>,
    /// Weeks from Monday on, the first first; the first and the last may be cut by the stretch.
    pub weeks: Vec<WeekFigures>,
    /// The last four weeks of what is told of.
    pub pace: Pace,
    /// What was reported before anything was counted here.
    pub reported: Vec<Reported>,
}

/// An office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitFigures {
    /// Its id.
    pub office_id: String,
    /// Its name.
    pub name: Localised,
    /// What is not zero.
    pub counts: Vec<Count>,
    /// Accounts activated since counting began.
    pub activated_ever: u32,
    /// The last four weeks.
    pub pace: Pace,
    /// What it has set itself.
    #[serde(default)]
    pub target: Option<TargetView>,
}

impl UnitFigures {
    /// All of a measure, however people live.
    #[must_use]
    pub fn of(&self, measure: Measure) -> u32 {
        let counts = self.counts.iter().filter(|one| one.measure == measure);
        counts.map(|one| one.count).sum()
    }
}

/// So many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Count {
    /// Of what.
    pub measure: Measure,
    /// Of whom; none where no intake says it.
    #[serde(default)]
    pub residence: Option<Residence>,
    /// How many.
    pub count: u32,
}

/// A week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WeekFigures {
    /// Its Monday.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub monday: Date,
    /// Dossiers received.
    pub received: u32,
    /// Cards issued.
    pub issued: u32,
    /// Cards handed over.
    pub returned: u32,
    /// Accounts activated.
    pub activated: u32,
}

str_enum! {
    /// Whether and when a target is reached.
    pub enum Reached {
        /// It is.
        Yes = "yes",
        /// Later, if it goes on like this.
        Later = "later",
        /// Not at this pace.
        Never = "never",
    }
}

/// A target as it is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TargetView {
    /// How many people may have an account.
    #[serde(default)]
    pub eligible: Option<u32>,
    /// So many accounts activated …
    pub target: u32,
    /// … until the end of this day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub until: Date,
    /// Whether it is reached.
    pub reached: Reached,
    /// On which day at this pace, where that is later.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub reached_on: Option<Date>,
    /// For changing it.
    pub version: i64,
}

/// `PUT /api/desk/figures/targets/{office}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetTarget {
    /// How many people may have an account; none where it is not known.
    #[serde(default)]
    pub eligible: Option<u32>,
    /// So many accounts activated …
    pub target: u32,
    /// … until the end of this day; after today.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub until: Date,
    /// Of the target that is changed; 0 for the first.
    pub version: i64,
}

//! `/api/desk/rounds/{date}`: the round of the office's teams on one day, as one sheet.

use super::stops::Stop;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// Where teams go to on a day, in order of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoundView {
    /// The day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// Today at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub today: Date,
    /// The stops, those that begin first at the top.
    pub stops: Vec<RoundStop>,
}

/// One stop of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoundStop {
    /// The stop.
    pub stop: Stop,
    /// The homes that the team goes to, in order of time; none for other stops.
    pub homes: Vec<RoundHome>,
}

/// A home on a round. Its address is opened for a reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoundHome {
    /// When the team is there.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub time: Time,
    /// For so long.
    pub minutes: u16,
    /// The dossier's reference.
    pub reference: String,
    /// The wish's reference: its address is opened by it.
    pub wish: String,
    /// The name, masked.
    pub name_masked: String,
    /// In which commune.
    pub commune: String,
    /// In which neighbourhood; may be empty.
    pub neighbourhood: String,
}

//! What a person would like instead of the visit they have.

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

/// So many offices one may name.
pub const MOST_OFFICES: usize = 5;

/// Offices, days, and hours of the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wish {
    /// Ids of the offices, the preferred one first.
    pub offices: Vec<String>,
    /// First day, office time.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub from: Date,
    /// Last day, with it.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub to: Date,
    /// Not before this time of the day.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub earliest: Option<Time>,
    /// Not after this time of the day.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub latest: Option<Time>,
}

impl Wish {
    /// Whether a visit that begins then at that office is what was wished for.
    #[must_use]
    pub fn holds(&self, office: &str, starts_at: DateTime) -> bool {
        let time = starts_at.time();
        self.offices.iter().any(|id| id == office)
            && (self.from..=self.to).contains(&starts_at.date())
            && self.earliest.is_none_or(|earliest| earliest <= time)
            && self.latest.is_none_or(|latest| time <= latest)
    }
}

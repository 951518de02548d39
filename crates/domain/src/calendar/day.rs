//! One special day.

use crate::str_enum::str_enum;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

str_enum! {
    /// What is special about a day.
    pub enum DayKind {
        /// A public holiday (Labour Code 2019, art. 112).
        Holiday = "holiday",
        /// A weekday off in place of a weekend holiday or a worked Saturday.
        Compensation = "compensation",
        /// A Saturday worked in full; counts as a working day.
        SwapWorking = "swap_working",
        /// One office is closed. The lawful clock does not stop for it.
        LocalClosure = "local_closure",
    }
}

/// A day that differs from its weekday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarDay {
    /// The day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// What is special about it.
    pub kind: DayKind,
    /// False while the Government has not fixed the day.
    pub confirmed: bool,
    /// The id of the one office concerned; `None` for the whole country.
    pub office: Option<String>,
    /// Vietnamese name.
    pub vi: String,
    /// English name.
    pub en: String,
    /// Where the day is published.
    pub source: String,
}

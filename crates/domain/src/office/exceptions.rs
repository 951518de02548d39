//! Days on which an office is open at other times than its week says: longer, shorter, not at all, or on a day on which
//! it would be closed.

use super::{Office, OfficeKind, Session, SettingFault, hours::in_order};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One day that differs: `{"date":"2026-12-06","sessions":[{"from":"07:30:00","to":"11:30:00"}],"stations":2}`. It wins over
/// the week, the holidays and the rota.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct DayException {
    /// Which day.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// When the office is open that day, in order; empty where it is closed.
    pub sessions: Vec<Session>,
    /// Stations staffed all that day; those of the rota where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stations: Option<u8>,
}

impl Office {
    /// What is different on a day.
    #[must_use]
    pub fn exception_on(&self, date: Date) -> Option<&DayException> {
        self.exceptions.iter().find(|one| one.date == date)
    }
}

/// An office has at most so many: a whole year of them would be another week.
pub const MOST_EXCEPTIONS: usize = 200;

/// Checks the days of an office that differ.
///
/// # Errors
/// What is wrong with the first that cannot be used.
pub(super) fn check(days: &[DayException], kind: OfficeKind, stations: u8) -> Result<(), SettingFault> {
    if !days.is_empty() && kind == OfficeKind::Mobile {
        return Err(SettingFault::ExceptionsOfTeam);
    }
    if days.len() > MOST_EXCEPTIONS {
        return Err(SettingFault::ExceptionsTooMany);
    }
    // In order, so that the same days are always the same record.
    if days
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a.date >= b.date))
    {
        return Err(SettingFault::ExceptionsOrder);
    }
    for day in days {
        if !in_order(&day.sessions) {
            return Err(SettingFault::ExceptionSessions);
        }
        if day.stations.is_some_and(|count| count == 0 || count > stations) {
            return Err(SettingFault::ExceptionStations);
        }
    }
    Ok(())
}

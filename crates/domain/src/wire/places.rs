//! A place as whoever goes there needs it: less than the office record, which only who chooses an office loads.

use crate::office::{DayHours, Localised, Office, Session, WorkDay};
use serde::{Deserialize, Serialize};

/// An office, or the stop of a team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Place {
    /// The office's id.
    pub id: String,
    /// Name to show.
    pub name: Localised,
    /// House number and street; `None` where we do not know them.
    pub street: Option<String>,
    /// Commune with its kind, e.g. `Phường Diên Hồng`.
    pub commune: String,
    /// What the place was called before 1 July 2025.
    pub legacy_name: Option<String>,
    /// Opening hours from Monday to Friday, e.g. `07:30–11:30`.
    pub weekdays: Vec<String>,
    /// Of a Saturday; empty when closed.
    pub saturday: Vec<String>,
    /// Of weekdays that differ every week; none where left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub but: Vec<PlaceDay>,
    /// Whether the hours are those the office itself publishes.
    pub hours_verified: bool,
    /// Whether a wheelchair gets in without steps; `None` while unknown.
    pub step_free: Option<bool>,
    /// Something a visitor should know.
    pub note: Option<Localised>,
}

/// A weekday with hours of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PlaceDay {
    /// Which.
    pub weekday: WorkDay,
    /// Its hours; empty when closed.
    pub hours: Vec<String>,
}

impl Place {
    /// What visitors need of a record.
    #[must_use]
    pub fn of(office: &Office) -> Self {
        Self {
            id: office.id.as_str().to_owned(),
            name: office.name.clone(),
            street: office.street.clone(),
            commune: office.commune.clone(),
            legacy_name: office.legacy_name.clone(),
            weekdays: hours(office.hours.weekdays()),
            saturday: hours(office.hours.saturday()),
            but: office.hours.differing().iter().map(PlaceDay::of).collect(),
            hours_verified: office.hours_verified,
            step_free: office.step_free,
            note: office.note.clone(),
        }
    }

    /// Street and commune on one line: `47 Thành Thái, Phường Diên Hồng`; without a known street, the commune alone.
    #[must_use]
    pub fn address_line(&self) -> String {
        match &self.street {
            Some(street) => format!("{street}, {}", self.commune),
            None => self.commune.clone(),
        }
    }
}

impl PlaceDay {
    fn of(day: &DayHours) -> Self {
        Self {
            weekday: day.weekday,
            hours: hours(&day.sessions),
        }
    }
}

fn hours(sessions: &[Session]) -> Vec<String> {
    let one = |session: &Session| {
        let (from, to) = (session.from(), session.to());
        let [a, b, c, d] = [from.hour(), from.minute(), to.hour(), to.minute()];
        format!("{a:02}:{b:02}–{c:02}:{d:02}")
    };
    sessions.iter().map(one).collect()
}

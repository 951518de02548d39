//! `/api/desk/stops`: where a team of the own office goes to.

use super::closures::Concerned;
use crate::{
    calendar::days_after,
    campaign::{MOST_STATIONS, StopKind, StopState, stop_sessions},
    field::{FieldCode, FieldError},
    office::Session,
    place::CommuneCode,
    typed_text::one_line,
    when::When,
};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// So far ahead a stop can be planned.
pub const FARTHEST_DAYS: i32 = 180;
/// Shortest and longest name or address.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=120;

/// `POST /api/desk/stops`: plan a stop.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewStop {
    /// `school`, `hamlet`, `home` or `hospital`.
    pub kind: String,
    /// What the place is called, 3 to 120 characters.
    pub name: String,
    /// House number and street, or hamlet, 3 to 120 characters.
    pub street: String,
    /// Five digits.
    pub commune_code: String,
    /// ISO date, from tomorrow on, in the next 180 days, no public holiday.
    pub date: String,
    /// When the team begins, `HH:MM`, at a whole ten minutes.
    pub from: String,
    /// When it ends.
    pub to: String,
    /// Stations that work at the same time, 1 to 20.
    pub stations: String,
    /// Whether anybody may book there. Never so for homes.
    pub is_public: bool,
}

/// The same, parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopPlan {
    /// What it is.
    pub kind: StopKind,
    /// What the place is called.
    pub name: String,
    /// Where it is.
    pub street: String,
    /// In which commune; that it exists is for the caller to say.
    pub commune_code: CommuneCode,
    /// Which day.
    pub date: Date,
    /// When the team works.
    pub sessions: Vec<Session>,
    /// Stations.
    pub stations: u8,
    /// Whether anybody may book there.
    pub is_public: bool,
}

impl NewStop {
    /// Parses every field; names every wrong one.
    ///
    /// # Errors
    /// One entry a wrong field.
    pub fn parse(&self, today: Date) -> Result<StopPlan, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut wrong = |field: &str, code| errors.push(FieldError::new(field, code));
        let kind = chosen(StopKind::parse(&self.kind), &self.kind)
            .map_err(|code| wrong("kind", code))
            .ok();
        let name = text(&self.name).map_err(|code| wrong("name", code)).ok();
        let street = text(&self.street).map_err(|code| wrong("street", code)).ok();
        let commune = CommuneCode::parse(&self.commune_code).ok();
        let commune = chosen(commune, &self.commune_code)
            .map_err(|code| wrong("commune_code", code))
            .ok();
        let date = chosen(Date::of(self.date.trim()), &self.date)
            .map_err(|code| wrong("date", code))
            .ok();
        if date.is_some_and(|date| date <= today || days_after(today, FARTHEST_DAYS) < date) {
            wrong("date", FieldCode::ChoiceUnknown);
        }
        let (sessions, stations) = working(&self.from, &self.to, &self.stations, &mut wrong);
        if self.is_public && kind.is_some_and(|kind| !kind.may_be_public()) {
            wrong("is_public", FieldCode::ChoiceUnknown);
        }
        match (kind, name, street, commune, date, sessions, stations) {
            (
                Some(kind),
                Some(name),
                Some(street),
                Some(commune_code),
                Some(date),
                Some(sessions),
                Some(stations),
            ) if errors.is_empty() => Ok(StopPlan {
                kind,
                name,
                street,
                commune_code,
                date,
                sessions,
                stations,
                is_public: self.is_public,
            }),
            _ => Err(errors),
        }
    }
}

/// `PUT /api/desk/stops/{id}`: other hours, or a team of another size. What is booked must fit in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StopHours {
    /// When the team begins, `HH:MM`, at a whole ten minutes.
    pub from: String,
    /// When it ends.
    pub to: String,
    /// Stations that work at the same time, 1 to 20.
    pub stations: String,
}

impl StopHours {
    /// Parses every field; names every wrong one.
    ///
    /// # Errors
    /// One entry a wrong field.
    pub fn parse(&self) -> Result<(Vec<Session>, u8), Vec<FieldError>> {
        let mut errors = Vec::new();
        let wrong = &mut |field: &str, code| errors.push(FieldError::new(field, code));
        match working(&self.from, &self.to, &self.stations, wrong) {
            (Some(sessions), Some(stations)) => Ok((sessions, stations)),
            _ => Err(errors),
        }
    }
}

/// When a team works, and how many stations it has; every wrong field goes to `wrong`.
fn working(
    from: &str,
    to: &str,
    stations: &str,
    wrong: &mut impl FnMut(&str, FieldCode),
) -> (Option<Vec<Session>>, Option<u8>) {
    let begin = chosen(Time::of(from.trim()), from)
        .map_err(|code| wrong("from", code))
        .ok();
    let end = chosen(Time::of(to.trim()), to)
        .map_err(|code| wrong("to", code))
        .ok();
    let sessions = begin.zip(end).and_then(|(begin, end)| stop_sessions(begin, end));
    if begin.is_some() && end.is_some() && sessions.is_none() {
        wrong("to", FieldCode::ChoiceUnknown);
    }
    let count = stations.trim().parse().ok();
    let count = count.filter(|count| (1..=MOST_STATIONS).contains(count));
    let count = chosen(count, stations)
        .map_err(|code| wrong("stations", code))
        .ok();
    (sessions, count)
}

fn chosen<T>(found: Option<T>, typed: &str) -> Result<T, FieldCode> {
    found.ok_or(if typed.trim().is_empty() {
        FieldCode::Required
    } else {
        FieldCode::ChoiceUnknown
    })
}

fn text(typed: &str) -> Result<String, FieldCode> {
    let text = one_line(typed);
    match text.chars().count() {
        0 => Err(FieldCode::Required),
        length if length > *LENGTH.end() => Err(FieldCode::TextTooLong),
        length if length < *LENGTH.start() => Err(FieldCode::NameLength),
        _ => Ok(text),
    }
}

/// A stop in the list of its office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stop {
    /// Its id, which is also the id of the place that is booked.
    pub id: String,
    /// What it is.
    pub kind: StopKind,
    /// Where it stands.
    pub state: StopState,
    /// What the place is called.
    pub name: String,
    /// Street and commune on one line.
    pub address: String,
    /// Which day.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub date: Date,
    /// When the team works.
    pub sessions: Vec<Session>,
    /// Stations.
    pub stations: u8,
    /// Whether anybody may book there.
    pub is_public: bool,
    /// People who have a visit there.
    pub booked: u32,
    /// Visits for a card that there would be room for altogether.
    pub places: u32,
}

/// `GET /api/desk/stops`: the own office's stops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StopsView {
    /// Today at the office.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub today: Date,
    /// The commune of the office itself, to begin with.
    pub commune_code: String,
    /// From today on, the nearest first.
    pub stops: Vec<Stop>,
}

/// `GET /api/desk/stops/{id}`: a stop and who comes, names masked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StopView {
    /// The stop.
    pub stop: Stop,
    /// Who has a visit there, in order of time; of a cancelled stop, who had one, and where they stand.
    pub people: Vec<StopPerson>,
}

/// Somebody who comes to a stop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StopPerson {
    /// Who, when, and where they stand.
    pub person: Concerned,
    /// Their class, where they come by a school's list.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub class_name: String,
    /// Their wish for a visit at home, where they come by one: its address can be opened for a reason.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub wish: String,
}

/// `POST /api/desk/stops/{id}/cancel`: the team does not come. People are offered another time first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CancelStop {
    /// Why, 5 to 200 characters; the people concerned read it.
    pub reason: String,
}

#[cfg(test)]
mod tests;

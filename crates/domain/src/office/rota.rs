//! Who works when: an office's stations are not all staffed at all times.

use super::{Office, Session, SettingFault};
use crate::str_enum::str_enum;
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

str_enum! {
    /// A day of the week on which offices work.
    pub enum WorkDay {
        /// Monday.
        Monday = "monday",
        /// Tuesday.
        Tuesday = "tuesday",
        /// Wednesday.
        Wednesday = "wednesday",
        /// Thursday.
        Thursday = "thursday",
        /// Friday.
        Friday = "friday",
        /// Saturday.
        Saturday = "saturday",
    }
}

impl WorkDay {
    /// Of a date; `None` on a Sunday.
    #[must_use]
    pub fn of(date: Date) -> Option<Self> {
        Some(match date.weekday() {
            Weekday::Monday => Self::Monday,
            Weekday::Tuesday => Self::Tuesday,
            Weekday::Wednesday => Self::Wednesday,
            Weekday::Thursday => Self::Thursday,
            Weekday::Friday => Self::Friday,
            Weekday::Saturday => Self::Saturday,
            Weekday::Sunday => return None,
        })
    }
}

/// So many stations are staffed in a part of some days of the week, while the entry is valid:
/// `{"weekdays":["monday","friday"],"from":"07:30:00","to":"09:30:00","stations":2,"valid_from":"2026-11-01","valid_to":null}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RotaEntry {
    /// On which days, at least one.
    pub weekdays: Vec<WorkDay>,
    /// First minute, a whole tick, office time.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "07:30:00"))]
    #[serde(deserialize_with = "crate::when::read")]
    pub from: Time,
    /// The minute after the last, a whole tick.
    #[cfg_attr(feature = "openapi", schema(value_type = String, example = "09:30:00"))]
    #[serde(deserialize_with = "crate::when::read")]
    pub to: Time,
    /// Stations staffed then; 0 to all of the office's.
    pub stations: u8,
    /// First day on which this is so.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub valid_from: Date,
    /// Last day; `None` while no end is known.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub valid_to: Option<Date>,
}

impl RotaEntry {
    fn is_valid_on(&self, date: Date) -> bool {
        super::is_within(self.valid_from, self.valid_to, date)
    }

    /// Whether both speak of the same time of some day.
    fn meets(&self, other: &Self) -> bool {
        let days = self.weekdays.iter().any(|day| other.weekdays.contains(day));
        let times = self.from < other.to && other.from < self.to;
        let ends_before = |one: &Self, two: &Self| one.valid_to.is_some_and(|last| last < two.valid_from);
        days && times && !ends_before(self, other) && !ends_before(other, self)
    }

    fn check(&self, stations: u8) -> Result<(), SettingFault> {
        let twice =
            |(nth, day): (usize, &WorkDay)| self.weekdays.iter().skip(nth + 1).any(|other| other == day);
        if self.weekdays.is_empty() || self.weekdays.iter().enumerate().any(twice) {
            Err(SettingFault::RotaDays)
        } else if Session::new(self.from, self.to).is_none() {
            Err(SettingFault::RotaTimes)
        } else if self.stations > stations {
            Err(SettingFault::RotaStations)
        } else if self.valid_to.is_some_and(|last| last < self.valid_from) {
            Err(SettingFault::RotaPeriod)
        } else {
            Ok(())
        }
    }
}

impl Office {
    /// A session in stretches of equally many staffed stations, in order and without a gap: those of the rota where it
    /// has an entry for this day of the week and time, else all [`stations`](Office::stations). A Saturday worked in place
    /// of another day is a Saturday. A day that differs may have a number of its own.
    #[must_use]
    pub fn staffed(&self, date: Date, session: &Session) -> Vec<(Session, u8)> {
        if let Some(stations) = self.exception_on(date).and_then(|day| day.stations) {
            return vec![(*session, stations)];
        }
        let day = WorkDay::of(date);
        let holds = |entry: &&RotaEntry| {
            day.is_some_and(|day| entry.weekdays.contains(&day)) && entry.is_valid_on(date)
        };
        let today: Vec<&RotaEntry> = self.rota.iter().filter(holds).collect();
        let within = |time: &Time| session.from() < *time && *time < session.to();
        let mut edges: Vec<Time> = today
            .iter()
            .flat_map(|entry| [entry.from, entry.to])
            .filter(within)
            .collect();
        edges.extend([session.from(), session.to()]);
        crate::order::plainly(&mut edges);
        edges.dedup();
        let mut stretches: Vec<(Session, u8)> = Vec::new();
        for (from, to) in edges.iter().zip(edges.iter().skip(1)) {
            let entry = today.iter().find(|entry| entry.from <= *from && *from < entry.to);
            let stations = entry.map_or(self.stations, |entry| entry.stations);
            // What does not change is one stretch, so that an edge of no consequence moves nobody's place.
            let begin = match stretches.last() {
                Some((last, same)) if *same == stations => {
                    let begin = last.from();
                    stretches.pop();
                    begin
                }
                _ => *from,
            };
            stretches.extend(Session::new(begin, *to).map(|stretch| (stretch, stations)));
        }
        stretches
    }
}

/// Checks a rota against its office's stations.
///
/// # Errors
/// What is wrong with the first entry that cannot be used, or that two speak of the same time.
pub(super) fn check(rota: &[RotaEntry], stations: u8) -> Result<(), SettingFault> {
    for (nth, entry) in rota.iter().enumerate() {
        entry.check(stations)?;
        if rota.iter().skip(nth + 1).any(|other| entry.meets(other)) {
            return Err(SettingFault::RotaMeets);
        }
    }
    Ok(())
}

//! Offices that take in people for an identity card (Law on Identity art. 27): the record, its file, and finding one.
//!
//! One type is the row of the data file, the wire type and the client's model. Old district and ward names are kept
//! only for searching: the districts are gone since 1 July 2025, but people and valid cards still use their names.

mod assisted_share;
mod exceptions;
mod finder;
mod hours;
mod id;
mod index;
mod position;
mod query;
mod read;
mod record;
mod rota;
mod settings;
mod why;

pub use assisted_share::{AssistedShare, MOST_USUAL_PERCENT, UsualShare};
pub use exceptions::{DayException, MOST_EXCEPTIONS};
pub use finder::{Answer, Finder};
pub use hours::{DayHours, Session, WeeklyHours};
pub use id::OfficeId;
pub use position::{Position, Positions};
pub use read::{check_offices, parse_offices};
pub use record::{Localised, Office, OfficeKind};
pub use rota::{RotaEntry, WorkDay};
pub use settings::{OfficeSettings, Setting, SettingFault};
pub use why::{Match, Reach, Why};

/// Whether a day is from the first to the last one, both included; `None` while no end is known.
fn is_within(first: jiff::civil::Date, last: Option<jiff::civil::Date>, day: jiff::civil::Date) -> bool {
    first <= day && last.is_none_or(|last| day <= last)
}

#[cfg(test)]
mod tests;

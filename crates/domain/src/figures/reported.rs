//! What was reported before anything was counted here, read from `figures.csv`.

use crate::{
    csv, data_error::DataError, intake::Residence, office::Localised, str_enum::str_enum, when::When,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

const FILE: &str = "figures.csv";
const HEADER: &[&str] = &[
    "unit_vi",
    "unit_en",
    "office",
    "measure",
    "residence",
    "value",
    "bound",
    "as_of",
    "source_vi",
    "source_en",
];

str_enum! {
    /// What a report tells.
    pub enum ReportedMeasure {
        /// People of 14 and over.
        Eligible = "eligible",
        /// Dossiers received.
        Received = "received",
        /// Cards issued.
        Issued = "issued",
        /// Cards handed over.
        Returned = "returned",
        /// Level-2 accounts in use.
        Activated = "activated",
        /// Cards that were there and not handed over.
        Uncollected = "uncollected",
        /// Cards handed over, of all issued, in tenths of a percent.
        ReturnedPercent = "returned_percent",
        /// Accounts in use, of all eligible, in tenths of a percent.
        ActivatedPercent = "activated_percent",
    }
}

impl ReportedMeasure {
    /// Whether it is a share, in tenths of a percent.
    #[must_use]
    pub const fn is_percent(self) -> bool {
        matches!(self, Self::ReturnedPercent | Self::ActivatedPercent)
    }
}

str_enum! {
    /// How a report tells a number.
    pub enum Bound {
        /// As it is.
        Exact = "exact",
        /// "More than".
        Over = "over",
        /// "Nearly".
        Nearly = "nearly",
        /// "About".
        About = "about",
    }
}

/// A number of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reported {
    /// What the unit was called then.
    pub unit: Localised,
    /// The intake point that looks after it today, where it is one.
    #[serde(default)]
    pub office_id: Option<String>,
    /// What.
    pub measure: ReportedMeasure,
    /// Of whom; none where the report does not tell them apart.
    #[serde(default)]
    pub residence: Option<Residence>,
    /// How many; tenths of a percent where it is a share.
    pub value: u32,
    /// How exactly.
    pub bound: Bound,
    /// The day of which it is told.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub as_of: Date,
    /// Where it was read.
    pub source: Localised,
}

/// Reads the data file. `offices` are the ids that there are.
///
/// # Errors
/// Names the line of an unknown word, a number that is none, a share above a hundred, an office that is not there, a missing
/// name or source, or the same number told twice.
pub fn parse_reported(text: &str, offices: &[&str]) -> Result<Vec<Reported>, DataError> {
    let mut all: Vec<Reported> = Vec::new();
    for record in csv::records(FILE, text, HEADER)? {
        let measure = record.read("measure", ReportedMeasure::parse)?;
        let one = Reported {
            unit: Localised {
                vi: record.read("unit_vi", named)?,
                en: record.read("unit_en", named)?,
            },
            office_id: record.read_optional("office", |id| offices.contains(&id).then(|| id.to_owned()))?,
            measure,
            residence: record.read_optional("residence", Residence::parse)?,
            value: record.read("value", |text| value(text, measure.is_percent()))?,
            bound: record.read("bound", Bound::parse)?,
            as_of: record.read("as_of", Date::of)?,
            source: Localised {
                vi: record.read("source_vi", named)?,
                en: record.read("source_en", named)?,
            },
        };
        let same = |other: &Reported| {
            (&other.unit, other.measure, other.residence, other.as_of)
                == (&one.unit, one.measure, one.residence, one.as_of)
        };
        if all.iter().any(same) {
            return Err(record.error("another line tells the same of the same day"));
        }
        all.push(one);
    }
    Ok(all)
}

fn named(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// A whole number; of a share up to one digit behind the point, in tenths.
fn value(text: &str, percent: bool) -> Option<u32> {
    if !percent {
        return text.parse().ok();
    }
    let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
    let tenths = whole.parse::<u32>().ok()?.checked_mul(10)?;
    let tenth = tenth.parse::<u32>().ok().filter(|_| tenth.len() == 1)?;
    Some(tenths + tenth).filter(|tenths| *tenths <= 1000)
}

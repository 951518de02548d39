//! The dated tariff, read from `fees.csv`.

use super::{FeeClass, FilingChannel};
use crate::when::When;
use crate::{csv, data_error::DataError, legal::Act};
use jiff::civil::Date;

const FILE: &str = "fees.csv";
const HEADER: &[&str] = &[
    "class",
    "channel",
    "level_2",
    "valid_from",
    "valid_to",
    "amount_vnd",
    "provisional",
    "basis",
    "source",
];

/// One line of the tariff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeeRule {
    /// Row of the tariff; never [`FeeClass::Free`].
    pub class: FeeClass,
    /// Way of filing; `None` for both.
    pub channel: Option<FilingChannel>,
    /// Only with a level-2 account that already holds the data.
    pub level_2: bool,
    /// First day.
    pub valid_from: Date,
    /// Last day; `None` while open.
    pub valid_to: Option<Date>,
    /// Dong.
    pub amount_vnd: u32,
    /// Sources disagree or the period may still change.
    pub provisional: bool,
    /// The act it rests on.
    pub basis: Act,
    /// Where it was read.
    pub source: String,
}

impl FeeRule {
    fn covers(&self, on: Date) -> bool {
        self.valid_from <= on && self.valid_to.is_none_or(|to| on <= to)
    }

    fn collides(&self, other: &Self) -> bool {
        let same_channel = self.channel.is_none() || other.channel.is_none() || self.channel == other.channel;
        let end = |rule: &Self| rule.valid_to.unwrap_or(Date::MAX);
        self.class == other.class
            && self.level_2 == other.level_2
            && same_channel
            && self.valid_from <= end(other)
            && other.valid_from <= end(self)
    }
}

/// All lines of the tariff.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FeeTable {
    rules: Vec<FeeRule>,
}

impl FeeTable {
    /// Reads the data file.
    ///
    /// # Errors
    /// Names the line of an unknown word, a period that ends before it begins, or two lines for the same case.
    pub fn parse(text: &str) -> Result<Self, DataError> {
        let mut rules: Vec<FeeRule> = Vec::new();
        for record in csv::records(FILE, text, HEADER)? {
            let rule = FeeRule {
                class: record.read("class", |text| {
                    FeeClass::parse(text).filter(|c| *c != FeeClass::Free)
                })?,
                channel: record.read("channel", |text| match text {
                    "any" => Some(None),
                    _ => FilingChannel::parse(text).map(Some),
                })?,
                level_2: record.read("level_2", yes_no)?,
                valid_from: record.read("valid_from", Date::of)?,
                valid_to: record.read_optional("valid_to", Date::of)?,
                amount_vnd: record.read("amount_vnd", |text| text.parse().ok())?,
                provisional: record.read("provisional", yes_no)?,
                basis: record.read("basis", Act::parse)?,
                source: record.read("source", |text| (!text.is_empty()).then(|| text.to_owned()))?,
            };
            if rule.valid_to.is_some_and(|to| to < rule.valid_from) {
                return Err(record.error("valid_to is before valid_from"));
            }
            if rules.iter().any(|other| other.collides(&rule)) {
                return Err(record.error("another line covers the same case on the same day"));
            }
            rules.push(rule);
        }
        Ok(Self { rules })
    }

    /// The line for a case; a line for holders of a level-2 account goes first.
    #[must_use]
    pub fn rule(&self, class: FeeClass, channel: FilingChannel, level_2: bool, on: Date) -> Option<&FeeRule> {
        self.rules
            .iter()
            .filter(|rule| rule.class == class && rule.covers(on))
            .filter(|rule| rule.channel.is_none_or(|only| only == channel))
            .filter(|rule| level_2 || !rule.level_2)
            .max_by_key(|rule| rule.level_2)
    }
}

fn yes_no(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

//! From the text of a record to what it says.

use super::{Column, Fault, Kind, Outcome, Subject};
use crate::{csv as tables, dossier_code::DossierCode, when::When};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const LONGEST_ID: usize = 80;
const LONGEST_REASON: usize = 500;
const LONGEST_BOX: usize = 40;

/// A row as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The dossier's code.
    pub code: String,
    /// The decision; none for a card that has come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decided>,
    /// A card that has come; none for a decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrived: Option<Arrived>,
}

/// A decision of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The ministry's id.
    pub id: String,
    /// About what.
    pub subject: Subject,
    /// How far it is.
    pub outcome: Outcome,
    /// When it was taken.
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
}

/// A card that has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    /// In which box; empty where none is named.
    pub in_box: String,
}

/// What is wrong with a record, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What.
    pub fault: Fault,
    /// In which column, where it is one's.
    pub column: Option<Column>,
}

impl Wrong {
    /// Of the whole record.
    #[must_use]
    pub const fn of(fault: Fault) -> Self {
        Self { fault, column: None }
    }

    const fn at(column: Column, fault: Fault) -> Self {
        Self {
            fault,
            column: Some(column),
        }
    }
}

/// Whether the first record is the line `sep=;` with which Excel names its separator.
#[must_use]
pub fn is_heading_mark(text: &str) -> bool {
    text.trim().to_ascii_lowercase().starts_with("sep=")
}

/// The headings of a CSV file: where each column stands, and what stands between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    between: char,
    names: Vec<String>,
}

impl Columns {
    /// Reads the headings. Their order is free, columns of other names are passed over; a comma, a semicolon or a tab may
    /// stand between.
    ///
    /// # Errors
    /// Every column that is missing.
    pub fn read(kind: Kind, text: &str) -> Result<Self, Vec<Column>> {
        let between = ['\t', ';', ',']
            .into_iter()
            .max_by_key(|sign| text.matches(*sign).count())
            .unwrap_or(',');
        let names = tables::split(text, between).unwrap_or_default();
        let names: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase()).collect();
        let missing = needed(kind).iter().copied();
        let missing: Vec<Column> = missing
            .filter(|column| !names.iter().any(|name| name == column.as_str()))
            .collect();
        if missing.is_empty() {
            Ok(Self { between, names })
        } else {
            Err(missing)
        }
    }

    fn place(&self, column: Column) -> Option<usize> {
        self.names.iter().position(|name| name == column.as_str())
    }
}

/// Columns that must be there.
const fn needed(kind: Kind) -> &'static [Column] {
    match kind {
        Kind::Results => &[
            Column::DecisionId,
            Column::DossierCode,
            Column::Subject,
            Column::Outcome,
            Column::DecidedAt,
        ],
        Kind::Arrived => &[Column::DossierCode],
        Kind::Export => &[],
    }
}

/// Reads a line of a CSV file.
///
/// # Errors
/// The first thing that is wrong.
pub fn csv(kind: Kind, columns: &Columns, text: &str, now: Timestamp) -> Result<Row, Wrong> {
    let cells = tables::split(text, columns.between).ok_or(Wrong::of(Fault::QuoteOpen))?;
    if cells.len() != columns.names.len() {
        return Err(Wrong::of(Fault::CellCount));
    }
    let cell = |column: Column| {
        let cell = columns.place(column).and_then(|place| cells.get(place));
        Ok::<_, Wrong>(cell.map_or("", |cell| plain(cell)))
    };
    read(kind, &cell, now)
}

/// Reads an object of a JSON file.
///
/// # Errors
/// The first thing that is wrong.
pub fn json(kind: Kind, text: &str, now: Timestamp) -> Result<Row, Wrong> {
    let not_json = |_| Wrong::of(Fault::NotJson);
    let values: BTreeMap<String, serde_json::Value> = serde_json::from_str(text).map_err(not_json)?;
    let cell = |column: Column| match values.get(column.as_str()) {
        None | Some(serde_json::Value::Null) => Ok(""),
        Some(serde_json::Value::String(text)) => Ok(text.trim()),
        Some(_) => Err(Wrong::at(column, Fault::NotJson)),
    };
    read(kind, &cell, now)
}

/// Without the sign that keeps a spreadsheet from taking a cell for a formula.
fn plain(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => cell,
    }
}

type Cell<'a, 'b> = dyn Fn(Column) -> Result<&'b str, Wrong> + 'a;

fn read<'b>(kind: Kind, cell: &Cell<'_, 'b>, now: Timestamp) -> Result<Row, Wrong> {
    let filled = |column: Column| {
        let text = cell(column)?;
        let there = (!text.is_empty()).then_some(text);
        there.ok_or(Wrong::at(column, Fault::Missing))
    };
    let code = |text: &str| {
        let code = DossierCode::parse(text).map(|code| code.to_string());
        code.map_err(|_| Wrong::at(Column::DossierCode, Fault::DossierCodeFormat))
    };
    if kind != Kind::Results {
        let code = code(filled(Column::DossierCode)?)?;
        let in_box = cell(Column::Box)?.chars().take(LONGEST_BOX).collect();
        return Ok(Row {
            code,
            decision: None,
            arrived: Some(Arrived { in_box }),
        });
    }
    let id = filled(Column::DecisionId)?;
    if id.len() > LONGEST_ID || !id.bytes().all(is_of_id) {
        return Err(Wrong::at(Column::DecisionId, Fault::DecisionIdFormat));
    }
    let code = code(filled(Column::DossierCode)?)?;
    let subject =
        Subject::parse(filled(Column::Subject)?).ok_or(Wrong::at(Column::Subject, Fault::SubjectUnknown))?;
    let reason = cell(Column::Reason)?;
    let outcome = Outcome::parse(filled(Column::Outcome)?, reason)
        .ok_or(Wrong::at(Column::Outcome, Fault::OutcomeUnknown))?;
    if subject == Subject::Account && outcome.is_for_cards() {
        return Err(Wrong::at(Column::Outcome, Fault::OutcomeForCards));
    }
    if outcome.needs_reason() && reason.is_empty() {
        return Err(Wrong::at(Column::Reason, Fault::ReasonNeeded));
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Wrong::at(Column::Reason, Fault::ReasonLong));
    }
    let at = <Timestamp as When>::of(filled(Column::DecidedAt)?)
        .ok_or(Wrong::at(Column::DecidedAt, Fault::DateFormat))?;
    if at > now {
        return Err(Wrong::at(Column::DecidedAt, Fault::DateFuture));
    }
    Ok(Row {
        code,
        decision: Some(Decided {
            id: id.to_owned(),
            subject,
            outcome,
            at,
        }),
        arrived: None,
    })
}

const fn is_of_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b':' | b'_' | b'-' | b'/')
}

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

/// What is wrong with a record, and where: `{"fault":"missing","column":"decided_at"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wrong {
    /// What.
    pub fault: Fault,
    /// In which column, where it is one's.
    #[serde(default)]
    pub column: Option<Column>,
}

impl Wrong {
    /// Of the whole record.
    #[must_use]
    pub const fn of(fault: Fault) -> Self {
        Self { fault, column: None }
    }

    /// Of one cell.
    #[must_use]
    pub const fn at(column: Column, fault: Fault) -> Self {
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

/// A record that cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The dossier's code, by which whoever mends the file finds the row; empty where that cannot be read.
    pub code: String,
    /// What is wrong.
    pub wrong: Vec<Wrong>,
}

impl Refused {
    /// A record that cannot be taken apart.
    #[must_use]
    pub fn whole(fault: Fault) -> Self {
        Self {
            code: String::new(),
            wrong: vec![Wrong::of(fault)],
        }
    }
}

/// Reads a line of a CSV file.
///
/// # Errors
/// Everything that is wrong, the dossier's code first; where cells are missing or too many, that alone.
pub fn csv(kind: Kind, columns: &Columns, text: &str, now: Timestamp) -> Result<Row, Refused> {
    let cells = tables::split(text, columns.between).ok_or_else(|| Refused::whole(Fault::QuoteOpen))?;
    if cells.len() != columns.names.len() {
        return Err(Refused::whole(Fault::CellCount));
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
/// Everything that is wrong; where it is no object, that alone.
pub fn json(kind: Kind, text: &str, now: Timestamp) -> Result<Row, Refused> {
    let not_json = |_| Refused::whole(Fault::NotJson);
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

/// A record as it is read: every column is looked at, so that a file needs to be mended only once.
struct Reading<'a, 'b> {
    cell: &'a Cell<'a, 'b>,
    wrong: Vec<Wrong>,
}

impl<'b> Reading<'_, 'b> {
    fn keep<T>(&mut self, found: Result<T, Wrong>) -> Option<T> {
        found.map_err(|wrong| self.wrong.push(wrong)).ok()
    }

    /// The text of a column that may be empty.
    fn text(&mut self, column: Column) -> Option<&'b str> {
        let found = (self.cell)(column);
        self.keep(found)
    }

    /// What a column that must be filled says.
    fn value<T>(&mut self, column: Column, read: impl FnOnce(&'b str) -> Result<T, Fault>) -> Option<T> {
        let found = (self.cell)(column).and_then(|text| {
            let read = if text.is_empty() {
                Err(Fault::Missing)
            } else {
                read(text)
            };
            read.map_err(|fault| Wrong::at(column, fault))
        });
        self.keep(found)
    }

    fn code(&mut self) -> Option<String> {
        self.value(Column::DossierCode, |text| {
            let code = DossierCode::parse(text).map(|code| code.to_string());
            code.map_err(|_| Fault::DossierCodeFormat)
        })
    }

    fn decided(&mut self, now: Timestamp) -> Option<Decided> {
        let id = self.value(Column::DecisionId, |id| {
            let fits = id.len() <= LONGEST_ID && id.bytes().all(is_of_id);
            fits.then(|| id.to_owned()).ok_or(Fault::DecisionIdFormat)
        });
        let subject = self.value(Column::Subject, |text| {
            Subject::parse(text).ok_or(Fault::SubjectUnknown)
        });
        let reason = self.text(Column::Reason);
        let outcome = self.value(Column::Outcome, |text| {
            let outcome = Outcome::parse(text, reason.unwrap_or_default()).ok_or(Fault::OutcomeUnknown)?;
            if subject == Some(Subject::Account) && outcome.is_for_cards() {
                return Err(Fault::OutcomeForCards);
            }
            Ok(outcome)
        });
        let needed = outcome.as_ref().is_some_and(Outcome::needs_reason);
        let reason = reason.map(|reason| match reason.chars().count() {
            0 if needed => Err(Wrong::at(Column::Reason, Fault::ReasonNeeded)),
            count if count > LONGEST_REASON => Err(Wrong::at(Column::Reason, Fault::ReasonLong)),
            _ => Ok(()),
        });
        let reason = reason.and_then(|found| self.keep(found));
        let at = self.value(Column::DecidedAt, |text| {
            let at = <Timestamp as When>::of(text).ok_or(Fault::DateFormat)?;
            if at > now { Err(Fault::DateFuture) } else { Ok(at) }
        });
        reason?;
        Some(Decided {
            id: id?,
            subject: subject?,
            outcome: outcome?,
            at: at?,
        })
    }
}

fn read(kind: Kind, cell: &Cell<'_, '_>, now: Timestamp) -> Result<Row, Refused> {
    let mut reading = Reading {
        cell,
        wrong: Vec::new(),
    };
    let code = reading.code();
    let row = if kind == Kind::Results {
        let decision = reading.decided(now);
        code.clone().zip(decision).map(|(code, decision)| Row {
            code,
            decision: Some(decision),
            arrived: None,
        })
    } else {
        let in_box = reading.text(Column::Box);
        code.clone().zip(in_box).map(|(code, in_box)| Row {
            code,
            decision: None,
            arrived: Some(Arrived {
                in_box: in_box.chars().take(LONGEST_BOX).collect(),
            }),
        })
    };
    row.ok_or_else(|| Refused {
        code: code.unwrap_or_default(),
        wrong: reading.wrong,
    })
}

const fn is_of_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b':' | b'_' | b'-' | b'/')
}

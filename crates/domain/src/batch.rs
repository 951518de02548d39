//! The ministry by file: what is decided, how a file is read row by row, and what a row does.
//!
//! The contract of the files stands in docs/AUTHORITY.md. One wrong row says nothing about another.

mod decision;
mod judge;
mod lines;
mod row;
mod words;

pub use decision::{Outcome, Subject};
pub use judge::{Verdict, account, account_after, arrival, card, card_after};
pub use lines::{Format, LONGEST, Line, Lines};
pub use row::{Arrived, Columns, Decided, Refused, Row, Wrong, csv, is_heading_mark, json};
pub use words::{Column, Fault, Kind, RowState, State};

/// Most bytes of a file.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// Most rows of a file.
pub const MOST_ROWS: u32 = 200_000;
/// Most dossiers of one export; the others go with the next.
pub const MOST_SENT: u32 = 2_000;

#[cfg(test)]
mod tests;

//! `/api/desk/batches`: dossiers to the ministry by file, its decisions and its cards back.

use crate::batch::{Column, Fault, Format, Kind, RowState, State, Wrong};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Where files come in. They take longer than other requests, and are larger.
pub const IMPORT_PATH: &str = "/api/desk/batches/import";
/// Rows of a report in one answer, where no other number is asked for.
pub const PAGE: u32 = 100;
/// Most of them: who takes the whole report home asks for many at a time.
pub const MOST_ROWS: u32 = 2_000;

/// `GET /api/desk/batches`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchesView {
    /// Whether dossiers go to the ministry by file; else the server hands them over by itself.
    pub by_file: bool,
    /// Requests of the office that wait to be exported.
    pub to_send: u32,
    /// Whether the simulated ministry answers with files.
    pub demo: bool,
    /// Newest first, at most 50.
    pub batches: Vec<BatchView>,
}

/// A batch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchView {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// How its file was written; of an export both can be had.
    pub format: Format,
    /// Name of the file that was brought; empty for an export.
    pub name: String,
    /// When it was made.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: String,
    /// Rows in all.
    pub rows: u32,
    /// Rows that were looked at.
    pub checked: u32,
    /// Of them: can be taken over, or were.
    pub good: u32,
    /// Taken over before.
    pub already: u32,
    /// Cannot be taken over.
    pub bad: u32,
    /// Good rows that were gone through.
    pub applied: u32,
    /// Of them: could not be taken over in the end.
    pub failed: u32,
    /// When it was confirmed.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub confirmed_at: Option<Timestamp>,
    /// By whom; empty where it was not.
    #[serde(default)]
    pub confirmed_by: String,
    /// When it ended.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub finished_at: Option<Timestamp>,
    /// Why its file cannot be read at all.
    #[serde(default)]
    pub fault: Option<Fault>,
    /// Headings that are missing.
    #[serde(default)]
    pub missing: Vec<Column>,
    /// True where the very same file was there before: this is what became of it then.
    #[serde(default)]
    pub again: bool,
}

/// `GET /api/desk/batches/{id}/rows`: the rows that are wrong, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchRows {
    /// At most as many as were asked for.
    pub rows: Vec<BatchRow>,
    /// Ask for more with this; none at the end.
    #[serde(default)]
    pub next: Option<u32>,
}

/// A row that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BatchRow {
    /// Its place in the file, from 1, headings not counted.
    pub n: u32,
    /// Its line in the file.
    pub line: u32,
    /// The dossier's code; empty where it could not be read.
    pub code: String,
    /// `bad` or `failed`.
    pub state: RowState,
    /// All that is wrong, the dossier's code first; never empty.
    pub wrong: Vec<Wrong>,
}

/// `GET /api/desk/uncollected`: cards whose owner was told and has not come, the longest waiting first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UncollectedView {
    /// At most 500.
    pub rows: Vec<UncollectedRow>,
    /// Days after which a card counts as uncollected.
    pub after_days: u16,
    /// Days between two messages to one person.
    pub pause_days: u16,
}

/// A card that nobody has come for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UncollectedRow {
    /// The dossier's public reference.
    pub reference: String,
    /// The dossier's code.
    pub dossier_code: String,
    /// Name, masked.
    pub name_masked: String,
    /// Last digits of the phone.
    pub phone_ends: String,
    /// Days since the person was told.
    pub days: u32,
    /// Whether the term is over (`unclaimed`).
    pub unclaimed: bool,
    /// The last message of this kind.
    #[serde(default)]
    pub told: Option<Told>,
    /// Whether another may be sent now.
    pub may_tell: bool,
}

/// A message to a person and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Told {
    /// When it was written.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// How far it is.
    pub state: ToldState,
}

crate::str_enum::str_enum! {
    /// How far a message is.
    pub enum ToldState {
        /// Waits to be sent.
        Queued = "queued",
        /// Sent.
        Sent = "sent",
        /// Given up.
        Failed = "failed",
    }
}

/// `POST /api/desk/uncollected/messages`: one message to each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct TellUncollected {
    /// Whom; at most 500.
    pub references: Vec<String>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ToldUncollected {
    /// Messages written.
    pub written: u32,
    /// Left out: told less than a week ago, or the card is gone.
    pub left_out: u32,
}

//! What the product asks of an authority, and what it may rely on.

pub use eid_domain::batch::{Outcome, Subject};
use eid_domain::reason::Reason;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::pin::Pin;

/// What a call gives, later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, AuthorityError>> + Send + 'a>>;

/// The authority did not take part.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    /// Try again later; nothing is lost.
    #[error("the authority is out of reach: {0}")]
    Unavailable(String),
}

/// A dossier as it goes to the authority: form CC01, or TK01 for an account, in data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What is asked for.
    pub subject: Subject,
    /// The dossier's code; with `subject` the key of the request.
    pub dossier_code: String,
    /// Name as signed on the form.
    pub full_name: String,
    /// Twelve digits.
    pub personal_number: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
    /// Legal ground; `None` where only an account is asked for.
    pub reason: Option<Reason>,
    /// The office that received it and hands the card out.
    pub office_id: String,
    /// Office-local day of receipt.
    pub received_on: Date,
}

/// One step of the authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Unique and stable: the same decision comes again under the same id until it is acknowledged.
    pub id: String,
    /// Whose.
    pub dossier_code: String,
    /// About what.
    pub subject: Subject,
    /// How far it is.
    pub outcome: Outcome,
    /// When the authority decided.
    pub at: Timestamp,
}

/// An authority. Every call may be repeated; see `docs/AUTHORITY.md`.
pub trait Authority: Send + Sync {
    /// Hands a dossier over. Handing the same key over again changes nothing, unless the authority asked for
    /// a correction: then it is the corrected dossier.
    fn submit<'a>(&'a self, request: &'a Request, now: Timestamp) -> Later<'a, ()>;

    /// Decisions that were not acknowledged, oldest first, at most `limit`; for each dossier and subject in
    /// the order in which they were taken.
    fn decisions(&self, now: Timestamp, limit: u32) -> Later<'_, Vec<Decision>>;

    /// The decision is stored; it need not come again.
    fn acknowledge<'a>(&'a self, decision_id: &'a str, now: Timestamp) -> Later<'a, ()>;
}

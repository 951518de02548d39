//! What the product asks of the agencies, and what it may rely on.

use eid_domain::wallet::Refusal;
use jiff::{Timestamp, civil::Date};
use std::pin::Pin;

/// What a call gives, later.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, SourceError>> + Send + 'a>>;

/// The agencies did not take part.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// Try again later; nothing is lost.
    #[error("the agencies are out of reach: {0}")]
    Unavailable(String),
}

/// A paper that its owner wishes to see in the account. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// What makes it one request.
    pub key: String,
    /// The id of the kind, as in `data/wallet.tsv`.
    pub kind: String,
    /// Twelve digits.
    pub personal_number: String,
    /// As on the card.
    pub full_name: String,
    /// ISO date, possibly partial.
    pub birth_date: String,
}

/// What a paper says. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// Its number; empty where there is none.
    pub number: String,
    /// Who issued it, in Vietnamese.
    pub issuer: String,
    /// What else is to be shown, in Vietnamese, e.g. the class of a licence; may be empty.
    pub detail: String,
    /// Day of issue.
    pub issued_on: Option<Date>,
    /// Last day; none where it has none.
    pub valid_until: Option<Date>,
}

/// What an agency says. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// There is such a paper, and it is this person's.
    Found(Found),
    /// Not given.
    Refused {
        /// Why.
        why: Refusal,
        /// In plain Vietnamese for the person; may be empty where `why` says it all.
        words: String,
    },
}

/// An answer to a request. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    /// Unique and stable: the same reply comes again under the same id until it is acknowledged.
    pub id: String,
    /// Which request it answers.
    pub key: String,
    /// What it says.
    pub answer: Answer,
}

/// The agencies. Every call may be repeated; see `docs/SOURCES.md`.
pub trait PaperSources: Send + Sync {
    /// Asks for a paper. The same key again changes nothing.
    fn ask<'a>(&'a self, request: &'a Request, now: Timestamp) -> Later<'a, ()>;

    /// Replies that were not acknowledged, oldest first, at most `limit`.
    fn replies(&self, now: Timestamp, limit: u32) -> Later<'_, Vec<Reply>>;

    /// The reply is stored, or nobody waits for it; it need not come again.
    fn acknowledge<'a>(&'a self, reply_id: &'a str, now: Timestamp) -> Later<'a, ()>;
}

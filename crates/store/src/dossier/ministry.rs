//! Cases at the simulated ministry.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros, opt_micros, words},
    tx::{Tx, sql},
};
use jiff::Timestamp;

words! {
    /// What is decided.
    CaseKind {
        /// On a card.
        Card = "card",
        /// On an account.
        Account = "account",
    }
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: String,
    /// Code of the dossier.
    pub dossier_code: String,
    /// What is decided.
    pub kind: CaseKind,
    /// Where it stands.
    pub step: String,
    /// When the next step is due; none at the end.
    pub next_at: Option<Timestamp>,
    /// JSON of what was submitted.
    pub payload: String,
}

fn read(row: &Row) -> Result<Case> {
    Ok(Case {
        id: row.text("id")?,
        dossier_code: row.text("dossier_code")?,
        kind: row.word("kind", CaseKind::parse)?,
        step: row.text("step")?,
        next_at: row.opt_instant("next_at")?,
        payload: row.text("payload")?,
    })
}

/// Stores a case. False where the ministry has one of this code and kind: submitting twice is submitting once.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, case: &Case) -> Result<bool> {
    let query = sql(
        "INSERT INTO ministry_case (id, dossier_code, kind, step, next_at, payload)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (dossier_code, kind) DO NOTHING",
    );
    let c = case.clone();
    let query = query
        .bind(c.id)
        .bind(c.dossier_code)
        .bind(c.kind.as_str())
        .bind(c.step)
        .bind(opt_micros(c.next_at))
        .bind(c.payload);
    Ok(tx.run(query).await? == 1)
}

/// The case of a dossier.
///
/// # Errors
/// Where the database fails.
pub async fn by_code(tx: &mut Tx, dossier_code: &str, kind: CaseKind) -> Result<Option<Case>> {
    let query = sql("SELECT * FROM ministry_case WHERE dossier_code = $1 AND kind = $2");
    let query = query.bind(dossier_code.to_owned()).bind(kind.as_str());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Cases whose next step is due by `now`, the longest due first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn due(tx: &mut Tx, now: Timestamp, limit: u32) -> Result<Vec<Case>> {
    let query = sql("SELECT * FROM ministry_case WHERE next_at <= $1 ORDER BY next_at, id LIMIT $2");
    tx.all(query.bind(micros(now)).bind(i64::from(limit)))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Cases that wait for a step, whenever it is due; for a change of pace.
///
/// # Errors
/// Where the database fails.
pub async fn waiting(tx: &mut Tx) -> Result<Vec<Case>> {
    let query = sql("SELECT * FROM ministry_case WHERE next_at IS NOT NULL ORDER BY next_at, id");
    tx.all(query).await?.iter().map(read).collect()
}

/// Stores `step`, `next_at` and `payload`, where the case still stands at step `from`.
///
/// # Errors
/// [`StoreError::Stale`] where it does not.
pub async fn advance(tx: &mut Tx, from: &str, case: &Case) -> Result<()> {
    let query = sql("UPDATE ministry_case SET step = $1, next_at = $2, payload = $3
        WHERE id = $4 AND step = $5");
    let c = case.clone();
    let query = query
        .bind(c.step)
        .bind(opt_micros(c.next_at))
        .bind(c.payload)
        .bind(c.id)
        .bind(from.to_owned());
    if tx.run(query).await? == 0 {
        Err(StoreError::Stale("ministry_case"))
    } else {
        Ok(())
    }
}

//! Papers of other agencies that accounts show.

use crate::{
    error::Result,
    row::{Row, iso, micros, opt_micros, words},
    tx::{Tx, sql},
};
use jiff::{Timestamp, civil::Date};

words! {
    /// How far a paper is; the domain's `wallet::State`, but for one that nobody asked for: that has no row.
    PaperState {
        /// The agency has not answered.
        Waiting = "waiting",
        /// It is shown.
        Integrated = "integrated",
        /// The agency has said no.
        Refused = "refused",
        /// Its last day is over.
        Expired = "expired",
    }
}

/// A paper that was asked for. It has no `Debug`: it is personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// The id of the request; another one each time it is asked for.
    pub id: String,
    /// Whose.
    pub account_id: String,
    /// The id of its kind.
    pub kind: String,
    /// How far it is.
    pub state: PaperState,
    /// Since when.
    pub state_at: Timestamp,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// The domain's `AskedBy` as a word.
    pub asked_by: String,
    /// Its number; empty where there is none.
    pub number: String,
    /// Who issued it; may be empty.
    pub issuer: String,
    /// What else it says; may be empty.
    pub detail: String,
    /// Day of issue.
    pub issued_on: Option<Date>,
    /// Last day.
    pub valid_until: Option<Date>,
    /// The domain's `Refusal` as a word, where it was refused.
    pub refusal: Option<String>,
    /// What the agency said about it; may be empty.
    pub words: String,
    /// When its owner was told that it ends.
    pub warned_at: Option<Timestamp>,
}

fn read(row: &Row) -> Result<Paper> {
    Ok(Paper {
        id: row.text("id")?,
        account_id: row.text("account_id")?,
        kind: row.text("kind")?,
        state: row.word("state", PaperState::parse)?,
        state_at: row.instant("state_at")?,
        asked_at: row.instant("asked_at")?,
        asked_by: row.text("asked_by")?,
        number: row.text("number")?,
        issuer: row.text("issuer")?,
        detail: row.text("detail")?,
        issued_on: row.opt_date("issued_on")?,
        valid_until: row.opt_date("valid_until")?,
        refusal: row.opt_text("refusal")?,
        words: row.text("words")?,
        warned_at: row.opt_instant("warned_at")?,
    })
}

/// Stores that a paper is asked for. False where one of its kind waits or is there: of two that ask at once, one is second.
///
/// # Errors
/// Where the database fails.
pub async fn ask(tx: &mut Tx, paper: &Paper) -> Result<bool> {
    let query = sql(
        "INSERT INTO wallet_paper (id, account_id, kind, state, state_at, asked_at, asked_by, number, issuer, detail, words)
        VALUES ($1, $2, $3, 'waiting', $4, $4, $5, '', '', '', '')
        ON CONFLICT (account_id, kind) DO UPDATE SET id = excluded.id, state = 'waiting', state_at = excluded.state_at,
            asked_at = excluded.asked_at, asked_by = excluded.asked_by, number = '', issuer = '', detail = '',
            issued_on = NULL, valid_until = NULL, refusal = NULL, words = '', warned_at = NULL
        WHERE wallet_paper.state IN ('refused', 'expired')",
    );
    let p = paper.clone();
    let query = query
        .bind(p.id)
        .bind(p.account_id)
        .bind(p.kind)
        .bind(micros(p.asked_at))
        .bind(p.asked_by);
    Ok(tx.run(query).await? == 1)
}

/// Stores the agency's answer. False where the request does not wait any more.
///
/// # Errors
/// Where the database fails.
pub async fn settle(tx: &mut Tx, paper: &Paper) -> Result<bool> {
    let query = sql(
        "UPDATE wallet_paper SET state = $2, state_at = $3, number = $4, issuer = $5, detail = $6, issued_on = $7,
        valid_until = $8, refusal = $9, words = $10 WHERE id = $1 AND state = 'waiting'",
    );
    let p = paper.clone();
    let query = query
        .bind(p.id)
        .bind(p.state.as_str())
        .bind(micros(p.state_at))
        .bind(p.number)
        .bind(p.issuer)
        .bind(p.detail)
        .bind(iso(p.issued_on))
        .bind(iso(p.valid_until))
        .bind(p.refusal)
        .bind(p.words);
    Ok(tx.run(query).await? == 1)
}

/// By the id of its request.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Paper>> {
    let query = sql("SELECT * FROM wallet_paper WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The paper of a kind that an account has asked for.
///
/// # Errors
/// Where the database fails.
pub async fn of_kind(tx: &mut Tx, account_id: &str, kind: &str) -> Result<Option<Paper>> {
    let query = sql("SELECT * FROM wallet_paper WHERE account_id = $1 AND kind = $2");
    let query = query.bind(account_id.to_owned()).bind(kind.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// All that an account has asked for, the latest change first.
///
/// # Errors
/// Where the database fails.
pub async fn of_account(tx: &mut Tx, account_id: &str) -> Result<Vec<Paper>> {
    let query = sql("SELECT * FROM wallet_paper WHERE account_id = $1 ORDER BY state_at DESC, id DESC");
    let query = query.bind(account_id.to_owned());
    tx.all(query).await?.iter().map(read).collect()
}

/// Takes a paper out of the wallet, with all that it said. False where it is not there any more.
///
/// # Errors
/// Where the database fails.
pub async fn remove(tx: &mut Tx, id: &str) -> Result<bool> {
    let query = sql("DELETE FROM wallet_paper WHERE id = $1").bind(id.to_owned());
    Ok(tx.run(query).await? == 1)
}

/// Papers that are shown and whose last day is before `today`, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn over(tx: &mut Tx, today: Date, limit: u32) -> Result<Vec<Paper>> {
    let query = sql(
        "SELECT * FROM wallet_paper WHERE state = 'integrated' AND valid_until < $1 ORDER BY valid_until, id LIMIT $2",
    );
    let query = query.bind(today.to_string()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Its last day is over. False where it is not shown any more.
///
/// # Errors
/// Where the database fails.
pub async fn expire(tx: &mut Tx, id: &str, now: Timestamp) -> Result<bool> {
    let query = sql(
        "UPDATE wallet_paper SET state = 'expired', state_at = $2 WHERE id = $1 AND state = 'integrated'",
    );
    let query = query.bind(id.to_owned()).bind(micros(now));
    Ok(tx.run(query).await? == 1)
}

/// Papers that are shown, end by `last`, and of which their owners were not told, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn to_warn(tx: &mut Tx, last: Date, limit: u32) -> Result<Vec<Paper>> {
    let query = sql(
        "SELECT * FROM wallet_paper WHERE state = 'integrated' AND warned_at IS NULL AND valid_until <= $1
        ORDER BY valid_until, id LIMIT $2",
    );
    let query = query.bind(last.to_string()).bind(i64::from(limit));
    tx.all(query).await?.iter().map(read).collect()
}

/// Its owner was told that it ends.
///
/// # Errors
/// Where the database fails.
pub async fn warned(tx: &mut Tx, id: &str, now: Timestamp) -> Result<()> {
    let query = sql("UPDATE wallet_paper SET warned_at = $2 WHERE id = $1");
    let query = query.bind(id.to_owned()).bind(opt_micros(Some(now)));
    tx.run(query).await.map(|_| ())
}

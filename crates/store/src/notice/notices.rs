//! Messages to people, waiting or sent. They are queued in the transaction of what they tell of and sent by a
//! job, never inside a request.

use crate::{
    error::Result,
    row::{Row, micros, opt_micros, words},
    tx::{Tx, built, locking, placeholders, sql},
};
use jiff::Timestamp;

words! {
    /// Where a notice stands.
    NoticeState {
        /// To be sent.
        Queued = "queued",
        /// Sent.
        Sent = "sent",
        /// Given up.
        Failed = "failed",
    }
}

/// Channel of a text message.
pub const SMS: &str = "sms";
/// Channel of a letter.
pub const MAIL: &str = "mail";

/// A notice.
#[derive(Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its id; time-ordered.
    pub id: String,
    /// About which dossier.
    pub dossier_id: Option<String>,
    /// About which account.
    pub account_id: Option<String>,
    /// Name of its template, e.g. `booked`.
    pub kind: String,
    /// [`SMS`] or [`MAIL`].
    pub channel: String,
    /// `vi` or `en`.
    pub lang: String,
    /// Phone number, or address of electronic mail.
    pub to_address: String,
    /// Of a letter its subject; of an SMS what its link or code is about, or nothing.
    pub subject: String,
    /// Text; wiped once it is sent or given up: codes and names are not kept.
    pub body: String,
    /// Where it stands.
    pub state: NoticeState,
    /// How often sending was begun.
    pub attempts: u32,
    /// When it was queued.
    pub created_at: Timestamp,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// When to try (again).
    pub next_try_at: Timestamp,
}

fn read(row: &Row) -> Result<Notice> {
    Ok(Notice {
        id: row.text("id")?,
        dossier_id: row.opt_text("dossier_id")?,
        account_id: row.opt_text("account_id")?,
        kind: row.text("kind")?,
        channel: row.text("channel")?,
        lang: row.text("lang")?,
        to_address: row.text("to_address")?,
        subject: row.text("subject")?,
        body: row.text("body")?,
        state: row.word("state", NoticeState::parse)?,
        attempts: row.number("attempts")?,
        created_at: row.instant("created_at")?,
        sent_at: row.opt_instant("sent_at")?,
        next_try_at: row.instant("next_try_at")?,
    })
}

/// Queues a notice.
///
/// # Errors
/// Where the database fails.
pub async fn queue(tx: &mut Tx, notice: &Notice) -> Result<()> {
    let query = sql(
        "INSERT INTO notice (id, dossier_id, account_id, kind, channel, lang, to_address, subject,
        body, state, attempts, created_at, sent_at, next_try_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    );
    let n = notice.clone();
    let query = query
        .bind(n.id)
        .bind(n.dossier_id)
        .bind(n.account_id)
        .bind(n.kind)
        .bind(n.channel)
        .bind(n.lang)
        .bind(n.to_address)
        .bind(n.subject)
        .bind(n.body)
        .bind(n.state.as_str())
        .bind(i64::from(n.attempts))
        .bind(micros(n.created_at))
        .bind(opt_micros(n.sent_at))
        .bind(micros(n.next_try_at));
    tx.run(query).await.map(|_| ())
}

/// Takes notices that are due, the oldest first, at most `limit`, and counts their attempt. Until `again_at`
/// nobody else takes them; after that they are due again, so a sender that died loses nothing. Commit before
/// sending.
///
/// # Errors
/// Where the database fails.
pub async fn claim_due(tx: &mut Tx, now: Timestamp, again_at: Timestamp, limit: u32) -> Result<Vec<Notice>> {
    let query = locking!(
        tx,
        "WITH due AS (SELECT id FROM notice WHERE state = 'queued' AND next_try_at <= $1
            ORDER BY next_try_at, id LIMIT $3",
        "FOR UPDATE SKIP LOCKED",
        ") UPDATE notice SET attempts = attempts + 1, next_try_at = $2
        WHERE id IN (SELECT id FROM due) AND state = 'queued' AND next_try_at <= $1 RETURNING *"
    );
    let rows = tx
        .all(
            query
                .bind(micros(now))
                .bind(micros(again_at))
                .bind(i64::from(limit)),
        )
        .await?;
    let mut due = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    due.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
    Ok(due)
}

/// It was sent; its text is wiped.
///
/// # Errors
/// Where the database fails.
pub async fn mark_sent(tx: &mut Tx, id: &str, now: Timestamp) -> Result<()> {
    let query =
        sql("UPDATE notice SET state = 'sent', sent_at = $2, body = '' WHERE id = $1 AND state = 'queued'");
    tx.run(query.bind(id.to_owned()).bind(micros(now)))
        .await
        .map(|_| ())
}

/// It could not be sent: try again at `retry_at`, or give it up.
///
/// # Errors
/// Where the database fails.
pub async fn mark_failed(tx: &mut Tx, id: &str, retry_at: Option<Timestamp>) -> Result<()> {
    let query = match retry_at {
        Some(at) => sql("UPDATE notice SET next_try_at = $2 WHERE id = $1 AND state = 'queued'")
            .bind(id.to_owned())
            .bind(micros(at)),
        None => sql("UPDATE notice SET state = 'failed', body = '' WHERE id = $1 AND state = 'queued'")
            .bind(id.to_owned()),
    };
    tx.run(query).await.map(|_| ())
}

/// Notices about a dossier, newest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Vec<Notice>> {
    let query = sql("SELECT * FROM notice WHERE dossier_id = $1 ORDER BY created_at DESC, id DESC");
    tx.all(query.bind(dossier_id.to_owned()))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Notices of one kind about some dossiers.
///
/// # Errors
/// Where the database fails.
pub async fn of_kind(tx: &mut Tx, kind: &str, dossier_ids: &[&str]) -> Result<Vec<Notice>> {
    let mut found = Vec::new();
    for ids in dossier_ids.chunks(500) {
        let mut query = built(format!(
            "SELECT * FROM notice WHERE kind = $1 AND dossier_id IN ({})",
            placeholders(2, ids.len())
        ))
        .bind(kind.to_owned());
        for id in ids {
            query = query.bind((*id).to_owned());
        }
        for row in tx.all(query).await? {
            found.push(read(&row)?);
        }
    }
    Ok(found)
}

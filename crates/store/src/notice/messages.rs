//! Messages that a simulated gateway "sent"; only where the product runs as a demonstration.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A message nobody got.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id; time-ordered.
    pub id: String,
    /// When.
    pub at: Timestamp,
    /// `sms` or `mail`.
    pub channel: String,
    /// To whom.
    pub to_address: String,
    /// Subject; empty for SMS.
    pub subject: String,
    /// Text.
    pub body: String,
}

fn read(row: &Row) -> Result<Message> {
    Ok(Message {
        id: row.text("id")?,
        at: row.instant("at")?,
        channel: row.text("channel")?,
        to_address: row.text("to_address")?,
        subject: row.text("subject")?,
        body: row.text("body")?,
    })
}

/// Stores a message; twice the same id is one message.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, message: &Message) -> Result<()> {
    let query = sql(
        "INSERT INTO simulated_message (id, at, channel, to_address, subject, body)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
    );
    let m = message.clone();
    let query = query
        .bind(m.id)
        .bind(micros(m.at))
        .bind(m.channel)
        .bind(m.to_address)
        .bind(m.subject);
    tx.run(query.bind(m.body)).await.map(|_| ())
}

/// The latest, newest first, at most `limit`.
///
/// # Errors
/// Where the database fails.
pub async fn latest(tx: &mut Tx, limit: u32) -> Result<Vec<Message>> {
    let query = sql("SELECT * FROM simulated_message ORDER BY at DESC, id DESC LIMIT $1");
    tx.all(query.bind(i64::from(limit)))
        .await?
        .iter()
        .map(read)
        .collect()
}

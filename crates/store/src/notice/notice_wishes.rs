//! How people wish to be written to.

use crate::{
    error::Result,
    row::{Row, micros},
    tx::{Tx, sql},
};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// What somebody wishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeWish {
    /// About whose dossier.
    pub dossier_id: String,
    /// Whether reminders come.
    pub reminders: bool,
    /// The domain's `Phones` as a word.
    pub phones: String,
    /// The address that letters go to; empty for none.
    pub mail: String,
    /// Since when.
    pub changed_at: Timestamp,
}

fn read(row: &Row) -> Result<NoticeWish> {
    Ok(NoticeWish {
        dossier_id: row.text("dossier_id")?,
        reminders: row.flag("reminders")?,
        phones: row.text("phones")?,
        mail: row.text("mail")?,
        changed_at: row.instant("changed_at")?,
    })
}

/// Stores what is wished, in place of what was.
///
/// # Errors
/// Where the database fails.
pub async fn put(tx: &mut Tx, wish: &NoticeWish) -> Result<()> {
    let query = sql(
        "INSERT INTO notice_wish (dossier_id, reminders, phones, changed_at, mail) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (dossier_id) DO UPDATE SET reminders = $2, phones = $3, changed_at = $4, mail = $5",
    );
    let query = query
        .bind(wish.dossier_id.clone())
        .bind(i64::from(wish.reminders))
        .bind(wish.phones.clone())
        .bind(micros(wish.changed_at))
        .bind(wish.mail.clone());
    tx.run(query).await.map(|_| ())
}

/// That of a dossier; none where nobody has said anything.
///
/// # Errors
/// Where the database fails.
pub async fn of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<NoticeWish>> {
    let query = sql("SELECT * FROM notice_wish WHERE dossier_id = $1").bind(dossier_id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// The open dossiers of an office whose people want no reminders.
///
/// # Errors
/// Where the database fails.
pub async fn open_without_reminders(tx: &mut Tx, office_id: &str) -> Result<BTreeSet<String>> {
    let query = sql(
        "SELECT w.dossier_id FROM notice_wish w JOIN dossier d ON d.id = w.dossier_id
        WHERE w.reminders = 0 AND d.office_id = $1 AND d.is_open = 1",
    );
    let query = query.bind(office_id.to_owned());
    tx.all(query)
        .await?
        .iter()
        .map(|row| row.text("dossier_id"))
        .collect()
}

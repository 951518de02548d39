//! What is said above every page for a while.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros, opt_micros, words},
    tx::{Tx, sql},
};
use jiff::Timestamp;

words! {
    /// How urgent it is.
    Kind {
        /// Something to know.
        Info = "info",
        /// Something to mind.
        Warning = "warning",
        /// Something does not work.
        Outage = "outage",
    }
}

/// An announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Its id.
    pub id: String,
    /// The office it is about; none for everywhere.
    pub office_id: Option<String>,
    /// How urgent it is.
    pub kind: Kind,
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
    /// From when on it is shown.
    pub from: Timestamp,
    /// The first moment it is shown no more.
    pub until: Timestamp,
    /// Which member of staff made it.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
    /// Counted up with every change, from 1.
    pub version: i64,
}

fn read(row: &Row) -> Result<Announcement> {
    Ok(Announcement {
        id: row.text("id")?,
        office_id: row.opt_text("office_id")?,
        kind: row.word("kind", Kind::parse)?,
        vi: row.text("vi")?,
        en: row.text("en")?,
        from: row.instant("shows_from")?,
        until: row.instant("shows_until")?,
        made_by: row.text("made_by")?,
        made_at: row.instant("made_at")?,
        withdrawn_at: row.opt_instant("withdrawn_at")?,
        version: row.int("version")?,
    })
}

/// Stores a new one.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, announcement: &Announcement) -> Result<()> {
    let query = sql(
        "INSERT INTO announcement (id, office_id, kind, vi, en, shows_from, shows_until, made_by, made_at, withdrawn_at,
        version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    );
    let a = announcement.clone();
    let query = query
        .bind(a.id)
        .bind(a.office_id)
        .bind(a.kind.as_str())
        .bind(a.vi)
        .bind(a.en)
        .bind(micros(a.from))
        .bind(micros(a.until))
        .bind(a.made_by)
        .bind(micros(a.made_at))
        .bind(opt_micros(a.withdrawn_at))
        .bind(a.version);
    tx.run(query).await.map(|_| ())
}

/// Stores everything of it that may change, where nobody else did since it was read, and counts `version` up.
///
/// # Errors
/// [`StoreError::Stale`] where somebody did.
pub async fn update(tx: &mut Tx, announcement: &mut Announcement) -> Result<()> {
    let query = sql(
        "UPDATE announcement SET kind = $1, vi = $2, en = $3, shows_from = $4, shows_until = $5, withdrawn_at = $6,
        version = version + 1 WHERE id = $7 AND version = $8",
    );
    let a = announcement.clone();
    let query = query
        .bind(a.kind.as_str())
        .bind(a.vi)
        .bind(a.en)
        .bind(micros(a.from))
        .bind(micros(a.until))
        .bind(opt_micros(a.withdrawn_at))
        .bind(a.id)
        .bind(a.version);
    if tx.run(query).await? == 0 {
        return Err(StoreError::Stale("announcement"));
    }
    announcement.version += 1;
    Ok(())
}

/// One by its id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Announcement>> {
    let query = sql("SELECT * FROM announcement WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// Those that are shown now or later, the first first.
///
/// # Errors
/// Where the database fails.
pub async fn to_show(tx: &mut Tx, now: Timestamp) -> Result<Vec<Announcement>> {
    let query = sql(
        "SELECT * FROM announcement WHERE withdrawn_at IS NULL AND shows_until > $1 ORDER BY shows_from, id",
    );
    tx.all(query.bind(micros(now))).await?.iter().map(read).collect()
}

/// Those that ended after `after`, and those to come, the last first; of one office or of all. At most `most`.
///
/// # Errors
/// Where the database fails.
pub async fn list(
    tx: &mut Tx,
    office_id: Option<&str>,
    after: Timestamp,
    most: u32,
) -> Result<Vec<Announcement>> {
    let query = sql(
        "SELECT * FROM announcement WHERE shows_until > $1 AND ($2 = '' OR office_id = $2)
        ORDER BY shows_from DESC, id DESC LIMIT $3",
    );
    let query = query
        .bind(micros(after))
        .bind(office_id.unwrap_or_default().to_owned())
        .bind(i64::from(most));
    tx.all(query).await?.iter().map(read).collect()
}

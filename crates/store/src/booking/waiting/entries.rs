//! Who waits, for what.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros, words},
    tx::{Tx, sql},
};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};

words! {
    /// Where an entry stands.
    EntryState {
        /// In the queue.
        Waiting = "waiting",
        /// A place is kept for them.
        Offered = "offered",
        /// They have taken one.
        Taken = "taken",
        /// They wait no more, by themselves or because the visit has ended.
        Withdrawn = "withdrawn",
        /// Too many offers passed in silence.
        Expired = "expired",
    }
}

/// Somebody who waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub dossier_id: String,
    /// The domain's `waiting::Kind` as a word.
    pub kind: String,
    /// The closed day, where that is why.
    pub exception_id: Option<String>,
    /// Offices, the preferred one first.
    pub offices: Vec<String>,
    /// First day wished for.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Not before this time of the day.
    pub earliest: Option<Time>,
    /// Not after this time of the day.
    pub latest: Option<Time>,
    /// Begin of the visit they have.
    pub visit_at: Timestamp,
    /// The domain's `Service` as a word.
    pub service: String,
    /// The domain's `AgeGroup` as a word.
    pub age_group: String,
    /// Length of the visit in ticks.
    pub ticks: u8,
    /// Where it stands.
    pub state: EntryState,
    /// Offers that passed in silence.
    pub silent: u8,
    /// Since when; the place in the queue.
    pub created_at: Timestamp,
    /// Whose family is moved as one: the same for all of its entries, see [`super::family`].
    pub family_id: Option<String>,
}

/// A new entry; it waits.
pub type NewEntry = Entry;

fn read(row: &Row, offices: Vec<String>) -> Result<Entry> {
    let time = |column: &str| -> Result<Option<Time>> {
        let wrong = |_| StoreError::corrupt(format!("column {column}"));
        row.opt_text(column)?
            .map(|text| text.parse().map_err(wrong))
            .transpose()
    };
    let date = |column: &str| -> Result<Date> {
        row.opt_date(column)?
            .ok_or_else(|| StoreError::corrupt(format!("column {column}")))
    };
    Ok(Entry {
        id: row.text("id")?,
        dossier_id: row.text("dossier_id")?,
        kind: row.text("kind")?,
        exception_id: row.opt_text("exception_id")?,
        offices,
        from: date("from_date")?,
        to: date("to_date")?,
        earliest: time("earliest")?,
        latest: time("latest")?,
        visit_at: row.instant("visit_at")?,
        service: row.text("service")?,
        age_group: row.text("age_group")?,
        ticks: row.number("ticks")?,
        state: row.word("state", EntryState::parse)?,
        silent: row.number("silent")?,
        created_at: row.instant("created_at")?,
        family_id: row.opt_text("family_id")?,
    })
}

pub(super) async fn whole(tx: &mut Tx, row: Option<Row>) -> Result<Option<Entry>> {
    let Some(row) = row else { return Ok(None) };
    let query = sql("SELECT office_id FROM waiting_office WHERE entry_id = $1 ORDER BY place");
    let offices = tx.all(query.bind(row.text("id")?)).await?;
    let offices: Result<Vec<String>> = offices.iter().map(|row| row.text("office_id")).collect();
    read(&row, offices?).map(Some)
}

/// Stores an entry. A dossier has one open entry at most: [`end`] the former first.
///
/// # Errors
/// [`StoreError::Constraint`] where it has one.
pub async fn insert(tx: &mut Tx, entry: &NewEntry) -> Result<()> {
    let query = sql(
        "INSERT INTO waiting_entry (id, dossier_id, kind, exception_id, from_date, to_date, earliest, latest,
        visit_at, service, age_group, ticks, state, silent, created_at, family_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    );
    let e = entry.clone();
    let query = query
        .bind(e.id)
        .bind(e.dossier_id)
        .bind(e.kind)
        .bind(e.exception_id)
        .bind(e.from.to_string())
        .bind(e.to.to_string())
        .bind(e.earliest.map(|time| time.to_string()))
        .bind(e.latest.map(|time| time.to_string()))
        .bind(micros(e.visit_at))
        .bind(e.service)
        .bind(e.age_group)
        .bind(i64::from(e.ticks))
        .bind(e.state.as_str())
        .bind(i64::from(e.silent))
        .bind(micros(e.created_at))
        .bind(e.family_id);
    tx.run(query).await?;
    for (place, office) in (0_i64..).zip(&entry.offices) {
        let query = sql("INSERT INTO waiting_office (entry_id, office_id, place) VALUES ($1, $2, $3)");
        tx.run(query.bind(entry.id.clone()).bind(office.clone()).bind(place))
            .await?;
    }
    Ok(())
}

/// An entry in any state.
///
/// # Errors
/// Where the database fails.
pub async fn entry(tx: &mut Tx, id: &str) -> Result<Option<Entry>> {
    let query = sql("SELECT * FROM waiting_entry WHERE id = $1");
    let row = tx.one(query.bind(id.to_owned())).await?;
    whole(tx, row).await
}

/// The open entry of a dossier; there is at most one.
///
/// # Errors
/// Where the database fails.
pub async fn open_of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Entry>> {
    let query = sql("SELECT * FROM waiting_entry WHERE dossier_id = $1 AND state IN ('waiting', 'offered')");
    let row = tx.one(query.bind(dossier_id.to_owned())).await?;
    whole(tx, row).await
}

/// Somebody who had a visit in a closed stretch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excepted {
    /// Whose.
    pub dossier_id: String,
    /// Begin of that visit.
    pub visit_at: Timestamp,
    /// Where they stand.
    pub state: EntryState,
    /// Their family, where it is moved as one.
    pub family_id: Option<String>,
}

/// Whoever had a visit in a closed stretch, in order of time.
///
/// # Errors
/// Where the database fails.
pub async fn of_exception(tx: &mut Tx, exception_id: &str) -> Result<Vec<Excepted>> {
    let query = sql(
        "SELECT dossier_id, visit_at, state, family_id FROM waiting_entry WHERE exception_id = $1
        ORDER BY visit_at, id",
    );
    tx.all(query.bind(exception_id.to_owned()))
        .await?
        .iter()
        .map(|row| {
            Ok(Excepted {
                dossier_id: row.text("dossier_id")?,
                visit_at: row.instant("visit_at")?,
                state: row.word("state", EntryState::parse)?,
                family_id: row.opt_text("family_id")?,
            })
        })
        .collect()
}

/// Those who wait at an office, closed days first, then in the order in which they joined, at most `limit`. Of a family
/// that is moved as one, one stands for all.
///
/// # Errors
/// Where the database fails.
pub async fn to_offer(tx: &mut Tx, office_id: &str, limit: u32) -> Result<Vec<Entry>> {
    let query = sql(
        "SELECT e.* FROM waiting_entry e JOIN waiting_office o ON o.entry_id = e.id
        WHERE o.office_id = $1 AND e.state = 'waiting' AND (e.family_id IS NULL OR NOT EXISTS (
            SELECT 1 FROM waiting_entry f WHERE f.family_id = e.family_id AND f.id < e.id
            AND f.state IN ('waiting', 'offered')))
        ORDER BY CASE e.kind WHEN 'closure' THEN 0 ELSE 1 END, e.created_at, e.id LIMIT $2",
    );
    let rows = tx
        .all(query.bind(office_id.to_owned()).bind(i64::from(limit)))
        .await?;
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        entries.extend(whole(tx, Some(row)).await?);
    }
    Ok(entries)
}

/// Whether anybody waits at an office.
///
/// # Errors
/// Where the database fails.
pub async fn waits_at(tx: &mut Tx, office_id: &str) -> Result<bool> {
    let query = sql(
        "SELECT 1 AS n FROM waiting_office o JOIN waiting_entry e ON e.id = o.entry_id
        WHERE o.office_id = $1 AND e.state IN ('waiting', 'offered') LIMIT 1",
    );
    Ok(tx.one(query.bind(office_id.to_owned())).await?.is_some())
}

/// The offices at which somebody waits.
///
/// # Errors
/// Where the database fails.
pub async fn offices_waited_for(tx: &mut Tx) -> Result<Vec<String>> {
    let query = sql(
        "SELECT DISTINCT o.office_id FROM waiting_office o JOIN waiting_entry e ON e.id = o.entry_id
        WHERE e.state = 'waiting' ORDER BY o.office_id",
    );
    tx.all(query)
        .await?
        .iter()
        .map(|row| row.text("office_id"))
        .collect()
}

/// Ends an open entry. False where it was not open any more. An open offer must have been settled before.
///
/// # Errors
/// Where the database fails.
pub async fn end(tx: &mut Tx, id: &str, state: EntryState, now: Timestamp) -> Result<bool> {
    let query = sql("UPDATE waiting_entry SET state = $2, ended_at = $3
        WHERE id = $1 AND state IN ('waiting', 'offered')");
    let query = query.bind(id.to_owned()).bind(state.as_str()).bind(micros(now));
    Ok(tx.run(query).await? == 1)
}

/// Counts an offer that passed in silence; returns how many did.
///
/// # Errors
/// Where the database fails.
pub async fn silent(tx: &mut Tx, id: &str) -> Result<u8> {
    let query = sql("UPDATE waiting_entry SET silent = silent + 1 WHERE id = $1 RETURNING silent");
    let row = tx.one(query.bind(id.to_owned())).await?;
    row.map_or(Ok(0), |row| row.number("silent"))
}

//! Tickets.

use crate::{
    error::{Result, StoreError},
    row::{Row, micros, opt_micros, words},
    tx::{Tx, sql},
};
use jiff::{Timestamp, civil::Date};

words! {
    /// Where a ticket stands.
    TicketState {
        /// In the line.
        Waiting = "waiting",
        /// Called to a station.
        Called = "called",
        /// At a station.
        Serving = "serving",
        /// Served.
        Done = "done",
        /// Called, and not there.
        Absent = "absent",
    }
}

/// A place in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Its id.
    pub id: String,
    /// The office.
    pub office_id: String,
    /// The day at the office.
    pub day: Date,
    /// The number that is called; one of its kind an office and day.
    pub number: u16,
    /// The domain's `TicketKind` as a word.
    pub kind: String,
    /// Whose it is; none for who came without an appointment.
    pub dossier_id: Option<String>,
    /// The domain's `Service` as a word.
    pub service: String,
    /// The domain's `Priority` as a word.
    pub priority: String,
    /// The booked begin.
    pub visit_at: Option<Timestamp>,
    /// The booked length, or what the plan gives such a visit.
    pub minutes: u16,
    /// When the person came.
    pub arrived_at: Timestamp,
    /// Since when they stand in the line.
    pub waits_from: Timestamp,
    /// SHA-256 of the key of their private page, hexadecimal.
    pub key_hash: String,
    /// Where it stands.
    pub state: TicketState,
    /// The station that has called them; while they wait the only one that may.
    pub station: Option<u8>,
    /// The station that sent them on.
    pub transferred_from: Option<u8>,
    /// When they were called last.
    pub called_at: Option<Timestamp>,
    /// When the counter began with them.
    pub served_at: Option<Timestamp>,
    /// When they were done, or given up.
    pub ended_at: Option<Timestamp>,
    /// How often they were called to the station.
    pub calls: u8,
    /// How often they were not there.
    pub absences: u8,
    /// Grows with every update, from 1.
    pub version: i64,
}

/// A ticket with what staff see of its dossier. It has no `Debug`: it holds a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Seen {
    /// The ticket.
    pub ticket: Ticket,
    /// The dossier's public reference.
    pub reference: Option<String>,
    /// The person's name.
    pub full_name: Option<String>,
}

fn opt_small(row: &Row, column: &str) -> Result<Option<u8>> {
    let small = |number| u8::try_from(number).map_err(|_| StoreError::corrupt(format!("column {column}")));
    row.opt_int(column)?.map(small).transpose()
}

fn read(row: &Row) -> Result<Ticket> {
    Ok(Ticket {
        id: row.text("id")?,
        office_id: row.text("office_id")?,
        day: row
            .opt_date("day")?
            .ok_or_else(|| StoreError::corrupt("column day"))?,
        number: row.number("number")?,
        kind: row.text("kind")?,
        dossier_id: row.opt_text("dossier_id")?,
        service: row.text("service")?,
        priority: row.text("priority")?,
        visit_at: row.opt_instant("visit_at")?,
        minutes: row.number("minutes")?,
        arrived_at: row.instant("arrived_at")?,
        waits_from: row.instant("waits_from")?,
        key_hash: row.text("key_hash")?,
        state: row.word("state", TicketState::parse)?,
        station: opt_small(row, "station")?,
        transferred_from: opt_small(row, "transferred_from")?,
        called_at: row.opt_instant("called_at")?,
        served_at: row.opt_instant("served_at")?,
        ended_at: row.opt_instant("ended_at")?,
        calls: row.number("calls")?,
        absences: row.number("absences")?,
        version: row.int("version")?,
    })
}

/// Stores a new ticket; its `version` is stored as given, 1.
///
/// # Errors
/// [`StoreError::Constraint`] with `QueueTicketOneLivePerDossier` where the person stands in the line already, with
/// `QueueTicketNumberUnique` where the number is taken.
pub async fn insert(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    let query = sql(
        "INSERT INTO queue_ticket (id, office_id, day, number, kind, dossier_id, service, priority, visit_at,
        minutes, arrived_at, waits_from, key_hash, state, station, transferred_from, called_at, served_at, ended_at,
        calls, absences, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
        $18, $19, $20, $21, $22)",
    );
    let t = ticket.clone();
    let query = query
        .bind(t.id)
        .bind(t.office_id)
        .bind(t.day.to_string())
        .bind(i64::from(t.number))
        .bind(t.kind)
        .bind(t.dossier_id)
        .bind(t.service)
        .bind(t.priority)
        .bind(opt_micros(t.visit_at))
        .bind(i64::from(t.minutes))
        .bind(micros(t.arrived_at))
        .bind(micros(t.waits_from))
        .bind(t.key_hash)
        .bind(t.state.as_str())
        .bind(t.station.map(i64::from))
        .bind(t.transferred_from.map(i64::from))
        .bind(opt_micros(t.called_at))
        .bind(opt_micros(t.served_at))
        .bind(opt_micros(t.ended_at))
        .bind(i64::from(t.calls))
        .bind(i64::from(t.absences))
        .bind(t.version);
    tx.run(query).await.map(|_| ())
}

/// Stores a ticket that was read and changed, and counts its version up.
///
/// # Errors
/// [`StoreError::Stale`] where it was changed since; [`StoreError::Constraint`] with `QueueTicketOnePerStation` where
/// somebody else is at the station.
pub async fn update(tx: &mut Tx, ticket: &mut Ticket) -> Result<()> {
    let query = sql(
        "UPDATE queue_ticket SET priority = $1, waits_from = $2, state = $3, station = $4, transferred_from = $5,
        called_at = $6, served_at = $7, ended_at = $8, calls = $9, absences = $10, dossier_id = $11, service = $12,
        version = version + 1 WHERE id = $13 AND version = $14",
    );
    let t = ticket.clone();
    let query = query
        .bind(t.priority)
        .bind(micros(t.waits_from))
        .bind(t.state.as_str())
        .bind(t.station.map(i64::from))
        .bind(t.transferred_from.map(i64::from))
        .bind(opt_micros(t.called_at))
        .bind(opt_micros(t.served_at))
        .bind(opt_micros(t.ended_at))
        .bind(i64::from(t.calls))
        .bind(i64::from(t.absences))
        .bind(t.dossier_id)
        .bind(t.service)
        .bind(t.id)
        .bind(t.version);
    if tx.run(query).await? == 0 {
        return Err(StoreError::Stale("queue_ticket"));
    }
    ticket.version += 1;
    Ok(())
}

/// By internal id.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Ticket>> {
    let query = sql("SELECT * FROM queue_ticket WHERE id = $1").bind(id.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// By the hash of its key.
///
/// # Errors
/// Where the database fails.
pub async fn by_key(tx: &mut Tx, key_hash: &str) -> Result<Option<Ticket>> {
    let query = sql("SELECT * FROM queue_ticket WHERE key_hash = $1").bind(key_hash.to_owned());
    tx.one(query).await?.as_ref().map(read).transpose()
}

/// All of an office's day, by number.
///
/// # Errors
/// Where the database fails.
pub async fn of_day(tx: &mut Tx, office_id: &str, day: Date) -> Result<Vec<Seen>> {
    let query = sql(
        "SELECT t.*, d.reference AS reference, d.full_name AS full_name FROM queue_ticket t
        LEFT JOIN dossier d ON d.id = t.dossier_id WHERE t.office_id = $1 AND t.day = $2 ORDER BY t.number",
    );
    let rows = tx
        .all(query.bind(office_id.to_owned()).bind(day.to_string()))
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Seen {
                ticket: read(row)?,
                reference: row.opt_text("reference")?,
                full_name: row.opt_text("full_name")?,
            })
        })
        .collect()
}

/// The live ticket of a dossier; there is at most one.
///
/// # Errors
/// Where the database fails.
pub async fn live_of_dossier(tx: &mut Tx, dossier_id: &str) -> Result<Option<Ticket>> {
    let query =
        sql("SELECT * FROM queue_ticket WHERE dossier_id = $1 AND state IN ('waiting', 'called', 'serving')");
    let row = tx.one(query.bind(dossier_id.to_owned())).await?;
    row.as_ref().map(read).transpose()
}

/// The counter begins with the person of a dossier, whether they were called or not.
///
/// # Errors
/// Where the database fails.
pub async fn serve_of_dossier(tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<()> {
    let query = sql(
        "UPDATE queue_ticket SET station = CASE WHEN state = 'waiting' THEN NULL ELSE station END, state = 'serving',
        served_at = $2, version = version + 1 WHERE dossier_id = $1 AND state IN ('waiting', 'called')",
    );
    tx.run(query.bind(dossier_id.to_owned()).bind(micros(now)))
        .await
        .map(|_| ())
}

/// The person of a dossier has left the counter: served where the counter had begun, else not there. True where they
/// stood in the line.
///
/// # Errors
/// Where the database fails.
pub async fn end_of_dossier(tx: &mut Tx, dossier_id: &str, now: Timestamp) -> Result<bool> {
    let query = sql(
        "UPDATE queue_ticket SET state = CASE WHEN state = 'serving' THEN 'done' ELSE 'absent' END, ended_at = $2,
        version = version + 1 WHERE dossier_id = $1 AND state IN ('waiting', 'called', 'serving')",
    );
    Ok(tx
        .run(query.bind(dossier_id.to_owned()).bind(micros(now)))
        .await?
        > 0)
}

/// Closes what was left in the line of days before `today`, and forgets days without tickets; returns how many were left.
///
/// # Errors
/// Where the database fails.
pub async fn left_over(tx: &mut Tx, today: Date, now: Timestamp) -> Result<u64> {
    let query = sql(
        "UPDATE queue_ticket SET state = CASE WHEN state = 'serving' THEN 'done' ELSE 'absent' END, ended_at = $2,
        version = version + 1 WHERE day < $1 AND state IN ('waiting', 'called', 'serving')",
    );
    let left = tx.run(query.bind(today.to_string()).bind(micros(now))).await?;
    let query = sql("DELETE FROM queue_day WHERE day < $1 AND NOT EXISTS (
            SELECT 1 FROM queue_ticket t WHERE t.office_id = queue_day.office_id AND t.day = queue_day.day)");
    tx.run(query.bind(today.to_string())).await?;
    Ok(left)
}

/// How many whole minutes the latest visits of a service took at an office's counters, the newest first, at most `limit`,
/// of those that ended at or after `since`.
///
/// # Errors
/// Where the database fails.
pub async fn minutes_served(
    tx: &mut Tx,
    office_id: &str,
    service: &str,
    since: Timestamp,
    limit: u32,
) -> Result<Vec<u16>> {
    let query = sql(
        "SELECT (ended_at - served_at) / 60000000 AS minutes FROM queue_ticket WHERE office_id = $1 AND service = $2
        AND state = 'done' AND served_at IS NOT NULL AND ended_at >= $3 ORDER BY ended_at DESC LIMIT $4",
    );
    let query = query.bind(office_id.to_owned()).bind(service.to_owned());
    let rows = tx.all(query.bind(micros(since)).bind(i64::from(limit))).await?;
    rows.iter()
        .map(|row| Ok(u16::try_from(row.int("minutes")?).unwrap_or(u16::MAX)))
        .collect()
}

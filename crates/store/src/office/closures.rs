//! Days, or halves of days, that an office closes.

use crate::{
    TICK_MICROS,
    error::{Result, StoreError},
    holds,
    row::{Row, micros},
    tx::{Dialect, Tx, built, locking, sql},
};
use jiff::{Timestamp, civil::Date};

/// A closed stretch of an office's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// Its id.
    pub id: String,
    /// The office.
    pub office_id: String,
    /// The day.
    pub date: Date,
    /// The domain's `DayPart` as a word.
    pub part: String,
    /// Begin.
    pub from: Timestamp,
    /// The first moment after it.
    pub to: Timestamp,
    /// Why; read by the people concerned.
    pub reason: String,
    /// Who closed it.
    pub staff_id: String,
    /// When it was closed.
    pub created_at: Timestamp,
}

fn read(row: &Row) -> Result<Closure> {
    Ok(Closure {
        id: row.text("id")?,
        office_id: row.text("office_id")?,
        date: row
            .opt_date("date")?
            .ok_or_else(|| StoreError::corrupt("column date"))?,
        part: row.text("part")?,
        from: row.instant("from_at")?,
        to: row.instant("to_at")?,
        reason: row.text("reason")?,
        staff_id: row.text("staff_id")?,
        created_at: row.instant("created_at")?,
    })
}

/// Takes a closure back: the record stays, the time is open again once its ticks are brought to the plan. True where this
/// call did it.
///
/// # Errors
/// Where the database fails.
pub async fn reopen(tx: &mut Tx, id: &str, staff_id: &str, now: Timestamp) -> Result<bool> {
    let query = sql("UPDATE office_exception SET reopened_at = $2, reopened_by = $3
        WHERE id = $1 AND reopened_at IS NULL");
    let query = query
        .bind(id.to_owned())
        .bind(micros(now))
        .bind(staff_id.to_owned());
    Ok(tx.run(query).await? == 1)
}

/// Stores a closure. False where this part of this day is closed already.
///
/// # Errors
/// Where the database fails.
pub async fn insert(tx: &mut Tx, closure: &Closure) -> Result<bool> {
    let query = sql(
        "INSERT INTO office_exception (id, office_id, date, part, from_at, to_at, reason, staff_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (office_id, date, part) WHERE reopened_at IS NULL DO NOTHING",
    );
    let c = closure.clone();
    let query = query
        .bind(c.id)
        .bind(c.office_id)
        .bind(c.date.to_string())
        .bind(c.part)
        .bind(micros(c.from))
        .bind(micros(c.to))
        .bind(c.reason)
        .bind(c.staff_id)
        .bind(micros(c.created_at));
    Ok(tx.run(query).await? == 1)
}

/// A closure.
///
/// # Errors
/// Where the database fails.
pub async fn by_id(tx: &mut Tx, id: &str) -> Result<Option<Closure>> {
    let query = sql("SELECT * FROM office_exception WHERE id = $1");
    tx.one(query.bind(id.to_owned()))
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Closures of an office, not taken back, that end after `after`, the nearest first.
///
/// # Errors
/// Where the database fails.
pub async fn of_office(tx: &mut Tx, office_id: &str, after: Timestamp) -> Result<Vec<Closure>> {
    let query = sql(
        "SELECT * FROM office_exception WHERE office_id = $1 AND to_at > $2 AND reopened_at IS NULL
            ORDER BY from_at, id",
    );
    tx.all(query.bind(office_id.to_owned()).bind(micros(after)))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// Closures of all offices, not taken back, that end after `after`.
///
/// # Errors
/// Where the database fails.
pub async fn to_come(tx: &mut Tx, after: Timestamp) -> Result<Vec<Closure>> {
    let query =
        sql("SELECT * FROM office_exception WHERE to_at > $1 AND reopened_at IS NULL ORDER BY from_at, id");
    tx.all(query.bind(micros(after)))
        .await?
        .iter()
        .map(read)
        .collect()
}

/// How many places are held, not booked, in a stretch of time.
///
/// # Errors
/// Where the database fails.
pub async fn count_held(
    tx: &mut Tx,
    office_id: &str,
    from: Timestamp,
    to: Timestamp,
    now: Timestamp,
) -> Result<u32> {
    let query = sql(
        "SELECT COUNT(*) AS n FROM reservation WHERE office_id = $1 AND state = 'held'
        AND expires_at > $4 AND starts_at < $3 AND starts_at + ticks * CAST(600000000 AS BIGINT) > $2",
    );
    let query = query
        .bind(office_id.to_owned())
        .bind(micros(from))
        .bind(micros(to))
        .bind(micros(now));
    tx.one(query).await?.map_or(Ok(0), |row| row.number("n"))
}

/// Closes the ticks: who has a place keeps it, nobody gets another, and what is given back goes to nobody. `ticks` are
/// the begins of the office's ticks in the stretch. Places that are only held are given back first.
///
/// # Errors
/// Where the database fails.
pub async fn close_ticks(
    tx: &mut Tx,
    office_id: &str,
    from: Timestamp,
    to: Timestamp,
    ticks: &[Timestamp],
) -> Result<()> {
    let query = locking!(
        tx,
        "SELECT id, starts_at, ticks FROM reservation WHERE office_id = $1 AND state = 'held' AND starts_at < $3
            AND starts_at + ticks * CAST(600000000 AS BIGINT) > $2 ORDER BY id",
        "FOR UPDATE",
        ""
    );
    let held = tx
        .all(
            query
                .bind(office_id.to_owned())
                .bind(micros(from))
                .bind(micros(to)),
        )
        .await?;
    lock_around(tx, office_id, (micros(from), micros(to)), &held).await?;
    let mut at: Vec<i64> = ticks.iter().map(|tick| micros(*tick)).collect();
    at.sort_unstable();
    // In ascending order, as everybody locks them.
    for chunk in at.chunks(100) {
        let rows: Vec<String> = (0..chunk.len())
            .map(|n| format!("($1, ${}, 0, 0, 1)", n + 2))
            .collect();
        let mut query = built(format!(
            "INSERT INTO slot_tick (office_id, starts_at, capacity, taken, closed) VALUES {}
            ON CONFLICT (office_id, starts_at) DO UPDATE SET capacity = slot_tick.taken, closed = 1, excess = 0",
            rows.join(", ")
        ))
        .bind(office_id.to_owned());
        for tick in chunk {
            query = query.bind(*tick);
        }
        tx.run(query).await?;
    }
    for row in &held {
        holds::release(tx, &row.text("id")?).await?;
    }
    Ok(())
}

/// Locks the ticks of the stretch and of the places held in it: such a place may reach out of the stretch to earlier
/// ticks, and all are locked in ascending order. SQLite has a single writer.
async fn lock_around(tx: &mut Tx, office_id: &str, stretch: (i64, i64), held: &[Row]) -> Result<()> {
    if tx.dialect() == Dialect::Sqlite || held.is_empty() {
        return Ok(());
    }
    let (mut from, mut to) = stretch;
    for row in held {
        let begin = row.int("starts_at")?;
        from = from.min(begin);
        to = to.max(begin + row.int("ticks")? * TICK_MICROS);
    }
    let query = sql(
        "SELECT starts_at FROM slot_tick WHERE office_id = $1 AND starts_at >= $2 AND starts_at < $3
        ORDER BY starts_at FOR UPDATE",
    );
    let query = query.bind(office_id.to_owned()).bind(from).bind(to);
    tx.all(query).await.map(|_| ())
}

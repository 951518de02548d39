//! Bringing an office's ticks to a new plan. Nobody loses a place by it, and nobody gets one that the plan no longer has:
//! a tick with more taken than the plan allows keeps them and gives none of them to anybody else.
//!
//! In one transaction: [`lock`], [`bring`], then [`takers`], who are judged by the new plan.

use crate::{
    error::Result,
    row::micros,
    tx::{Dialect, Tx, built, sql},
};
use jiff::Timestamp;

/// What a tick is to be by the new plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target {
    /// Its begin.
    pub starts_at: Timestamp,
    /// Places by the plan; 0 where it has no such tick.
    pub capacity: u16,
    /// Whether its time is closed, whatever the plan says.
    pub closed: bool,
}

/// Who takes places of an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody with a visit to come.
    Visit {
        /// Whose dossier.
        dossier_id: String,
        /// Its public reference.
        reference: String,
        /// Whether another time is being looked for already, as theirs was closed.
        moving: bool,
    },
    /// Somebody who fills in the form.
    Hold,
}

/// Places that are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taker {
    /// By whom.
    pub who: Who,
    /// The reservation.
    pub reservation_id: String,
    /// Begin.
    pub starts_at: Timestamp,
    /// Length in ticks.
    pub ticks: u8,
}

/// Locks the visits to come and the holds of an office from `from` on, in the order in which everybody locks them, so that
/// nobody moves, cancels or books what is judged. SQLite, with its single writer, needs none of it.
///
/// # Errors
/// Where the database fails.
pub async fn lock(tx: &mut Tx, office_id: &str, from: Timestamp) -> Result<()> {
    if tx.dialect() == Dialect::Sqlite {
        return Ok(());
    }
    let visits = sql(
        "SELECT id FROM appointment WHERE office_id = $1 AND state = 'booked' AND starts_at >= $2
        ORDER BY starts_at, id FOR UPDATE",
    );
    tx.all(visits.bind(office_id.to_owned()).bind(micros(from)))
        .await?;
    let holds = sql(
        "SELECT id FROM reservation WHERE office_id = $1 AND state = 'held' AND starts_at >= $2
        ORDER BY id FOR UPDATE",
    );
    tx.all(holds.bind(office_id.to_owned()).bind(micros(from)))
        .await
        .map(|_| ())
}

/// Begins of the ticks of an office from `from` on that were ever wanted, in order.
///
/// # Errors
/// Where the database fails.
pub async fn touched_from(tx: &mut Tx, office_id: &str, from: Timestamp) -> Result<Vec<Timestamp>> {
    let query =
        sql("SELECT starts_at FROM slot_tick WHERE office_id = $1 AND starts_at >= $2 ORDER BY starts_at");
    tx.all(query.bind(office_id.to_owned()).bind(micros(from)))
        .await?
        .iter()
        .map(|row| row.instant("starts_at"))
        .collect()
}

/// Brings ticks to the plan, those that nobody wanted before too: a server that does not know the new plan yet then finds
/// a row that does. Capacity is never below what is taken; what is over the plan is noted and sinks with what is given back.
///
/// # Errors
/// Where the database fails.
pub async fn bring(tx: &mut Tx, office_id: &str, targets: &[Target]) -> Result<()> {
    let mut targets = targets.to_vec();
    // In ascending order, as everybody locks them.
    targets.sort_unstable();
    for chunk in targets.chunks(100) {
        let rows: Vec<String> = (0..chunk.len())
            .map(|n| {
                let at = 2 + 3 * n;
                format!("($1, ${at}, ${}, 0, ${})", at + 1, at + 2)
            })
            .collect();
        let mut query = built(format!(
            "INSERT INTO slot_tick (office_id, starts_at, capacity, taken, closed) VALUES {}
            ON CONFLICT (office_id, starts_at) DO UPDATE SET closed = excluded.closed,
                capacity = CASE WHEN slot_tick.taken > excluded.capacity THEN slot_tick.taken
                    ELSE excluded.capacity END,
                excess = CASE WHEN excluded.closed = 0 AND slot_tick.taken > excluded.capacity
                    THEN slot_tick.taken - excluded.capacity ELSE 0 END",
            rows.join(", ")
        ))
        .bind(office_id.to_owned());
        for target in chunk {
            let capacity = if target.closed { 0 } else { target.capacity };
            query = query
                .bind(micros(target.starts_at))
                .bind(i64::from(capacity))
                .bind(i64::from(target.closed));
        }
        tx.run(query).await?;
    }
    Ok(())
}

/// Who takes places of an office that begin from `from` on, in the order in which they keep them: visits as they were
/// booked, then visits that are being moved anyway, then holds.
///
/// # Errors
/// Where the database fails.
pub async fn takers(tx: &mut Tx, office_id: &str, from: Timestamp, now: Timestamp) -> Result<Vec<Taker>> {
    let visits = sql(
        "SELECT a.reservation_id, a.starts_at, a.ticks, a.dossier_id, d.reference,
            CASE WHEN EXISTS (SELECT 1 FROM waiting_entry w WHERE w.dossier_id = a.dossier_id
                AND w.kind = 'closure' AND w.state IN ('waiting', 'offered')) THEN 1 ELSE 0 END AS moving
        FROM appointment a JOIN dossier d ON d.id = a.dossier_id
        WHERE a.office_id = $1 AND a.state = 'booked' AND a.starts_at >= $2 ORDER BY a.created_at, a.id",
    );
    let visits = tx
        .all(visits.bind(office_id.to_owned()).bind(micros(from)))
        .await?;
    let holds = sql(
        "SELECT id, starts_at, ticks FROM reservation WHERE office_id = $1 AND state = 'held'
            AND starts_at >= $2 AND expires_at > $3 ORDER BY created_at, id",
    );
    let holds = holds
        .bind(office_id.to_owned())
        .bind(micros(from))
        .bind(micros(now));
    let holds = tx.all(holds).await?;
    let (mut staying, mut leaving) = (Vec::new(), Vec::new());
    for row in &visits {
        let moving = row.flag("moving")?;
        let taker = Taker {
            who: Who::Visit {
                dossier_id: row.text("dossier_id")?,
                reference: row.text("reference")?,
                moving,
            },
            reservation_id: row.text("reservation_id")?,
            starts_at: row.instant("starts_at")?,
            ticks: row.number("ticks")?,
        };
        if moving { &mut leaving } else { &mut staying }.push(taker);
    }
    staying.append(&mut leaving);
    for row in &holds {
        staying.push(Taker {
            who: Who::Hold,
            reservation_id: row.text("id")?,
            starts_at: row.instant("starts_at")?,
            ticks: row.number("ticks")?,
        });
    }
    Ok(staying)
}

//! Giving back what lapsed.

use super::{read, ticks};
use crate::{
    TICK_MICROS,
    error::Result,
    row::{Row, micros},
    tx::{Tx, locking, sql},
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// At most so many in one go: a transaction stays short.
const BATCH: i64 = 100;

/// Gives back holds of all offices that have lapsed by `now`; returns how many. Call it again while it returns
/// a hundred.
///
/// # Errors
/// Where the database fails.
pub async fn expire_due(tx: &mut Tx, now: Timestamp) -> Result<u64> {
    let query = locking!(
        tx,
        "WITH lapsed AS (SELECT id FROM reservation WHERE state = 'held' AND expires_at <= $1
            ORDER BY id LIMIT $2",
        "FOR UPDATE SKIP LOCKED",
        ") UPDATE reservation SET state = 'released'
        WHERE id IN (SELECT id FROM lapsed) AND state = 'held' RETURNING *"
    );
    let lapsed = tx.all(query.bind(micros(now)).bind(BATCH)).await?;
    let deltas = deltas(&lapsed)?;
    if !deltas.is_empty() {
        ticks::lock(tx, deltas.keys()).await?;
        ticks::subtract(tx, &deltas).await?;
    }
    Ok(lapsed.len() as u64)
}

/// The same for the holds that overlap the ticks which the transaction is about to take. The wanted ticks are
/// locked along with those given back, lest they be locked out of order later.
pub(super) async fn before_taking(
    tx: &mut Tx,
    office_id: &str,
    now: i64,
    starts_at: i64,
    capacities: &[u16],
) -> Result<()> {
    let query = locking!(
        tx,
        "WITH lapsed AS (SELECT id FROM reservation WHERE office_id = $1 AND state = 'held'
            AND expires_at <= $2 AND starts_at < $4 AND starts_at + ticks * CAST(600000000 AS BIGINT) > $3
            ORDER BY id",
        "FOR UPDATE",
        ") UPDATE reservation SET state = 'released'
        WHERE id IN (SELECT id FROM lapsed) AND state = 'held' RETURNING *"
    );
    let end = starts_at + TICK_MICROS * i64::from(u8::try_from(capacities.len()).unwrap_or(u8::MAX));
    let lapsed = tx
        .all(
            query
                .bind(office_id.to_owned())
                .bind(now)
                .bind(starts_at)
                .bind(end),
        )
        .await?;
    if lapsed.is_empty() {
        return Ok(());
    }
    let deltas = deltas(&lapsed)?;
    let mut locked = deltas.clone();
    for (at, capacity) in (starts_at..).step_by(TICK_MICROS as usize).zip(capacities) {
        let query = sql(
            "INSERT INTO slot_tick (office_id, starts_at, capacity, taken) VALUES ($1, $2, $3, 0)
            ON CONFLICT (office_id, starts_at) DO NOTHING",
        );
        tx.run(
            query
                .bind(office_id.to_owned())
                .bind(at)
                .bind(i64::from(*capacity)),
        )
        .await?;
        locked.insert((office_id.to_owned(), at), ticks::Delta::default());
    }
    ticks::lock(tx, locked.keys()).await?;
    ticks::subtract(tx, &deltas).await
}

/// How many places each tick gets back from these reservations.
pub(super) fn deltas(lapsed: &[Row]) -> Result<BTreeMap<ticks::TickKey, ticks::Delta>> {
    let mut deltas = BTreeMap::new();
    for row in lapsed {
        let hold = read(row)?;
        let first = micros(hold.starts_at);
        for n in 0..i64::from(hold.ticks) {
            deltas
                .entry((hold.office_id.clone(), first + n * TICK_MICROS))
                .or_insert_with(ticks::Delta::default)
                .add(hold.channel, 1);
        }
    }
    Ok(deltas)
}

//! Taking and giving back the ticks of a reservation.

use super::Reservation;
use crate::{
    TICK_MICROS,
    error::{Result, StoreError},
    row::micros,
    tx::{Dialect, Tx, built, locking, placeholders},
};
use std::collections::BTreeMap;

/// Office and begin of a tick, in the order in which ticks are locked.
pub(super) type TickKey = (String, i64);

/// Takes one place in each of `capacities.len()` ticks from `starts_at` on. The rows are made, or counted up
/// while there is room, in ascending order by one statement. False: some tick is full, and nothing is taken.
pub(super) async fn take(tx: &mut Tx, office_id: &str, starts_at: i64, capacities: &[u16]) -> Result<bool> {
    if capacities.is_empty() || capacities.contains(&0) {
        return Ok(false);
    }
    let rows: Vec<String> = (0..capacities.len())
        .map(|n| format!("($1, ${}, ${}, 1)", 2 + 2 * n, 3 + 2 * n))
        .collect();
    let text = format!(
        "INSERT INTO slot_tick (office_id, starts_at, capacity, taken) VALUES {}
        ON CONFLICT (office_id, starts_at) DO UPDATE SET taken = slot_tick.taken + 1
        WHERE slot_tick.taken < slot_tick.capacity RETURNING starts_at",
        rows.join(", ")
    );
    // There are few lengths of visits, so this text is worth keeping prepared.
    let mut query = built(text).persistent(true).bind(office_id.to_owned());
    let mut at = starts_at;
    for capacity in capacities {
        query = query.bind(at).bind(i64::from(*capacity));
        at += TICK_MICROS;
    }
    let taken = tx.all(query).await?;
    if taken.len() == capacities.len() {
        return Ok(true);
    }
    let undo: Result<Vec<i64>> = taken.iter().map(|row| row.int("starts_at")).collect();
    let undo = undo?
        .into_iter()
        .map(|at| ((office_id.to_owned(), at), 1))
        .collect();
    subtract(tx, &undo).await?;
    Ok(false)
}

/// Takes `wanted[n]` places, one or more, in each of the ticks from `starts_at` on, as [`take`] does with one.
pub(super) async fn take_many(
    tx: &mut Tx,
    office_id: &str,
    starts_at: i64,
    capacities: &[u16],
    wanted: &[u16],
) -> Result<bool> {
    let wish: Vec<(u16, u16)> = capacities.iter().copied().zip(wanted.iter().copied()).collect();
    // A row that breaks the rule of the table would be refused loudly, also where there is one already.
    if wish.is_empty()
        || wish
            .iter()
            .any(|(capacity, wanted)| *wanted == 0 || wanted > capacity)
    {
        return Ok(false);
    }
    let rows: Vec<String> = (0..wish.len())
        .map(|n| format!("($1, {})", placeholders(2 + 3 * n, 3)))
        .collect();
    let mut query = built(format!(
        "INSERT INTO slot_tick (office_id, starts_at, capacity, taken) VALUES {}
        ON CONFLICT (office_id, starts_at) DO UPDATE SET taken = slot_tick.taken + excluded.taken
        WHERE slot_tick.taken + excluded.taken <= slot_tick.capacity RETURNING starts_at",
        rows.join(", ")
    ))
    .bind(office_id.to_owned());
    let ticks = (starts_at..).step_by(TICK_MICROS as usize).zip(wish);
    let mut counts = BTreeMap::new();
    for (at, (capacity, wanted)) in ticks {
        query = query.bind(at).bind(i64::from(capacity)).bind(i64::from(wanted));
        counts.insert(at, i64::from(wanted));
    }
    let taken = tx.all(query).await?;
    if taken.len() == counts.len() {
        return Ok(true);
    }
    let undo: Result<Vec<i64>> = taken.iter().map(|row| row.int("starts_at")).collect();
    let undo = undo?
        .into_iter()
        .filter_map(|at| Some(((office_id.to_owned(), at), *counts.get(&at)?)))
        .collect();
    subtract(tx, &undo).await?;
    Ok(false)
}

/// Gives back the ticks of a reservation that was just set to released. What is given back in a closed tick goes to
/// nobody: its capacity sinks too.
pub(super) async fn give_back(tx: &mut Tx, reservation: &Reservation) -> Result<()> {
    let from = micros(reservation.starts_at);
    let to = from + i64::from(reservation.ticks) * TICK_MICROS;
    let query = locking!(
        tx,
        "WITH given AS (SELECT starts_at FROM slot_tick WHERE office_id = $1 AND starts_at >= $2
            AND starts_at < $3 ORDER BY starts_at",
        "FOR UPDATE",
        ") UPDATE slot_tick SET taken = taken - 1, capacity = capacity - closed
        WHERE office_id = $1 AND starts_at IN (SELECT starts_at FROM given)"
    );
    let changed = tx
        .run(query.bind(reservation.office_id.clone()).bind(from).bind(to))
        .await?;
    if changed == u64::from(reservation.ticks) {
        Ok(())
    } else {
        Err(StoreError::corrupt(format!(
            "{changed} ticks of {} given back",
            reservation.ticks
        )))
    }
}

/// Locks ticks in ascending order, those that are not there yet left out. SQLite needs none of it.
pub(super) async fn lock(tx: &mut Tx, keys: impl Iterator<Item = &TickKey>) -> Result<()> {
    if tx.dialect() == Dialect::Sqlite {
        return Ok(());
    }
    let keys: Vec<&TickKey> = keys.collect();
    let pairs: Vec<String> = (0..keys.len())
        .map(|n| format!("({})", placeholders(1 + 2 * n, 2)))
        .collect();
    let mut query = built(format!(
        "SELECT starts_at FROM slot_tick WHERE (office_id, starts_at) IN ({})
        ORDER BY office_id COLLATE \"C\", starts_at FOR UPDATE",
        pairs.join(", ")
    ));
    for (office, at) in keys {
        query = query.bind(office.clone()).bind(*at);
    }
    tx.all(query).await.map(|_| ())
}

/// Takes off so many places of each tick. The caller has locked them.
pub(super) async fn subtract(tx: &mut Tx, deltas: &BTreeMap<TickKey, i64>) -> Result<()> {
    if deltas.is_empty() {
        return Ok(());
    }
    let rows: Vec<String> = (0..deltas.len())
        .map(|n| format!("({})", placeholders(1 + 3 * n, 3)))
        .collect();
    let mut query = built(format!(
        "WITH delta (office_id, starts_at, n) AS (VALUES {})
        UPDATE slot_tick SET taken = slot_tick.taken - delta.n,
            capacity = slot_tick.capacity - slot_tick.closed * delta.n FROM delta
        WHERE slot_tick.office_id = delta.office_id AND slot_tick.starts_at = delta.starts_at",
        rows.join(", ")
    ));
    for ((office, at), n) in deltas {
        query = query.bind(office.clone()).bind(*at).bind(*n);
    }
    let changed = tx.run(query).await?;
    if usize::try_from(changed) == Ok(deltas.len()) {
        Ok(())
    } else {
        Err(StoreError::corrupt(format!(
            "{changed} ticks of {} given back",
            deltas.len()
        )))
    }
}

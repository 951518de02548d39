//! Taking and giving back the ticks of a reservation.

use super::{
    Reservation,
    way::{Channel, Way, assisted},
};
use crate::{
    TICK_MICROS,
    error::{Result, StoreError},
    row::micros,
    tx::{Dialect, Tx, built, locking, placeholders},
};
use std::collections::BTreeMap;

/// Office and begin of a tick, in the order in which ticks are locked.
pub(super) type TickKey = (String, i64);

/// What a tick gets back.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Delta {
    /// Places.
    taken: i64,
    /// Of these, taken by staff.
    assisted: i64,
}

impl Delta {
    /// Counts `n` more places of a channel.
    pub(super) fn add(&mut self, channel: Channel, n: i64) {
        self.taken += n;
        self.assisted += n * assisted(channel);
    }

    fn of(channel: Channel, n: i64) -> Self {
        let mut delta = Self::default();
        delta.add(channel, n);
        delta
    }
}

/// Takes one place in each of `capacities.len()` ticks from `starts_at` on. The rows are made, or counted up
/// while there is room, in ascending order by one statement. False: some tick is full for this way, and nothing is
/// taken.
pub(super) async fn take(
    tx: &mut Tx,
    office_id: &str,
    starts_at: i64,
    capacities: &[u16],
    way: &Way<'_>,
) -> Result<bool> {
    let ones = vec![1; capacities.len()];
    // There are few lengths of visits, so this text is worth keeping prepared.
    count_up(tx, office_id, starts_at, capacities, &ones, way, true).await
}

/// Takes `wanted[n]` places, one or more, in each of the ticks from `starts_at` on, as [`take`] does with one.
pub(super) async fn take_many(
    tx: &mut Tx,
    office_id: &str,
    starts_at: i64,
    capacities: &[u16],
    wanted: &[u16],
    way: &Way<'_>,
) -> Result<bool> {
    count_up(tx, office_id, starts_at, capacities, wanted, way, false).await
}

async fn count_up(
    tx: &mut Tx,
    office_id: &str,
    starts_at: i64,
    capacities: &[u16],
    wanted: &[u16],
    way: &Way<'_>,
    keep_prepared: bool,
) -> Result<bool> {
    let wish: Vec<(u16, u16)> = capacities.iter().copied().zip(wanted.iter().copied()).collect();
    let leaves = |nth| way.leaves(nth);
    // A row that breaks the rule of the table would be refused loudly, also where there is one already. And what the
    // statement asks of a row that is there is asked here of one that is not.
    let fits = |(nth, (capacity, wanted)): (usize, &(u16, u16))| {
        *wanted > 0 && wanted.saturating_add(leaves(nth)) <= *capacity
    };
    if wish.is_empty() || !wish.iter().enumerate().all(fits) {
        return Ok(false);
    }
    let leaving = (0..wish.len()).any(|nth| leaves(nth) > 0);
    let by_staff = assisted(way.channel) > 0;
    let text = statement(wish.len(), leaving, by_staff);
    let mut query = built(text).persistent(keep_prepared).bind(office_id.to_owned());
    let ticks = (starts_at..).step_by(TICK_MICROS as usize).zip(wish);
    let mut counts = BTreeMap::new();
    for (nth, (at, (capacity, wanted))) in ticks.enumerate() {
        query = query.bind(at).bind(i64::from(capacity)).bind(i64::from(wanted));
        if leaving {
            query = query.bind(i64::from(leaves(nth)));
        }
        counts.insert(at, i64::from(wanted));
    }
    let taken = tx.all(query).await?;
    if taken.len() == counts.len() {
        return Ok(true);
    }
    let undo: Result<Vec<i64>> = taken.iter().map(|row| row.int("starts_at")).collect();
    let give_back = |at| {
        let delta = Delta::of(way.channel, *counts.get(&at)?);
        Some(((office_id.to_owned(), at), delta))
    };
    let undo = undo?.into_iter().filter_map(give_back).collect();
    subtract(tx, &undo).await?;
    Ok(false)
}

/// The guarded count of so many ticks: `$1` the office; then for each tick its begin, capacity, places wanted, and, where
/// some are left alone, how many.
fn statement(ticks: usize, leaving: bool, by_staff: bool) -> String {
    let each = if leaving { 4 } else { 3 };
    let nth = |n: usize| 2 + each * n;
    let row = |n: usize| {
        let (at, wanted) = (nth(n), nth(n) + 2);
        let assisted = if by_staff {
            format!("${wanted}")
        } else {
            "0".to_owned()
        };
        format!("($1, {}, {assisted})", placeholders(at, 3))
    };
    let rows: Vec<String> = (0..ticks).map(row).collect();
    // What staff have taken of the kept places need not be left alone any more.
    let left_alone = if leaving {
        let kept: String = (0..ticks)
            .map(|n| format!(" WHEN ${} THEN ${}", nth(n), nth(n) + 3))
            .collect();
        let kept = format!("CASE slot_tick.starts_at{kept} ELSE 0 END - slot_tick.assisted");
        format!(" + CASE WHEN {kept} > 0 THEN {kept} ELSE 0 END")
    } else {
        String::new()
    };
    format!(
        "INSERT INTO slot_tick (office_id, starts_at, capacity, taken, assisted) VALUES {}
        ON CONFLICT (office_id, starts_at) DO UPDATE SET taken = slot_tick.taken + excluded.taken,
            assisted = slot_tick.assisted + excluded.assisted
        WHERE slot_tick.taken + excluded.taken{left_alone} <= slot_tick.capacity RETURNING starts_at",
        rows.join(", ")
    )
}

/// Gives back the ticks of a reservation that was just set to released. What is given back in a closed tick, or in one
/// with more taken than its office's plan has, goes to nobody: its capacity sinks too.
pub(super) async fn give_back(tx: &mut Tx, reservation: &Reservation) -> Result<()> {
    let from = micros(reservation.starts_at);
    let to = from + i64::from(reservation.ticks) * TICK_MICROS;
    let query = locking!(
        tx,
        "WITH given AS (SELECT starts_at FROM slot_tick WHERE office_id = $1 AND starts_at >= $2
            AND starts_at < $3 ORDER BY starts_at",
        "FOR UPDATE",
        ") UPDATE slot_tick SET taken = taken - 1, assisted = assisted - $4,
            capacity = capacity - CASE WHEN closed = 1 OR excess > 0 THEN 1 ELSE 0 END,
            excess = excess - CASE WHEN excess > 0 THEN 1 ELSE 0 END
        WHERE office_id = $1 AND starts_at IN (SELECT starts_at FROM given)"
    );
    let changed = tx
        .run(
            query
                .bind(reservation.office_id.clone())
                .bind(from)
                .bind(to)
                .bind(assisted(reservation.channel)),
        )
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
pub(super) async fn subtract(tx: &mut Tx, deltas: &BTreeMap<TickKey, Delta>) -> Result<()> {
    if deltas.is_empty() {
        return Ok(());
    }
    let rows: Vec<String> = (0..deltas.len())
        .map(|n| format!("({})", placeholders(1 + 4 * n, 4)))
        .collect();
    let mut query = built(format!(
        "WITH delta (office_id, starts_at, n, assisted) AS (VALUES {})
        UPDATE slot_tick SET taken = slot_tick.taken - delta.n, assisted = slot_tick.assisted - delta.assisted,
            capacity = slot_tick.capacity - CASE WHEN slot_tick.closed = 1 OR slot_tick.excess > delta.n THEN delta.n
                ELSE slot_tick.excess END,
            excess = slot_tick.excess - CASE WHEN slot_tick.excess > delta.n THEN delta.n
                ELSE slot_tick.excess END FROM delta
        WHERE slot_tick.office_id = delta.office_id AND slot_tick.starts_at = delta.starts_at",
        rows.join(", ")
    ));
    for ((office, at), delta) in deltas {
        query = query
            .bind(office.clone())
            .bind(*at)
            .bind(delta.taken)
            .bind(delta.assisted);
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

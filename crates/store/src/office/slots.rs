//! Ten-minute ticks of an office that somebody has wanted at least once. What was never wanted has no row:
//! there the office's plan is the truth.

use crate::{
    TICK_MICROS,
    error::{Result, StoreError},
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A touched tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// When it begins.
    pub starts_at: Timestamp,
    /// Places in it; wins over the plan.
    pub capacity: u16,
    /// Places held or booked, at most `capacity`.
    pub taken: u16,
    /// Of those taken, by staff for people who phone or come to the desk.
    pub assisted: u16,
}

impl Tick {
    /// Places left.
    pub fn free(&self) -> u16 {
        self.capacity.saturating_sub(self.taken)
    }
}

/// The touched ticks of an office from `from` to before `to`, in order. Holds that have lapsed by `now` are
/// not counted as taken, though nobody has tidied them up yet.
///
/// Both lists come packed into one row: a month of ticks is over a thousand, and a driver's row costs far more
/// than four numbers.
///
/// # Errors
/// Where the database fails.
pub async fn touched(
    tx: &mut Tx,
    office_id: &str,
    from: Timestamp,
    to: Timestamp,
    now: Timestamp,
) -> Result<Vec<Tick>> {
    let query = sql("SELECT
        (SELECT string_agg(CAST(starts_at AS TEXT) || ' ' || CAST(capacity AS TEXT) || ' '
                || CAST(taken AS TEXT) || ' ' || CAST(assisted AS TEXT), ' ')
            FROM slot_tick WHERE office_id = $1 AND starts_at >= $2 AND starts_at < $3) AS ticks,
        (SELECT string_agg(CAST(starts_at AS TEXT) || ' ' || CAST(ticks AS TEXT) || ' '
                || CASE channel WHEN 'assisted' THEN '1' ELSE '0' END, ' ')
            FROM reservation WHERE office_id = $1 AND state = 'held' AND expires_at <= $4) AS lapsed");
    let query = query
        .bind(office_id.to_owned())
        .bind(micros(from))
        .bind(micros(to))
        .bind(micros(now));
    let Some(row) = tx.one(query).await? else {
        return Ok(Vec::new());
    };
    let mut ticks: Vec<[i64; 4]> = numbers(row.opt_text("ticks")?)?;
    ticks.sort_unstable();
    for [starts_at, length, by_staff] in numbers(row.opt_text("lapsed")?)? {
        let end = starts_at.saturating_add(length.saturating_mul(TICK_MICROS));
        let first = ticks.partition_point(|[at, ..]| *at < starts_at);
        for [_, _, taken, assisted] in ticks.iter_mut().skip(first).take_while(|[at, ..]| *at < end) {
            *taken -= 1;
            *assisted -= by_staff;
        }
    }
    ticks.into_iter().map(tick).collect()
}

/// A list of `N` whole numbers each, all separated by blanks.
fn numbers<const N: usize>(packed: Option<String>) -> Result<Vec<[i64; N]>> {
    let packed = packed.unwrap_or_default();
    let mut words = packed.split_ascii_whitespace();
    let mut list = Vec::with_capacity(packed.len() / (8 * N));
    while let Some(first) = words.next() {
        let mut entry = [0; N];
        for (n, place) in entry.iter_mut().enumerate() {
            let word = if n == 0 { Some(first) } else { words.next() };
            *place = word.and_then(|word| word.parse().ok()).ok_or_else(wrong)?;
        }
        list.push(entry);
    }
    Ok(list)
}

fn tick([starts_at, capacity, taken, assisted]: [i64; 4]) -> Result<Tick> {
    Ok(Tick {
        starts_at: Timestamp::from_microsecond(starts_at).map_err(|_| wrong())?,
        capacity: u16::try_from(capacity).map_err(|_| wrong())?,
        taken: u16::try_from(taken).map_err(|_| wrong())?,
        assisted: u16::try_from(assisted).map_err(|_| wrong())?,
    })
}

fn wrong() -> StoreError {
    StoreError::corrupt("a tick")
}

/// Outcome of [`set_capacity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CapacitySet {
    /// Done.
    Done,
    /// More places than that are already taken; nothing was changed.
    BelowTaken,
}

/// Gives a tick another capacity than the plan's, e.g. when an officer is ill.
///
/// # Errors
/// Where the database fails.
pub async fn set_capacity(
    tx: &mut Tx,
    office_id: &str,
    starts_at: Timestamp,
    capacity: u16,
) -> Result<CapacitySet> {
    let query = sql(
        "INSERT INTO slot_tick (office_id, starts_at, capacity, taken) VALUES ($1, $2, $3, 0)
        ON CONFLICT (office_id, starts_at) DO UPDATE SET capacity = excluded.capacity
        WHERE slot_tick.taken <= excluded.capacity",
    );
    let changed = tx
        .run(
            query
                .bind(office_id.to_owned())
                .bind(micros(starts_at))
                .bind(i64::from(capacity)),
        )
        .await?;
    Ok(if changed == 1 {
        CapacitySet::Done
    } else {
        CapacitySet::BelowTaken
    })
}

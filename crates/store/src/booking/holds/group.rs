//! Places held for a family: all of them or none, under one token, lapsing together.
//!
//! Locks are taken in the order of every hold: reservations by id, then ticks by time.

use super::{Moved, Reservation, ReservationState, Way, expire, read, release_booked, ticks};
use crate::{
    TICK_MICROS,
    error::{Result, StoreError},
    row::{Row, micros},
    tx::{Tx, built, locking, placeholders, sql},
};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// A wanted window for a family.
#[derive(Clone, Debug)]
pub struct NewGroup<'a> {
    /// SHA-256 of the family's fresh token, hexadecimal.
    pub household_id: &'a str,
    /// The office.
    pub office_id: &'a str,
    /// Begin of the window; a multiple of ten minutes.
    pub starts_at: Timestamp,
    /// Places of each tick of the window, as the office's plan or the tick itself has them.
    pub capacities: &'a [u16],
    /// Everybody's part of it.
    pub visits: &'a [GroupVisit<'a>],
    /// When the holds lapse.
    pub expires_at: Timestamp,
    /// Keyed hash of where the request came from.
    pub source_hash: &'a str,
    /// The time by the server's clock.
    pub now: Timestamp,
}

/// One member's part of a window.
#[derive(Clone, Debug)]
pub struct GroupVisit<'a> {
    /// Id of the reservation, 64 hexadecimal digits.
    pub id: String,
    /// Its first tick, counted from the window's.
    pub first: u8,
    /// Its length in ticks.
    pub ticks: u8,
    /// The domain's `Service` as a word.
    pub service: &'a str,
    /// The domain's `AgeGroup` as a word.
    pub age_group: &'a str,
}

/// Keeps a window for a family where no places are kept for others: see [`create_group_by`].
///
/// # Errors
/// Where the database fails.
pub async fn create_group(tx: &mut Tx, group: &NewGroup<'_>) -> Result<Option<Vec<Reservation>>> {
    create_group_by(tx, group, &Way::PLAIN).await
}

/// Keeps a window for a family; `None`: some tick has not room for all who need it, and nothing was taken. The
/// transaction is still good then.
///
/// # Errors
/// Where the database fails.
pub async fn create_group_by(
    tx: &mut Tx,
    group: &NewGroup<'_>,
    way: &Way<'_>,
) -> Result<Option<Vec<Reservation>>> {
    let starts_at = micros(group.starts_at);
    let mut wanted = vec![0_u16; group.capacities.len()];
    for visit in group.visits {
        let first = usize::from(visit.first);
        let span = wanted.get_mut(first..first + usize::from(visit.ticks));
        let span = span.ok_or_else(|| StoreError::corrupt("a visit outside its window"))?;
        span.iter_mut().for_each(|wanted| *wanted += 1);
    }
    expire::before_taking(
        tx,
        group.office_id,
        micros(group.now),
        starts_at,
        group.capacities,
    )
    .await?;
    if !ticks::take_many(tx, group.office_id, starts_at, group.capacities, &wanted, way).await? {
        return Ok(None);
    }
    let places: Vec<Reservation> = group
        .visits
        .iter()
        .map(|visit| place(group, visit, way))
        .collect();
    insert(tx, group.household_id, &places).await?;
    Ok(Some(places))
}

fn place(group: &NewGroup<'_>, visit: &GroupVisit<'_>, way: &Way<'_>) -> Reservation {
    let offset = jiff::SignedDuration::from_micros(TICK_MICROS * i64::from(visit.first));
    Reservation {
        id: visit.id.clone(),
        office_id: group.office_id.to_owned(),
        starts_at: group.starts_at.saturating_add(offset).unwrap_or(group.starts_at),
        ticks: visit.ticks,
        service: visit.service.to_owned(),
        age_group: visit.age_group.to_owned(),
        state: ReservationState::Held,
        expires_at: Some(group.expires_at),
        extensions: 0,
        source_hash: group.source_hash.to_owned(),
        created_at: group.now,
        channel: way.channel,
    }
}

const COLUMNS: usize = 11;

async fn insert(tx: &mut Tx, household_id: &str, places: &[Reservation]) -> Result<()> {
    let rows: Vec<String> = (0..places.len())
        .map(|n| format!("('held', 0, {})", placeholders(1 + COLUMNS * n, COLUMNS)))
        .collect();
    let mut query = built(format!(
        "INSERT INTO reservation (state, extensions, id, office_id, starts_at, ticks, service, age_group,
        expires_at, source_hash, created_at, household_id, channel) VALUES {}",
        rows.join(", ")
    ));
    for place in places {
        query = query
            .bind(place.id.clone())
            .bind(place.office_id.clone())
            .bind(micros(place.starts_at))
            .bind(i64::from(place.ticks))
            .bind(place.service.clone())
            .bind(place.age_group.clone())
            .bind(place.expires_at.map(micros))
            .bind(place.source_hash.clone())
            .bind(micros(place.created_at))
            .bind(household_id.to_owned())
            .bind(place.channel.as_str());
    }
    tx.run(query).await.map(|_| ())
}

/// Every place that was held under a family's token, whatever became of it, in no particular order.
///
/// # Errors
/// Where the database fails.
pub async fn of_household(tx: &mut Tx, household_id: &str) -> Result<Vec<Reservation>> {
    let query = sql("SELECT * FROM reservation WHERE household_id = $1");
    read_all(&tx.all(query.bind(household_id.to_owned())).await?)
}

/// Under which family's token each of these reservations was held; those of one person alone are left out.
///
/// # Errors
/// Where the database fails.
pub async fn households(tx: &mut Tx, ids: &[&str]) -> Result<BTreeMap<String, String>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut query = built(format!(
        "SELECT id, household_id FROM reservation WHERE household_id IS NOT NULL AND id IN ({})",
        placeholders(1, ids.len())
    ));
    for id in ids {
        query = query.bind((*id).to_owned());
    }
    let pair = |row: &Row| Ok((row.text("id")?, row.text("household_id")?));
    tx.all(query).await?.iter().map(pair).collect()
}

/// Lets all of a family's holds last until `expires_at`, at most `most` times; gives those that now do. Where they
/// are fewer than the family, drop the transaction.
///
/// # Errors
/// Where the database fails.
pub async fn extend_group(
    tx: &mut Tx,
    household_id: &str,
    now: Timestamp,
    expires_at: Timestamp,
    most: u8,
) -> Result<Vec<Reservation>> {
    let query = locking!(
        tx,
        "WITH mine AS (SELECT id FROM reservation WHERE household_id = $1 AND state = 'held' AND expires_at > $2
            AND extensions < $4 ORDER BY id",
        "FOR UPDATE",
        ") UPDATE reservation SET expires_at = $3, extensions = extensions + 1
        WHERE id IN (SELECT id FROM mine) AND state = 'held' AND expires_at > $2 AND extensions < $4 RETURNING *"
    );
    let query = query
        .bind(household_id.to_owned())
        .bind(micros(now))
        .bind(micros(expires_at))
        .bind(i64::from(most));
    read_all(&tx.all(query).await?)
}

/// Turns all of a family's holds into booked places; gives those that now are. Where they are fewer than the family,
/// drop the transaction: some had lapsed.
///
/// # Errors
/// Where the database fails.
pub async fn book_group(tx: &mut Tx, household_id: &str, now: Timestamp) -> Result<Vec<Reservation>> {
    let query = locking!(
        tx,
        "WITH mine AS (SELECT id FROM reservation WHERE household_id = $1 AND state = 'held' AND expires_at > $2
            ORDER BY id",
        "FOR UPDATE",
        ") UPDATE reservation SET state = 'booked', expires_at = NULL
        WHERE id IN (SELECT id FROM mine) AND state = 'held' AND expires_at > $2 RETURNING *"
    );
    let query = query.bind(household_id.to_owned()).bind(micros(now));
    read_all(&tx.all(query).await?)
}

/// Books all that a family holds and gives as many booked places back. The caller has locked all of them, see
/// [`super::lock_places`].
///
/// # Errors
/// Where the database fails.
pub async fn move_group(
    tx: &mut Tx,
    booked: &[&str],
    household_id: &str,
    now: Timestamp,
) -> Result<Moved<Vec<Reservation>>> {
    let places = book_group(tx, household_id, now).await?;
    if places.is_empty() || places.len() != booked.len() {
        return Ok(Moved::NotHeld);
    }
    for id in booked {
        if !release_booked(tx, id).await? {
            return Ok(Moved::NotBooked);
        }
    }
    Ok(Moved::To(places))
}

/// Gives all places back that a family still holds; returns how many. Booked ones stay.
///
/// # Errors
/// Where the database fails.
pub async fn release_group(tx: &mut Tx, household_id: &str) -> Result<usize> {
    let query = locking!(
        tx,
        "WITH mine AS (SELECT id FROM reservation WHERE household_id = $1 AND state = 'held' ORDER BY id",
        "FOR UPDATE",
        ") UPDATE reservation SET state = 'released'
        WHERE id IN (SELECT id FROM mine) AND state = 'held' RETURNING *"
    );
    let released = tx.all(query.bind(household_id.to_owned())).await?;
    let deltas = expire::deltas(&released)?;
    if !deltas.is_empty() {
        ticks::lock(tx, deltas.keys()).await?;
        ticks::subtract(tx, &deltas).await?;
    }
    Ok(released.len())
}

fn read_all(rows: &[Row]) -> Result<Vec<Reservation>> {
    rows.iter().map(read).collect()
}

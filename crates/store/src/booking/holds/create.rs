//! Keeping a place.

use super::{Reservation, ReservationState, Way, expire, ticks};
use crate::{
    error::{Result, StoreError},
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// A wanted place.
#[derive(Clone, Debug)]
pub struct NewHold<'a> {
    /// SHA-256 of a fresh token, hexadecimal.
    pub id: &'a str,
    /// The office.
    pub office_id: &'a str,
    /// Begin of the first tick; a multiple of ten minutes.
    pub starts_at: Timestamp,
    /// Places that the office's plan gives to each tick of the visit; used where a tick was never wanted
    /// before. Its length is the length of the visit.
    pub capacities: &'a [u16],
    /// The domain's `Service` as a word.
    pub service: &'a str,
    /// The domain's `AgeGroup` as a word.
    pub age_group: &'a str,
    /// When the hold lapses.
    pub expires_at: Timestamp,
    /// Keyed hash of where the request came from.
    pub source_hash: &'a str,
    /// The time by the server's clock.
    pub now: Timestamp,
}

/// Outcome of [`create`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The place is kept.
    Held(Reservation),
    /// Some tick has no place left, or none but those kept for others; nothing was taken. The transaction is still good.
    Full,
}

/// Keeps a place where none are kept for others: see [`create_by`].
///
/// # Errors
/// Where the database fails.
pub async fn create(tx: &mut Tx, hold: &NewHold<'_>) -> Result<Taken> {
    create_by(tx, hold, &Way::PLAIN).await
}

/// Keeps a place, after the office's lapsed holds were given back. Three statements where no hold had lapsed.
///
/// # Errors
/// Where the database fails.
pub async fn create_by(tx: &mut Tx, hold: &NewHold<'_>, way: &Way<'_>) -> Result<Taken> {
    let ticks =
        u8::try_from(hold.capacities.len()).map_err(|_| StoreError::corrupt("a visit of so many ticks"))?;
    let starts_at = micros(hold.starts_at);
    expire::before_taking(tx, hold.office_id, micros(hold.now), starts_at, hold.capacities).await?;
    if !ticks::take(tx, hold.office_id, starts_at, hold.capacities, way).await? {
        return Ok(Taken::Full);
    }
    let reservation = Reservation {
        id: hold.id.to_owned(),
        office_id: hold.office_id.to_owned(),
        starts_at: hold.starts_at,
        ticks,
        service: hold.service.to_owned(),
        age_group: hold.age_group.to_owned(),
        state: ReservationState::Held,
        expires_at: Some(hold.expires_at),
        extensions: 0,
        source_hash: hold.source_hash.to_owned(),
        created_at: hold.now,
        channel: way.channel,
    };
    let query = sql(
        "INSERT INTO reservation (id, office_id, starts_at, ticks, service, age_group, state,
        expires_at, extensions, source_hash, created_at, channel)
        VALUES ($1, $2, $3, $4, $5, $6, 'held', $7, 0, $8, $9, $10)",
    );
    let query = query
        .bind(reservation.id.clone())
        .bind(reservation.office_id.clone())
        .bind(starts_at)
        .bind(i64::from(ticks))
        .bind(reservation.service.clone())
        .bind(reservation.age_group.clone())
        .bind(micros(hold.expires_at))
        .bind(reservation.source_hash.clone())
        .bind(micros(hold.now))
        .bind(way.channel.as_str());
    tx.run(query).await?;
    Ok(Taken::Held(reservation))
}

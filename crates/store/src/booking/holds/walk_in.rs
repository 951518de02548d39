//! Somebody who comes without an appointment: their visit has a time, and takes no place that others could have booked.

use super::{Channel, Reservation, ReservationState};
use crate::{
    TICK_MICROS,
    error::Result,
    row::micros,
    tx::{Tx, sql},
};
use jiff::Timestamp;

/// What stands where else is where a hold came from.
pub(crate) const SOURCE: &str = "walk_in";

/// What is known of a visit that begins now.
#[derive(Clone, Debug)]
pub struct WalkIn<'a> {
    /// A new id.
    pub id: String,
    /// The office.
    pub office_id: &'a str,
    /// How long it is planned to take, in ticks.
    pub ticks: u8,
    /// The domain's `Service` as a word.
    pub service: &'a str,
    /// The domain's `AgeGroup` as a word.
    pub age_group: &'a str,
    /// When it begins; told by the tick it falls into.
    pub now: Timestamp,
}

/// Stores its time.
///
/// # Errors
/// Where the database fails.
pub async fn walk_in(tx: &mut Tx, visit: WalkIn<'_>) -> Result<Reservation> {
    let tick = micros(visit.now).div_euclid(TICK_MICROS) * TICK_MICROS;
    let reservation = Reservation {
        id: visit.id,
        office_id: visit.office_id.to_owned(),
        starts_at: Timestamp::from_microsecond(tick).unwrap_or(visit.now),
        ticks: visit.ticks,
        service: visit.service.to_owned(),
        age_group: visit.age_group.to_owned(),
        state: ReservationState::Released,
        expires_at: None,
        extensions: 0,
        source_hash: SOURCE.to_owned(),
        created_at: visit.now,
        channel: Channel::Assisted,
    };
    let query = sql(
        "INSERT INTO reservation (id, office_id, starts_at, ticks, service, age_group, state, extensions,
            source_hash, created_at, channel)
        VALUES ($1, $2, $3, $4, $5, $6, 'released', 0, $7, $8, $9)",
    );
    let r = reservation.clone();
    let query = query
        .bind(r.id)
        .bind(r.office_id)
        .bind(micros(r.starts_at))
        .bind(i64::from(r.ticks))
        .bind(r.service)
        .bind(r.age_group)
        .bind(r.source_hash)
        .bind(micros(r.created_at))
        .bind(r.channel.as_str());
    tx.run(query).await?;
    Ok(reservation)
}

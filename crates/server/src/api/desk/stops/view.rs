//! A stop as its office sees it.

use crate::problem::ApiError;
use eid_domain::{
    booking::{AgeGroup, Service},
    campaign::{StopKind, StopState},
    capacity::{TICK_MINUTES, ticks_for},
    office::{Office, Session},
    wire::stops::Stop,
};
use eid_store::{Tx, appointments, stops};
use jiff::{Timestamp, civil::Time};

/// With how many people come.
///
/// # Errors
/// When the database is out of reach or holds what is none of ours.
pub async fn of(tx: &mut Tx, row: &stops::Stop) -> Result<Stop, ApiError> {
    let office: Office = serde_json::from_str(&row.data)?;
    let (from, to) = day(row);
    let booked = appointments::at_office(tx, &row.id, from, to).await?.len();
    let wrong = || ApiError::internal("stop", &row.kind);
    let sessions = office.hours.weekdays().to_vec();
    Ok(Stop {
        id: row.id.clone(),
        kind: StopKind::parse(&row.kind).ok_or_else(wrong)?,
        state: StopState::parse(row.state.as_str()).ok_or_else(wrong)?,
        name: office.name.vi.clone(),
        address: office.address_line(),
        date: row.date,
        stations: office.stations,
        is_public: row.is_public,
        booked: u32::try_from(booked).unwrap_or(u32::MAX),
        places: places(&sessions, office.stations),
        sessions,
    })
}

/// From its first moment to the first one after it.
#[must_use]
pub fn day(row: &stops::Stop) -> (Timestamp, Timestamp) {
    let begins = row.date.to_datetime(Time::midnight());
    (eid_domain::calendar::office_timestamp(begins), row.ends_at)
}

fn places(sessions: &[Session], stations: u8) -> u32 {
    let ticks = ticks_for(Service::Card, AgeGroup::From14To59);
    let visit = i64::from(TICK_MINUTES) * i64::from(ticks);
    let rows: i64 = sessions
        .iter()
        .map(|session| session.from().duration_until(session.to()).as_mins() / visit)
        .sum();
    u32::try_from(rows).unwrap_or(0) * u32::from(stations)
}

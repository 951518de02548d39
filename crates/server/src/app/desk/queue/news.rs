//! Whether anything has happened to the dossiers of an office: also what people, the ministry and the clock do, who lock no line.

use crate::problem::ApiError;
use eid_domain::{
    calendar::{office_now, office_timestamp},
    dossier::State,
};
use eid_store::Tx;
use jiff::{SignedDuration, Timestamp, civil::Time};

/// Questions are answered within days; older ones move no screen at once.
const ASKED_WITHIN: SignedDuration = SignedDuration::from_hours(24 * 90);

/// Another number after every step of a question or of data to be put right at any office, on every server of the database.
///
/// # Errors
/// When the database is out of reach.
pub async fn everywhere(tx: &mut Tx) -> Result<i64, ApiError> {
    Ok(eid_store::news::of_tickets(tx).await?)
}

/// Another number after every such change of today, on every server of the database. At midnight it may be another one too.
///
/// # Errors
/// When the database is out of reach.
pub async fn news(tx: &mut Tx, office_id: &str, now: Timestamp) -> Result<i64, ApiError> {
    let states: Vec<&str> = State::ALL.iter().map(|state| state.as_str()).collect();
    let today = office_timestamp(office_now(now).date().to_datetime(Time::midnight()));
    let asked = now.saturating_sub(ASKED_WITHIN).unwrap_or(Timestamp::MIN);
    Ok(eid_store::news::of_office(tx, office_id, &states, today, asked).await?)
}

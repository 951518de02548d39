//! `/api/offices`: where, and when there is room.

use super::{ApiError, Call};
use eid_domain::office::Office;
use eid_domain::wire::announcements::{OfficeNews, OfficesNews};
use eid_domain::wire::office_days::OfficesDays;
use eid_domain::wire::slots::{DaySlots, Days, SlotQuery};
use jiff::civil::Date;
use serde::Deserialize;

#[derive(Deserialize)]
struct Offices {
    offices: Vec<Office>,
}

/// Every intake point.
///
/// # Errors
/// [`ApiError`]
pub async fn list() -> Result<Vec<Office>, ApiError> {
    Ok(Call::get("/api/offices").send::<Offices>().await?.offices)
}

/// What offices say of themselves now.
///
/// # Errors
/// [`ApiError`]
pub async fn news() -> Result<Vec<OfficeNews>, ApiError> {
    Ok(Call::get("/api/offices/news").send::<OfficesNews>().await?.news)
}

/// The open days of an office and how much room each has.
///
/// # Errors
/// [`ApiError`]
pub async fn days(office_id: &str, query: SlotQuery) -> Result<Days, ApiError> {
    Call::get(format!("/api/offices/{office_id}/days?{}", text(query)))
        .send()
        .await
}

/// The open days of up to six offices.
///
/// # Errors
/// [`ApiError`]
pub async fn days_of_all(office_ids: &[&str], query: SlotQuery) -> Result<OfficesDays, ApiError> {
    let ids = office_ids.join(",");
    Call::get(format!("/api/offices/days?ids={ids}&{}", text(query)))
        .send()
        .await
}

/// The start times of a day.
///
/// # Errors
/// [`ApiError`]
pub async fn day(office_id: &str, date: Date, query: SlotQuery) -> Result<DaySlots, ApiError> {
    Call::get(format!("/api/offices/{office_id}/days/{date}?{}", text(query)))
        .send()
        .await
}

fn text(query: SlotQuery) -> String {
    format!(
        "service={}&age_group={}",
        query.service.as_str(),
        query.age_group.as_str()
    )
}

//! `GET /api/offices/{id}/days/{date}`.

use crate::{
    app::{
        assist::Helper,
        availability::{self, Asking},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path, query::Query},
};
use axum::extract::State;
use eid_domain::{
    booking::is_bookable,
    calendar::office_date,
    capacity::{is_released, minutes_for},
    wire::slots::{DaySlots, Slot, SlotQuery},
};
use jiff::civil::Date;

/// The start times of one day that can still be booked.
///
/// # Errors
/// `not_found` for an unknown office, or what is no date.
#[utoipa::path(get, path = "/api/offices/{id}/days/{date}", tag = "offices",
    params(("id" = String, Path), ("date" = String, Path), SlotQuery), responses((status = 200, body = DaySlots)))]
pub async fn slots(
    State(app): State<App>,
    Path((id, date)): Path<(String, Date)>,
    helper: Helper,
    Query(query): Query<SlotQuery>,
) -> Result<Json<DaySlots>, ApiError> {
    let office = app.catalog.office_of_path(&id)?;
    let now = app.now();
    let starts = if is_bookable(date, office_date(now)) && is_released(office.id.as_str(), date, now) {
        let channel = helper.channel_at(&office);
        let asking = Asking { channel, now };
        availability::of_day(&app, &mut app.store.peek().await?, &office, date, query, asking).await?
    } else {
        Vec::new()
    };
    let slots = starts
        .into_iter()
        .map(|slot| Slot {
            time: slot.start,
            free: slot.free,
        })
        .collect();
    Ok(Json(DaySlots {
        date,
        minutes: minutes_for(query.service, query.age_group),
        slots,
    }))
}

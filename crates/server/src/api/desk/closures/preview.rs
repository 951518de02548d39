//! `GET /api/desk/closures/preview`.

use super::{check_date, people, stretch};
use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::{json::Json, query::Query},
};
use axum::extract::State;
use eid_domain::{
    problem::Problem,
    wire::closures::{ClosurePreview, DayPart},
};
use eid_store::closures;
use jiff::civil::Date;
use serde::Deserialize;

/// Which day, and which part of it.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
pub struct PreviewQuery {
    /// ISO date.
    #[param(value_type = String)]
    pub date: Date,
    /// All of it, until noon, or from noon on.
    pub part: DayPart,
}

/// Whom it would concern to close that time. Nothing is changed.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`.
#[utoipa::path(get, path = "/api/desk/closures/preview", tag = "desk", params(PreviewQuery),
    security(("staff" = [])), responses((status = 200, body = ClosurePreview), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 422, body = Problem)))]
pub async fn preview(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<PreviewQuery>,
) -> Result<Json<ClosurePreview>, ApiError> {
    staff.need(Right::Close)?;
    check_date(&app, query.date)?;
    let (from, to) = stretch(query.date, query.part);
    let mut tx = app.store.read().await?;
    Ok(Json(ClosurePreview {
        people: people::booked(&mut tx, &staff.office_id, from, to).await?,
        holds: closures::count_held(&mut tx, &staff.office_id, from, to, app.now()).await?,
    }))
}

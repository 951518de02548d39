//! `GET /api/offices/{id}/days`.

use crate::{
    app::{
        assist::Helper,
        availability::{self, Asking},
    },
    problem::ApiError,
    state::App,
    web::{json, path::Path, query::Query},
};
use axum::{body::Bytes, extract::State, http::StatusCode, response::Response};
use eid_domain::wire::slots::{Days, SlotQuery};

/// The open days of an office within the horizon, with how many start times are free.
///
/// # Errors
/// `not_found` for an unknown office.
#[utoipa::path(get, path = "/api/offices/{id}/days", tag = "offices", params(("id" = String, Path), SlotQuery),
    responses((status = 200, body = Days)))]
pub async fn days(
    State(app): State<App>,
    Path(id): Path<String>,
    helper: Helper,
    Query(query): Query<SlotQuery>,
) -> Result<Response, ApiError> {
    let office = app.catalog.office_of_path(&id)?;
    let channel = helper.channel_at(&office);
    if let Some(body) = app.days.get(&office, query, channel) {
        return Ok(json::bytes(StatusCode::OK, body));
    }
    let now = app.now();
    let asking = Asking { channel, now };
    let days = availability::of_days(&app, &mut app.store.peek().await?, &office, query, asking).await?;
    let body = Bytes::from(serde_json::to_vec(&days)?);
    app.days.put(&office, query, channel, body.clone());
    Ok(json::bytes(StatusCode::OK, body))
}

//! `GET /api/desk/batches`.

use crate::{
    app::{
        batches,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::batches::BatchesView};
use eid_store::batches::{self as stored, requests};

const MOST: u32 = 50;

/// What waits to be exported at the own office, and its batches, newest first; who is no manager sees the arrived cards.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/batches", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = BatchesView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, staff: Staff) -> Result<Json<BatchesView>, ApiError> {
    staff.need(Right::Receive)?;
    let mut tx = app.store.read().await?;
    let manages = staff.may(Right::Batches);
    let mut shown = Vec::new();
    for batch in stored::of_office(&mut tx, &staff.office_id, MOST).await? {
        if staff.may(batches::right(batches::kind_of(&batch)?)) {
            shown.push(batches::seen(&mut tx, &batch).await?);
        }
    }
    Ok(Json(BatchesView {
        by_file: batches::by_file(&app, &mut tx).await?,
        to_send: if manages {
            requests::count_to_send(&mut tx, &staff.office_id).await?
        } else {
            0
        },
        demo: app.config.demo,
        batches: shown,
    }))
}

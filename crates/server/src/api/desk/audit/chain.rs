//! `GET /api/desk/audit/chain`.

use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::audit::ChainView};
use eid_store::audit::chain;

/// Where the chain ends, and what waits for it.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/audit/chain", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = ChainView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn chain(State(app): State<App>, staff: Staff) -> Result<Json<ChainView>, ApiError> {
    staff.need(Right::Audit)?;
    let mut tx = app.store.read().await?;
    let head = chain::head(&mut tx).await?;
    let (waiting, waiting_since) = chain::waiting(&mut tx).await?;
    Ok(Json(ChainView {
        sealed: head.sequence,
        hash: head.hash,
        waiting,
        waiting_since,
    }))
}

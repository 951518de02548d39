//! `GET /api/desk/helper-sessions/{id}`.

use crate::{
    app::{
        helpers,
        staff::{Onlooker, Right},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::helper::HelperGoesOn};

/// Whether it goes on: the page asks every few seconds and empties itself when it does not. No look, and it keeps no session
/// alive.
///
/// # Errors
/// `not_allowed`; `journey_expired`: over, somebody else's, or never there.
#[utoipa::path(get, path = "/api/desk/helper-sessions/{id}", tag = "desk", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = HelperGoesOn), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 410, body = Problem)))]
pub async fn read(
    State(app): State<App>,
    Onlooker(staff): Onlooker,
    Path(id): Path<String>,
) -> Result<Json<HelperGoesOn>, ApiError> {
    staff.need(Right::LookAlong)?;
    let mut tx = app.store.read().await?;
    let (_, ends_in_s) = helpers::open_of(&mut tx, &staff, &id, app.now()).await?;
    Ok(Json(HelperGoesOn { ends_in_s }))
}

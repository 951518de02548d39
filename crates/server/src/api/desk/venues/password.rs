//! `POST /api/desk/venues/{id}/password`.

use super::{known, note, spend};
use crate::{
    app::{
        staff::{Right, Staff},
        staff_admin,
    },
    problem::ApiError,
    state::App,
    web::{
        json::{Json, Nothing},
        once::Mutation,
        path::Path,
    },
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::staff_admin::OneTimePassword};
use eid_store::venues;

/// A password for a new place, or for one that has forgotten its own: it opens for three days, and another one is chosen
/// first. Whoever is signed in for it is not any more. Shown once; the answer is never kept for a repeat, which sets another.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/venues/{id}/password", tag = "desk", security(("staff" = [])),
    params(("id" = String, Path)), responses((status = 200, body = OneTimePassword), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn reset(
    State(app): State<App>,
    me: Staff,
    Path(id): Path<String>,
    _: Mutation<Nothing>,
) -> Result<Json<OneTimePassword>, ApiError> {
    me.need(Right::Venues)?;
    let now = app.now();
    let password = staff_admin::one_time_password(&app)?;
    let hash = app.passwords.hash(app.rng.as_ref(), &password).await?;
    let mut tx = app.store.begin().await?;
    let mut row = known(&mut tx, &id).await?;
    spend(&app, &mut tx, &me, now).await?;
    let until = staff_admin::one_time_until(now);
    row.password_hash = Some(hash);
    row.password_until = Some(until);
    venues::put(&mut tx, &row).await?;
    venues::end_sessions(&mut tx, &row.id, "").await?;
    note(&app, &mut tx, (&me, "venue.password_reset"), &row.id, now).await?;
    tx.commit().await?;
    Ok(Json(OneTimePassword { password, until }))
}

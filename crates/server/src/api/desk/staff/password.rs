//! `POST /api/desk/staff/{id}/password`.

use super::{note, other, spend};
use crate::{
    app::{
        staff::{Right, Staff},
        staff_admin::{self, Change},
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

/// A password for who has forgotten theirs: it opens the desk for three days, and whoever signs in with it chooses another
/// one first. Whoever is signed in under this name is not any more. Shown once; the answer is never kept for a repeat, which
/// sets another one.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `too_many_requests`; `state_conflict` for oneself.
#[utoipa::path(post, path = "/api/desk/staff/{id}/password", tag = "desk", security(("staff" = [])),
    params(("id" = String, Path)), responses((status = 200, body = OneTimePassword), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn reset(
    State(app): State<App>,
    me: Staff,
    Path(id): Path<String>,
    _: Mutation<Nothing>,
) -> Result<Json<OneTimePassword>, ApiError> {
    me.need(Right::Admit)?;
    let now = app.now();
    let password = staff_admin::one_time_password(&app)?;
    let hash = app.passwords.hash(app.rng.as_ref(), &password).await?;
    let mut tx = app.store.begin().await?;
    let mut row = other(&mut tx, &me, &id).await?;
    spend(&app, &mut tx, &me, now).await?;
    let until = staff_admin::one_time_until(now);
    let change = Change::OneTime(hash, until);
    let action = change.action();
    staff_admin::apply(&mut tx, &mut row, change).await?;
    note(&app, &mut tx, &me, action, &row.id, now).await?;
    tx.commit().await?;
    Ok(Json(OneTimePassword { password, until }))
}

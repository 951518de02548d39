//! `GET /api/account/children/{id}/card`.

use crate::{
    app::{children, citizens::Citizen},
    limits,
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::children::ChildCard};

/// What the child's account shows while there is consent. Each look is in the audit.
///
/// # Errors
/// `not_signed_in`; `no_match` for another's child and for none; `state_conflict` without consent, or where either account is
/// not in use; `too_many_requests`.
#[utoipa::path(get, path = "/api/account/children/{id}/card", tag = "account", params(("id" = String, Path)),
    security(("citizen" = [])), responses((status = 200, body = ChildCard), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem),
    (status = 429, body = Problem)))]
pub async fn card(
    State(app): State<App>,
    Path(id): Path<String>,
    citizen: Citizen,
) -> Result<Json<ChildCard>, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    let mut tx = app.store.begin().await?;
    let key = app.keys.blind("child card", &[&account.id]);
    limits::spend(&mut tx, &app.config.limits.child_card_subject, &key, now).await?;
    let seen = children::card(&app, &mut tx, account, &id, now).await?;
    tx.commit().await?;
    Ok(Json(seen))
}

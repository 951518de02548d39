//! `/api/dossiers/{reference}/links`: links that show the steps and nothing of the person.

use crate::{
    app::{
        audit::{self, Done},
        keys,
        owner::{Begun, Owner, nobody_else},
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::dossiers::{AccessScope, SHARED_DAYS, SharedLink},
};
use jiff::SignedDuration;

/// Makes one. Its key is shown once, and is good for thirty days.
///
/// # Errors
/// `no_match`, `not_allowed`, `too_many_requests`.
#[utoipa::path(post, path = "/api/dossiers/{reference}/links", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 201, body = SharedLink), (status = 403, body = Problem), (status = 404, body = Problem, description = "`no_match`"),
    (status = 429, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    owner: Owner,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (mut tx, dossier) = match owner
        .begin(&app, &once, Some(&app.config.limits.link_source), now)
        .await?
    {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    nobody_else()?;
    let days = i64::from(SHARED_DAYS);
    let link = SharedLink {
        key: keys::issue(&app, &mut tx, &dossier.id, AccessScope::Read, days, now).await?,
        expires_at: now + SignedDuration::from_hours(24 * days),
    };
    audit::note(&app, &mut tx, now, Done::by_owner(&dossier.id, "link.share")).await?;
    once.finish(tx, StatusCode::CREATED, &link).await
}

/// Ends all of them, and every look-up by code and birth date.
///
/// # Errors
/// `no_match`, `not_allowed`.
#[utoipa::path(delete, path = "/api/dossiers/{reference}/links", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 204), (status = 403, body = Problem), (status = 404, body = Problem, description = "`no_match`")))]
pub async fn delete(
    State(app): State<App>,
    owner: Owner,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (mut tx, dossier) = match owner.begin(&app, &once, None, now).await? {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    keys::end_shown(&mut tx, &dossier.id).await?;
    audit::note(&app, &mut tx, now, Done::by_owner(&dossier.id, "link.end")).await?;
    once.finish_empty(tx).await
}

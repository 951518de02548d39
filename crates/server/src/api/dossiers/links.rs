//! `/api/dossiers/{reference}/links`: links that show the steps and nothing of the person.

use crate::{
    app::{
        audit::{self, Done, Who},
        keys::{self, AccessKey},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
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
    Path(reference): Path<String>,
    source: Source,
    key: AccessKey,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.link_source, &source.0, now).await?;
    let dossier = keys::open_to_change(&mut tx, &reference, &key, now).await?;
    let days = i64::from(SHARED_DAYS);
    let link = SharedLink {
        key: keys::issue(&app, &mut tx, &dossier.id, AccessScope::Read, days, now).await?,
        expires_at: now + SignedDuration::from_hours(24 * days),
    };
    note(&app, &mut tx, now, &dossier.id, "link.share").await?;
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
    Path(reference): Path<String>,
    key: AccessKey,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let dossier = keys::open_to_change(&mut tx, &reference, &key, now).await?;
    keys::end_shown(&mut tx, &dossier.id).await?;
    note(&app, &mut tx, now, &dossier.id, "link.end").await?;
    once.finish_empty(tx).await
}

async fn note(
    app: &App,
    tx: &mut eid_store::Tx,
    now: jiff::Timestamp,
    dossier_id: &str,
    action: &str,
) -> Result<(), ApiError> {
    let done = Done {
        who: Who::Citizen(dossier_id),
        action,
        kind: "dossier",
        id: dossier_id,
        reason: None,
    };
    audit::note(app, tx, now, done).await
}

//! `/api/dossiers/{reference}/export` and `…/forget`: the same rights for who has a booking and no account.

use crate::{
    app::{
        audit::{self, Done},
        own_data::{self, About},
        owner::{Begun, Owner, nobody_else},
    },
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Once},
    },
};
use axum::{extract::State, response::Response};
use eid_domain::problem::{Problem, ProblemCode};
use eid_store::own_data as stored;

/// The dossier of a request, counted and noted.
async fn begin(app: &App, owner: &Owner, once: &Once, action: &str) -> Result<Begun, ApiError> {
    let now = app.now();
    let limit = &app.config.limits.own_data_source;
    match owner.begin(app, once, Some(limit), now).await? {
        Begun::First(mut tx, dossier) => {
            nobody_else()?;
            audit::note(app, &mut tx, now, Done::by_owner(&dossier.id, action)).await?;
            Ok(Begun::First(tx, dossier))
        }
        again @ Begun::Again(_) => Ok(again),
    }
}

/// Everything that is held about one dossier, as one file: what the account's file has of each dossier.
///
/// # Errors
/// `no_match`, `not_allowed` for a key that only reads, `too_many_requests`.
#[utoipa::path(post, path = "/api/dossiers/{reference}/export", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = serde_json::Value), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 429, body = Problem)))]
pub async fn export(
    State(app): State<App>,
    owner: Owner,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (tx, dossier) = match begin(&app, &owner, &once, "dossier.data_exported").await? {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    // The file is no answer that is kept: a repeat is a file of its own.
    once.forget(tx).await?;
    let about = About {
        account: None,
        dossiers: vec![dossier.id],
    };
    Ok(own_data::file(&app, about))
}

/// Forgets a dossier that came to nothing: its visit was cancelled or nobody came, and it was never received. Its key opens
/// nothing any more.
///
/// # Errors
/// `no_match`, `not_allowed` for a key that only reads, `too_many_requests`; `state_conflict` while it is open, and for
/// good once it was received: that is kept by law.
#[utoipa::path(post, path = "/api/dossiers/{reference}/forget", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 204), (status = 403, body = Problem), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem), (status = 429, body = Problem)))]
pub async fn forget(
    State(app): State<App>,
    owner: Owner,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (mut tx, dossier) = match begin(&app, &owner, &once, "dossier.forgotten").await? {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    if !stored::forget_dossier(&mut tx, &dossier.id).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    once.finish_empty(tx).await
}

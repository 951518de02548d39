//! `/api/dossiers/{reference}/mismatches`: a person tells of wrong data, before somebody finds it.

use crate::{
    app::{
        audit::{self, Done},
        mendings,
        owner::{Begun, Owner},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::tickets::{Mismatches, NewMismatch},
};

/// What is being put right, and whether something can be told.
///
/// # Errors
/// `no_match`: no such reference, or another's key; `not_allowed` for a key that only reads.
#[utoipa::path(get, path = "/api/dossiers/{reference}/mismatches", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = Mismatches), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`")))]
pub async fn read(State(app): State<App>, owner: Owner) -> Result<Json<Mismatches>, ApiError> {
    let (mut tx, dossier) = owner.look(&app).await?;
    Ok(Json(mendings::of_owner(&app, &mut tx, &dossier).await?))
}

/// Tells the office of the dossier, which sends it on to who can put it right.
///
/// # Errors
/// `no_match`, `not_allowed`; `invalid_fields` at `what`, `words`; `change_not_allowed`: one is open already, or it is too
/// late; `too_many_requests`.
#[utoipa::path(post, path = "/api/dossiers/{reference}/mismatches", tag = "tracking",
    params(("reference" = String, Path)), request_body = NewMismatch, security(("access_key" = [])), responses(
    (status = 201, body = Mismatches), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn tell(
    State(app): State<App>,
    owner: Owner,
    Mutation { body, once }: Mutation<NewMismatch>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (mut tx, dossier) = match owner
        .begin(&app, &once, Some(&app.config.limits.question_source), now)
        .await?
    {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    let words = body.parse()?;
    let may = mendings::of_owner(&app, &mut tx, &dossier).await?.may_tell;
    // The second of two that were sent at once finds the first in the database.
    let told = mendings::Told {
        what: &body.what,
        words,
        paper: None,
    };
    if !may || !mendings::tell(&app, &mut tx, &dossier, told, now).await? {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let done = Done::by_owner(&dossier.id, "mending.tell");
    audit::note(&app, &mut tx, now, done).await?;
    let seen = mendings::of_owner(&app, &mut tx, &dossier).await?;
    once.finish(tx, StatusCode::CREATED, &seen).await
}

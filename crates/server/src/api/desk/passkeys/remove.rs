//! `DELETE /api/desk/passkeys/{id}`.

use crate::{
    app::{
        audit::{self, Done, Who},
        staff::Staff,
    },
    config::SecondFactor,
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, response::Response};
use eid_domain::problem::{Problem, ProblemCode};
use eid_store::{factors, passkeys, sessions::SessionKind};

/// Takes one of one's own passkeys away: it opens nothing any more. Not the last second factor, where one is asked for.
///
/// # Errors
/// `not_signed_in`; `not_found` where it is none of one's own; `state_conflict`.
#[utoipa::path(delete, path = "/api/desk/passkeys/{id}", tag = "desk", security(("staff" = [])),
    params(("id" = String, Path)), responses((status = 204), (status = 401, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn remove(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (kind, now) = (SessionKind::Staff, app.now());
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    if !passkeys::remove(&mut tx, kind, &staff.id, &id).await? {
        return Err(ProblemCode::NotFound.into());
    }
    let left = passkeys::of_subject(&mut tx, kind, &staff.id).await?.len();
    let asked_for = app.config.second_factor == SecondFactor::Required;
    if asked_for && left == 0 && factors::of_staff(&mut tx, &staff.id).await?.is_none() {
        return Err(ProblemCode::StateConflict.into());
    }
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "staff.passkey_removed",
        kind: "staff",
        id: &staff.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    once.finish_empty(tx).await
}

//! `DELETE /api/bookings/{reference}/waiting`.

use super::view;
use crate::{
    app::{
        audit::{self, Done},
        owner::{Begun, Owner},
        waiting as queue_of,
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::waiting::WaitingView,
};
use eid_store::waiting::{self, EntryState};

/// Waits no more. Whose time the office has closed is not let go by this.
///
/// # Errors
/// `no_match`, `change_not_allowed`.
#[utoipa::path(delete, path = "/api/bookings/{reference}/waiting", tag = "waiting",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = WaitingView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`")))]
pub async fn withdraw(
    State(app): State<App>,
    owner: Owner,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (mut tx, dossier) = match owner.begin(&app, &once, None, now).await? {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    waiting::lock_visit(&mut tx, &dossier.id).await?;
    if queue_of::is_to_be_moved(queue_of::mark(&mut tx, &dossier.id).await?) {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    queue_of::end(&app, &mut tx, &dossier.id, EntryState::Withdrawn, now).await?;
    let done = Done::by_owner(&dossier.id, "waiting.leave");
    audit::note(&app, &mut tx, now, done).await?;
    let seen = view::of(&app, &mut tx, &dossier, true, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.wake.notify_one();
    answer
}

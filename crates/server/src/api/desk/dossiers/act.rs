//! `POST /api/desk/dossiers/{reference}/act`.

use crate::{
    app::{
        audit::{self, Done, Who},
        desk::{Case, Opened, REVEALED},
        keys,
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::acting::Acting,
};
use eid_store::sessions;
use jiff::Timestamp;

/// Lends a key to the person's own pages for half an hour: what they can do themselves can be done for them there, under
/// the same rules. Worth nothing without the session it was lent to. A reason to see the person's data comes first.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `too_many_requests`; `state_conflict` where no reason was given yet.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/act", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses(
    (status = 200, body = Acting), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn act(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Assist, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let (now, dossier_id) = (case.now, case.dossier.id.clone());
    let since = now.saturating_sub(REVEALED).unwrap_or(Timestamp::MIN);
    let given = sessions::revealed_for(&mut case.tx, &staff.session_hash, &dossier_id, since).await?;
    let reason = given.ok_or(ApiError::from(ProblemCode::StateConflict))?;
    limits::spend(&mut case.tx, &app.config.limits.assisted_staff, &staff.id, now).await?;
    let key = keys::lend(&app, &mut case.tx, &dossier_id, &staff, now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "dossier.act",
        kind: "dossier",
        id: &dossier_id,
        reason: Some(&reason),
    };
    audit::note(&app, &mut case.tx, now, done).await?;
    once.finish(case.tx, StatusCode::OK, &Acting { key }).await
}

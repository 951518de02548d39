//! `POST /api/desk/dossiers/{reference}/reveal`.

use crate::{
    app::{
        audit::{self, Done, Who},
        desk::{Case, Opened},
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::desk::{DeskDossier, Reveal},
};
use eid_store::sessions;

/// Shows the person's data for half an hour of this session. The reason, one of those of the role, goes into the audit, and is
/// told to the person.
///
/// # Errors
/// `not_allowed`, `invalid_fields`, `no_match`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/reveal", tag = "desk",
    params(("reference" = String, Path)), request_body = Reveal, security(("staff" = [])), responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn reveal(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<Reveal>,
) -> Result<Response, ApiError> {
    if !staff.role.look_reasons().contains(&body.reason) && staff.may(Right::Reveal) {
        return Err(ApiError::field("reason", FieldCode::ChoiceUnknown));
    }
    let mut case = match Case::open(&app, &once, &staff, Right::Reveal, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut case.tx, &app.config.limits.reveal_staff, &staff.id, case.now).await?;
    let reason = body.reason.as_str();
    let (session, dossier_id) = (&staff.session_hash, case.dossier.id.clone());
    sessions::reveal(&mut case.tx, session, &dossier_id, case.now, reason).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "dossier.reveal",
        kind: "dossier",
        id: &dossier_id,
        reason: Some(reason),
    };
    audit::note(&app, &mut case.tx, case.now, done).await?;
    case.answer(&app, &once, &staff).await
}

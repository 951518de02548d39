//! `POST /api/desk/dossiers/{reference}/account-phone`.

use crate::{
    app::{
        desk::{Case, Opened, REVEALED},
        new_phone,
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::{desk::DeskDossier, new_phone::ChangeAccountPhone},
};
use eid_store::sessions;
use jiff::Timestamp;

/// Gives the account of a dossier another phone, for who has lost the one until now and stands at the counter with the card.
/// The account is activated again with the new number, which proves it; both numbers are told, and either message locks. A
/// reason to see the person's data comes first.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `too_many_requests`; `invalid_fields`, also where another account has the
/// phone; `state_conflict` where no reason was given yet, or where the account is locked by others than its owner.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/account-phone", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), request_body = ChangeAccountPhone, responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn account_phone(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<ChangeAccountPhone>,
) -> Result<Response, ApiError> {
    staff.need(Right::Receive)?;
    let phone = body.parse()?;
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let since = case.now.saturating_sub(REVEALED).unwrap_or(Timestamp::MIN);
    if !sessions::is_revealed(&mut case.tx, &staff.session_hash, &case.dossier.id, since).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let limit = &app.config.limits.account_phone_staff;
    limits::spend(&mut case.tx, limit, &staff.id, case.now).await?;
    let to = (&phone, staff.id.as_str());
    new_phone::by_desk(&app, &mut case.tx, &mut case.dossier, to, case.now).await?;
    case.answer(&app, &once, &staff).await
}

//! `POST /api/desk/dossiers/{reference}/representatives/{id}/end`.

use crate::{
    app::{
        children::desk,
        desk::{Case, Opened},
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    problem::Problem,
    wire::children::{EndRepresentative, Represented},
};

/// Somebody does not represent the child any more: at once, with their consent. They are told why, and so are the others.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`; `no_match`, also where this child has no such one, or not any more.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/representatives/{id}/end", tag = "desk",
    params(("reference" = String, Path), ("id" = String, Path)), security(("staff" = [])),
    request_body = EndRepresentative, responses((status = 200, body = Represented), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn end(
    State(app): State<App>,
    staff: Staff,
    Path((reference, id)): Path<(String, String)>,
    Mutation { body, once }: Mutation<EndRepresentative>,
) -> Result<Response, ApiError> {
    staff.need(Right::Receive)?;
    let reason = body.parse()?;
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let by = (id.as_str(), reason, staff.id.as_str());
    desk::end(&app, &mut case.tx, &case.dossier, by, case.now).await?;
    super::answer(&app, case, &once, &staff).await
}

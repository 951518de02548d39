//! `POST /api/desk/dossiers/{reference}/representatives`.

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
    wire::children::{RecordRepresentative, Represented},
};

/// Records who stands at the counter with the child, has shown their own card and what makes them the representative. The
/// answer does not tell whether they have an account.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `invalid_fields`; `change_not_allowed` where the person is 14, or has two.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/representatives", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), request_body = RecordRepresentative, responses(
    (status = 200, body = Represented), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn record(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<RecordRepresentative>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let new = body.parse(&case.dossier.personal_number)?;
    let by = (new, staff.id.as_str());
    desk::record(&app, &mut case.tx, &case.dossier, by, case.now).await?;
    super::answer(&app, case, &once, &staff).await
}

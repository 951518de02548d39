//! `POST /api/desk/helper-sessions`.

use crate::{
    app::{
        codes,
        desk::masked_name,
        helpers,
        staff::{Right, Staff},
        view,
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use eid_domain::{
    problem::Problem,
    wire::helper::{EnterHelperCode, HelperOpened},
};

/// The code that the owner of an account has read out, with the end of their number. Good once, so the answer is never kept
/// for a repeat.
///
/// # Errors
/// `not_allowed`, `invalid_fields`, `code_wrong` with the tries left: wrong, used and lapsed are one answer; `locked_out`.
#[utoipa::path(post, path = "/api/desk/helper-sessions", tag = "desk", request_body = EnterHelperCode,
    security(("staff" = [])), responses((status = 201, body = HelperOpened), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 422, body = Problem), (status = 423, body = Problem)))]
pub async fn begin(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, .. }: Mutation<EnterHelperCode>,
) -> Result<Response, ApiError> {
    staff.need(Right::LookAlong)?;
    let (ends, code) = body.parse()?;
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let begun = helpers::begin(&app, &mut tx, &staff, (&ends, &code), now).await?;
    tx.commit().await?;
    let (open, account) = begun?;
    let ends_at = open.helper.map_or(now, |helper| helper.ends_at);
    let opened = HelperOpened {
        id: open.id,
        name_masked: masked_name(&account.full_name),
        number_masked: view::masked_number(&account.personal_number),
        ends_in_s: codes::seconds_until(ends_at, now),
    };
    Ok((StatusCode::CREATED, Json(opened)).into_response())
}

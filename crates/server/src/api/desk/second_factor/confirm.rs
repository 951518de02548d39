//! `POST /api/desk/second-factor/confirm`.

use crate::{
    api::desk::session::read,
    app::{
        audit::{self, Done, Who},
        second_factor::{self, Begun},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::second_factor::{GiveCode, RecoveryCodes, TypedCode},
};
use eid_store::{
    factors,
    sessions::{self, Proved, SessionKind},
};

/// The first code of the secret that was shown: from now on it is asked for. Everybody else who was signed in under this
/// name is not any more. Shows ten recovery codes, once; the answer is never kept for a repeat.
///
/// # Errors
/// `not_signed_in`; `state_conflict` where there is a second factor already; `journey_expired` where the secret was shown
/// too long ago; `invalid_fields`, `code_wrong`, `locked_out`.
#[utoipa::path(post, path = "/api/desk/second-factor/confirm", tag = "desk", request_body = GiveCode,
    security(("staff" = [])), responses((status = 200, body = RecoveryCodes), (status = 401, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"),
    (status = 410, body = Problem, description = "`journey_expired`"),
    (status = 422, body = Problem, description = "`code_wrong`, `invalid_fields`"),
    (status = 423, body = Problem, description = "`locked_out`")))]
pub async fn confirm(
    State(app): State<App>,
    begun: Begun,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<GiveCode>,
) -> Result<Response, ApiError> {
    let typed = TypedCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let (id, now) = (begun.row.id.as_str(), app.now());
    let mut tx = app.store.begin().await?;
    if factors::of_staff(&mut tx, id).await?.is_some() {
        return Err(ProblemCode::StateConflict.into());
    }
    second_factor::need_right_to_add(&mut tx, &begun).await?;
    let (mut tx, codes) = second_factor::end_enrolment(&app, tx, id, &typed, now).await?;
    let done = Done {
        who: Who::Staff(id),
        action: "staff.factor_enrolled",
        kind: "staff",
        id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    sessions::delete_of_subject(&mut tx, SessionKind::Staff, id).await?;
    let set = second_factor::finish_sign_in(&app, &mut tx, &headers, id, Proved::Password, now).await?;
    tx.commit().await?;
    let answer = RecoveryCodes {
        codes,
        staff: read::view_of(&begun.row)?,
    };
    let set = AppendHeaders(set.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok((set, Json(answer)).into_response())
}

//! `POST /api/desk/session/code`.

use super::read;
use crate::{
    app::{
        audit::{self, Done, Who},
        second_factor::{self, Given},
    },
    problem::ApiError,
    secret,
    state::App,
    web::{cookies, json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::second_factor::{GiveCode, SignInNext, StaffSignedIn, TypedCode},
};
use eid_store::{factors, sessions::Proved, staff};

/// The second step of signing in: a code of the phone, or a recovery code. Each opens once. The answer is never kept for a
/// repeat: it sets a cookie.
///
/// # Errors
/// `not_signed_in` where no password was given in the last ten minutes; `invalid_fields`, `code_wrong` with the tries left,
/// `locked_out`.
#[utoipa::path(post, path = "/api/desk/session/code", tag = "desk", request_body = GiveCode, responses(
    (status = 200, body = StaffSignedIn), (status = 401, body = Problem, description = "`not_signed_in`"),
    (status = 422, body = Problem, description = "`code_wrong`, `invalid_fields`"),
    (status = 423, body = Problem, description = "`locked_out`")))]
pub async fn code(
    State(app): State<App>,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<GiveCode>,
) -> Result<Response, ApiError> {
    let none = || ApiError::from(ProblemCode::NotSignedIn);
    let typed = TypedCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let now = app.now();
    let token = cookies::get(&headers, cookies::DESK_BEGUN).ok_or_else(none)?;
    let mut tx = app.store.begin().await?;
    let id = factors::signing_in(&mut tx, &secret::digest(token), now).await?;
    let row = staff::lock(&mut tx, &id.ok_or_else(none)?).await?;
    let row = row.filter(|row| !row.disabled).ok_or_else(none)?;
    let (mut tx, proved) = second_factor::prove(&app, tx, &row.id, &typed, now).await?;
    let recovery_left = match proved {
        Given::Phone => None,
        Given::Recovery(left) => {
            let done = Done {
                who: Who::Staff(&row.id),
                action: "staff.recovery_used",
                kind: "staff",
                id: &row.id,
                reason: None,
            };
            audit::note(&app, &mut tx, now, done).await?;
            Some(left)
        }
    };
    let set = second_factor::finish_sign_in(&app, &mut tx, &headers, &row.id, Proved::Password, now).await?;
    tx.commit().await?;
    let answer = StaffSignedIn {
        next: SignInNext::Done,
        staff: Some(read::view_of(&row)?),
        recovery_left,
        passkey: false,
    };
    let set = AppendHeaders(set.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok((set, Json(answer)).into_response())
}

//! `POST /api/desk/passkeys`.

use super::owner;
use crate::{
    app::{
        audit::{self, Done, Who},
        passkeys::{self, Tried},
        second_factor::{self, Begun},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::passkeys::{AddPasskey, CeremonyDone, PasskeyView, parse_name},
};
use eid_store::sessions::Proved;

/// Adds the passkey that has answered. Whoever had given only the password is signed in by it. The answer is never kept for
/// a repeat: it may set a cookie.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`; `journey_expired` where the challenge was answered or lapsed; `passkey_refused`;
/// `state_conflict` as for the beginning.
#[utoipa::path(post, path = "/api/desk/passkeys", tag = "desk", security(("staff" = [])), request_body = AddPasskey,
    responses((status = 201, body = PasskeyView), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 410, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    begun: Begun,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<AddPasskey>,
) -> Result<Response, ApiError> {
    let name = parse_name(&body.name).map_err(|code| ApiError::field("name", code))?;
    let (id, now) = (begun.row.id.as_str(), app.now());
    let done = CeremonyDone {
        ceremony: body.ceremony,
        credential: body.credential,
    };
    let mut tx = app.store.begin().await?;
    second_factor::need_right_to_add(&mut tx, &begun).await?;
    let passkey = match passkeys::finish_add(&app, &mut tx, owner(&begun.row), &done, &name, now).await? {
        Tried::Right(passkey) => *passkey,
        Tried::Cloned(_) => return Err(ProblemCode::PasskeyRefused.into()),
        Tried::Refused(refusal) => {
            tx.commit().await?;
            return Err(refusal);
        }
    };
    let noted = Done {
        who: Who::Staff(id),
        action: "staff.passkey_added",
        kind: "staff",
        id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, noted).await?;
    let set = match begun.signed_in_at {
        Some(_) => Vec::new(),
        None => second_factor::finish_sign_in(&app, &mut tx, &headers, id, Proved::Passkey, now)
            .await?
            .to_vec(),
    };
    tx.commit().await?;
    let mut response = (StatusCode::CREATED, Json(passkeys::view(passkey))).into_response();
    for cookie in set {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

//! `POST /api/desk/session/passkey`.

use crate::{
    api::desk::session::read,
    app::{
        audit::{self, Done, Who},
        passkeys::{self, Tried},
        second_factor,
    },
    limits,
    problem::ApiError,
    state::App,
    web::{client::Source, json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::{
        passkeys::CeremonyDone,
        second_factor::{SignInNext, StaffSignedIn},
    },
};
use eid_store::{
    sessions::{Proved, SessionKind},
    staff,
};

/// Signs in whose passkey has answered: it is password and second factor in one, for its device has verified its holder. The
/// answer is never kept for a repeat: it sets a cookie.
///
/// # Errors
/// `passkey_refused`: unknown, removed, of somebody disabled, and an answer to another question are one answer.
/// `passkey_cloned`, `journey_expired`, `locked_out`.
#[utoipa::path(post, path = "/api/desk/session/passkey", tag = "desk", request_body = CeremonyDone, responses(
    (status = 200, body = StaffSignedIn),
    (status = 401, body = Problem, description = "`passkey_refused`, `passkey_cloned`"),
    (status = 410, body = Problem, description = "`journey_expired`"), (status = 423, body = Problem)))]
pub async fn finish(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<CeremonyDone>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let limit = &app.config.limits.desk_sign_in_source;
    let mut tx = app.store.begin().await?;
    limits::begin_try(&mut tx, limit, &source.0, now).await?;
    let passkey = match passkeys::finish_sign_in(&app, &mut tx, SessionKind::Staff, &body, now).await? {
        Tried::Right(passkey) => {
            limits::give_back(&mut tx, limit, &source.0, now).await?;
            passkey
        }
        Tried::Cloned(passkey) => {
            let done = Done {
                who: Who::System,
                action: "staff.passkey_cloned",
                kind: "staff",
                id: &passkey.subject_id,
                reason: None,
            };
            audit::note(&app, &mut tx, now, done).await?;
            tx.commit().await?;
            return Err(ProblemCode::PasskeyCloned.into());
        }
        Tried::Refused(refusal) => {
            tx.commit().await?;
            return Err(refusal);
        }
    };
    let row = staff::lock(&mut tx, &passkey.subject_id).await?;
    let Some(row) = row.filter(|row| !row.disabled) else {
        tx.commit().await?;
        return Err(ProblemCode::PasskeyRefused.into());
    };
    let proved = Proved::Passkey;
    let set = second_factor::finish_sign_in(&app, &mut tx, &headers, &row.id, proved, now).await?;
    tx.commit().await?;
    let answer = StaffSignedIn {
        next: SignInNext::Done,
        staff: Some(read::view_of(&row)?),
        recovery_left: None,
        passkey: true,
    };
    let set = AppendHeaders(set.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok((set, Json(answer)).into_response())
}

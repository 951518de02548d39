//! `POST /api/account/passkeys`.

use super::{listed_as, owner};
use crate::{
    app::{
        accounts as steps,
        audit::Who,
        citizens::{self, Citizen},
        passkeys::{self, Tried},
    },
    notices::Kind,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::passkeys::{AddPasskey, CeremonyDone, PasskeyView, parse_name},
};

/// Adds the passkey that has answered. Its owner is told by message.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`; `journey_expired` where the challenge was answered or lapsed; `passkey_refused`.
#[utoipa::path(post, path = "/api/account/passkeys", tag = "account", security(("citizen" = [])),
    request_body = AddPasskey, responses((status = 201, body = PasskeyView), (status = 401, body = Problem),
    (status = 410, body = Problem), (status = 422, body = Problem)))]
pub async fn add(
    State(app): State<App>,
    citizen: Citizen,
    Mutation { body, once }: Mutation<AddPasskey>,
) -> Result<Response, ApiError> {
    let name = parse_name(&body.name).map_err(|code| ApiError::field("name", code))?;
    let (account, now) = (&citizen.account, app.now());
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let done = CeremonyDone {
        ceremony: body.ceremony,
        credential: body.credential,
    };
    let shown = listed_as(account);
    let owner = owner(account, &shown);
    let passkey = match passkeys::finish_add(&app, &mut tx, owner, &done, &name, now).await? {
        Tried::Right(passkey) => *passkey,
        Tried::Cloned(_) => return once.refuse(tx, ProblemCode::PasskeyRefused.into()).await,
        Tried::Refused(refusal) => return once.refuse(tx, refusal).await,
    };
    let who = Who::Citizen(&account.id);
    steps::note(&app, &mut tx, account, "account.passkey_added", who, now).await?;
    citizens::tell(&app, &mut tx, account, Kind::PasskeyAdded, now).await?;
    once.finish(tx, StatusCode::CREATED, &passkeys::view(passkey))
        .await
}

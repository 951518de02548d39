//! `DELETE /api/account/passkeys/{id}`.

use crate::{
    app::{
        accounts as steps,
        audit::Who,
        citizens::{self, Citizen},
    },
    notices::Kind,
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, response::Response};
use eid_domain::problem::{Problem, ProblemCode};
use eid_store::{passkeys, sessions::SessionKind};

/// Takes a passkey away: it opens nothing any more. Its owner is told by message.
///
/// # Errors
/// `not_signed_in`; `not_found` where it is none of one's own.
#[utoipa::path(delete, path = "/api/account/passkeys/{id}", tag = "account", security(("citizen" = [])),
    params(("id" = String, Path)), responses((status = 204), (status = 401, body = Problem),
    (status = 404, body = Problem)))]
pub async fn remove(
    State(app): State<App>,
    citizen: Citizen,
    Path(id): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    if !passkeys::remove(&mut tx, SessionKind::Citizen, &account.id, &id).await? {
        return Err(ProblemCode::NotFound.into());
    }
    let who = Who::Citizen(&account.id);
    steps::note(&app, &mut tx, account, "account.passkey_removed", who, now).await?;
    citizens::tell(&app, &mut tx, account, Kind::PasskeyRemoved, now).await?;
    once.finish_empty(tx).await
}

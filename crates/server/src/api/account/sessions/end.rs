//! `DELETE /api/account/sessions/{id}`.

use crate::{
    app::{accounts as steps, audit::Who, citizens::Citizen, sessions},
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
use eid_store::sessions::{self as table, SessionKind};

/// Signs out where one is signed in elsewhere. For this browser there is `DELETE /api/session`.
///
/// # Errors
/// `not_signed_in`; `not_found` where it is none of one's own, or has ended.
#[utoipa::path(delete, path = "/api/account/sessions/{id}", tag = "account", security(("citizen" = [])),
    params(("id" = String, Path)), responses((status = 204), (status = 401, body = Problem),
    (status = 404, body = Problem)))]
pub async fn end(
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
    let open = sessions::open(&mut tx, SessionKind::Citizen, &account.id, now).await?;
    let found = open.iter().find(|session| sessions::handle(session) == id);
    let found = found.ok_or(ApiError::from(ProblemCode::NotFound))?;
    table::delete(&mut tx, &found.hash).await?;
    let who = Who::Citizen(&account.id);
    steps::note(&app, &mut tx, account, "account.session_ended", who, now).await?;
    once.finish_empty(tx).await
}

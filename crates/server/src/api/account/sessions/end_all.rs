//! `DELETE /api/account/sessions`.

use crate::{
    app::{accounts as steps, audit::Who, citizens::Citizen, sessions},
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation},
};
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::problem::Problem;
use eid_store::sessions::{self as table, SessionKind};

/// Signs out everywhere, here too.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(delete, path = "/api/account/sessions", tag = "account", security(("citizen" = [])), responses(
    (status = 204), (status = 401, body = Problem)))]
pub async fn end_all(
    State(app): State<App>,
    citizen: Citizen,
    _: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    let mut tx = app.store.begin().await?;
    table::delete_of_subject(&mut tx, SessionKind::Citizen, &account.id).await?;
    let who = Who::Citizen(&account.id);
    steps::note(&app, &mut tx, account, "account.sessions_ended", who, now).await?;
    tx.commit().await?;
    let gone = sessions::clear(SessionKind::Citizen);
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, gone)]).into_response())
}

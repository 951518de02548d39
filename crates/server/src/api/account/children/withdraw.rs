//! `POST /api/account/children/{id}/withdraw`.

use crate::{
    app::{
        children::{self, consent as consents},
        citizens::Citizen,
    },
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{problem::Problem, wire::children::Children};

/// Withdraws the consent, at once and without a passcode: stopping is never made hard. Every representative is told.
///
/// # Errors
/// `not_signed_in`; `no_match` for another's child and for none; `state_conflict` where no consent stands.
#[utoipa::path(post, path = "/api/account/children/{id}/withdraw", tag = "account", params(("id" = String, Path)),
    security(("citizen" = [])), responses((status = 200, body = Children), (status = 401, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 409, body = Problem)))]
pub async fn withdraw(
    State(app): State<App>,
    Path(id): Path<String>,
    citizen: Citizen,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    consents::withdraw(&app, &mut tx, account, &id, now).await?;
    let seen = children::list(&app, &mut tx, account, now).await?;
    once.finish(tx, StatusCode::OK, &seen).await
}

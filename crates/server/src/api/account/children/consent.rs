//! `POST /api/account/children/{id}/consent`.

use crate::{
    app::{
        children::{self, consent as consents},
        citizens::Citizen,
        passcodes,
    },
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    wire::children::{Children, GiveConsent},
};

/// Consents to the use of a child's account. The passcode of one's own account proves it. An account that was approved is
/// activated with it; one that is not there yet is opened at level 1. Every representative is told.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`: five wrong passcodes lock until midnight; `no_match` for another's child
/// and for none; `activation_overdue`; `state_conflict` where there is nothing to consent to.
#[utoipa::path(post, path = "/api/account/children/{id}/consent", tag = "account", params(("id" = String, Path)),
    security(("citizen" = [])), request_body = GiveConsent, responses((status = 200, body = Children),
    (status = 401, body = Problem), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem), (status = 422, body = Problem), (status = 423, body = Problem),
    (status = 429, body = Problem)))]
pub async fn consent(
    State(app): State<App>,
    source: Source,
    Path(id): Path<String>,
    citizen: Citizen,
    Mutation { body, once }: Mutation<GiveConsent>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    body.check()?;
    // Whose child it is comes first: nobody spends a try of the passcode on what is not theirs.
    children::find(&mut app.store.read().await?, account, &id, now).await?;
    passcodes::prove(&app, &source, account, &body.passcode, now).await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    consents::give(&app, &mut tx, account, &id, now).await?;
    let seen = children::list(&app, &mut tx, account, now).await?;
    once.finish(tx, StatusCode::OK, &seen).await
}

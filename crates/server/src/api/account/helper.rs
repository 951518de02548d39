//! `/api/account/helper`: letting the help desk look along, seeing every look, and ending it.

use crate::{
    app::{
        audit::Who,
        citizens::{Citizen, Onlooking},
        helpers,
    },
    problem::ApiError,
    state::App,
    web::{
        json::{Json, Nothing},
        once::Mutation,
    },
};
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use eid_domain::{
    problem::Problem,
    wire::helper::{HelperCode, MyHelper},
};

/// A code for the helper, good once and for five minutes; whatever was open before has ended. The answer is never kept for a
/// repeat: a repeat makes another.
///
/// # Errors
/// `not_signed_in`, `too_many_requests`; `state_conflict` where the same was asked twice at once.
#[utoipa::path(post, path = "/api/account/helper", tag = "account", security(("citizen" = [])), responses(
    (status = 201, body = HelperCode), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 429, body = Problem)))]
pub async fn ask(
    State(app): State<App>,
    citizen: Citizen,
    _: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut tx = app.store.begin().await?;
    let code = helpers::ask(&app, &mut tx, &citizen.account, &citizen.session, app.now()).await?;
    tx.commit().await?;
    let told = HelperCode {
        code,
        number_ends: helpers::number_ends(&citizen.account).to_owned(),
        expires_in_s: helpers::CODE_S,
        minutes: app.config.helper_minutes,
    };
    Ok((StatusCode::CREATED, Json(told)).into_response())
}

/// How far it is, and every look. Asking keeps no session alive: the page asks by itself.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account/helper", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = MyHelper), (status = 401, body = Problem)))]
pub async fn read(State(app): State<App>, Onlooking(citizen): Onlooking) -> Result<Json<MyHelper>, ApiError> {
    let mut tx = app.store.read().await?;
    Ok(Json(
        helpers::mine(&mut tx, &citizen.account.id, app.now()).await?,
    ))
}

/// Ends it at once. Also fine where nothing is open.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(delete, path = "/api/account/helper", tag = "account", security(("citizen" = [])), responses(
    (status = 204), (status = 401, body = Problem)))]
pub async fn end(
    State(app): State<App>,
    citizen: Citizen,
    _: Mutation<Nothing>,
) -> Result<StatusCode, ApiError> {
    let mut tx = app.store.begin().await?;
    let id = &citizen.account.id;
    helpers::end(&app, &mut tx, id, Who::Citizen(id), app.now()).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

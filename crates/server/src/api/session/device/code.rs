//! `POST /api/session/device/code`.

use crate::{
    app::devices,
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{extract::State, http::HeaderMap};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::devices::{DeviceCodeSent, SendDeviceCode},
};
use eid_store::accounts;

/// Sends a code to the phone of the account. The answer is never kept for a repeat: a minute lies between two codes.
///
/// # Errors
/// `not_signed_in` where no password was given in the last ten minutes; `too_many_requests`.
#[utoipa::path(post, path = "/api/session/device/code", tag = "account", request_body = SendDeviceCode, responses(
    (status = 200, body = DeviceCodeSent), (status = 401, body = Problem), (status = 429, body = Problem)))]
pub async fn code(
    State(app): State<App>,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<SendDeviceCode>,
) -> Result<Json<DeviceCodeSent>, ApiError> {
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let change = devices::begun(&mut tx, &headers, now).await?;
    let account = accounts::by_id(&mut tx, &change.account_id).await?;
    let account = account.ok_or(ApiError::from(ProblemCode::NotSignedIn))?;
    let sent = devices::send(&app, &mut tx, change, &account, body.lang, now).await?;
    tx.commit().await?;
    app.wake.notify_one();
    Ok(Json(sent))
}

//! `POST /api/account/device-code`.

use crate::{
    app::{accounts as steps, audit::Who, citizens::Citizen, codes, devices},
    limits,
    problem::ApiError,
    state::App,
    web::{
        json::{Json, Nothing},
        once::Mutation,
    },
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::devices::DeviceCode};

/// A code that this device shows and the new one is given. The answer is never kept for a repeat: a repeat shows another.
///
/// # Errors
/// `not_signed_in`, `too_many_requests`.
#[utoipa::path(post, path = "/api/account/device-code", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = DeviceCode), (status = 401, body = Problem), (status = 429, body = Problem)))]
pub async fn show(
    State(app): State<App>,
    citizen: Citizen,
    _: Mutation<Nothing>,
) -> Result<Json<DeviceCode>, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    let mut tx = app.store.begin().await?;
    let limit = &app.config.limits.device_show_subject;
    limits::spend(
        &mut tx,
        limit,
        &app.keys.blind("device show", &[&account.id]),
        now,
    )
    .await?;
    let code = devices::show(&app, &mut tx, &account.id, now).await?;
    let who = Who::Citizen(&account.id);
    steps::note(&app, &mut tx, account, "account.device_code", who, now).await?;
    tx.commit().await?;
    Ok(Json(DeviceCode {
        code,
        expires_in_s: codes::LIFETIME_S,
    }))
}

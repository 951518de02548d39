//! `POST /api/account/passkeys/begin`.

use super::{listed_as, owner};
use crate::{
    app::{citizens::Citizen, passkeys},
    limits,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        json::{Json, Nothing},
        once::Mutation,
    },
};
use axum::extract::State;
use eid_domain::{problem::Problem, wire::passkeys::CeremonyBegun};

/// A challenge for a new passkey, a quarter of an hour after signing in at the latest: who finds a browser open cannot stay
/// in. The answer is never kept for a repeat: a repeat is another challenge.
///
/// # Errors
/// `not_signed_in`, `fresh_sign_in_needed`; `state_conflict` where there are ten already; `not_found` where passkeys are
/// off; `too_many_requests`.
#[utoipa::path(post, path = "/api/account/passkeys/begin", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = CeremonyBegun), (status = 401, body = Problem),
    (status = 403, body = Problem, description = "`fresh_sign_in_needed`"),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn begin(
    State(app): State<App>,
    citizen: Citizen,
    source: Source,
    _: Mutation<Nothing>,
) -> Result<Json<CeremonyBegun>, ApiError> {
    let now = app.now();
    passkeys::need_fresh(citizen.session.created_at, now)?;
    let name = listed_as(&citizen.account);
    let mut tx = app.store.begin().await?;
    limits::spend(&mut tx, &app.config.limits.passkey_source, &source.0, now).await?;
    let begun = passkeys::begin_add(&app, &mut tx, owner(&citizen.account, &name), now).await?;
    tx.commit().await?;
    Ok(Json(begun))
}

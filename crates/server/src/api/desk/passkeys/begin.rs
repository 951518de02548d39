//! `POST /api/desk/passkeys/begin`.

use super::owner;
use crate::{
    app::{
        passkeys,
        second_factor::{self, Begun},
    },
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

/// A challenge for a new passkey: signed in a quarter of an hour ago at the latest, or after the password where there is no
/// second factor yet. The answer is never kept for a repeat: a repeat is another challenge.
///
/// # Errors
/// `not_signed_in`, `fresh_sign_in_needed`; `state_conflict` where there are ten already, or where only the password was
/// given and there is a second factor; `not_found` where passkeys are off; `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/passkeys/begin", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = CeremonyBegun), (status = 401, body = Problem),
    (status = 403, body = Problem, description = "`fresh_sign_in_needed`"),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn begin(
    State(app): State<App>,
    begun: Begun,
    source: Source,
    _: Mutation<Nothing>,
) -> Result<Json<CeremonyBegun>, ApiError> {
    let now = app.now();
    if let Some(since) = begun.signed_in_at {
        passkeys::need_fresh(since, now)?;
    }
    let mut tx = app.store.begin().await?;
    second_factor::need_right_to_add(&mut tx, &begun).await?;
    limits::spend(&mut tx, &app.config.limits.passkey_source, &source.0, now).await?;
    let asked = passkeys::begin_add(&app, &mut tx, owner(&begun.row), now).await?;
    tx.commit().await?;
    Ok(Json(asked))
}

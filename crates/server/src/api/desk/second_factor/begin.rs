//! `POST /api/desk/second-factor`.

use crate::{
    app::{
        qr,
        second_factor::{self, Begun},
    },
    problem::ApiError,
    state::App,
    totp,
    web::{
        json::{Json, Nothing},
        once::Mutation,
    },
};
use axum::extract::State;
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::second_factor::Enrolment,
};
use eid_store::factors;

/// Shows a new secret, after the password or signed in. It counts when its first code was given. The answer is never kept
/// for a repeat: a repeat shows another.
///
/// # Errors
/// `not_signed_in`; `state_conflict` where there is a second factor already.
#[utoipa::path(post, path = "/api/desk/second-factor", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = Enrolment), (status = 401, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn begin(
    State(app): State<App>,
    begun: Begun,
    _: Mutation<Nothing>,
) -> Result<Json<Enrolment>, ApiError> {
    let mut tx = app.store.begin().await?;
    if factors::of_staff(&mut tx, &begun.row.id).await?.is_some() {
        return Err(ProblemCode::StateConflict.into());
    }
    second_factor::need_right_to_add(&mut tx, &begun).await?;
    let secret = second_factor::begin_enrolment(&app, &mut tx, &begun.row.id, app.now()).await?;
    tx.commit().await?;
    Ok(Json(Enrolment {
        secret: totp::spoken(&secret),
        code: qr::draw(&totp::address(&secret, &begun.row.username)),
        account: begun.row.username,
    }))
}

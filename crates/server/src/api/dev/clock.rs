//! `POST /api/dev/clock`.

use crate::{
    problem::ApiError,
    seed::CLOCK_SETTING,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::{Problem, ProblemCode},
    wire::dev::AdvanceClock,
};
use eid_store::{sessions, settings, venues};
use jiff::SignedDuration;

const MOST_S: u32 = 40 * 86_400;

/// Moves the demo's clock forward. Nobody is signed out by that.
///
/// # Errors
/// `not_found` outside a demo; `invalid_fields` beyond forty days.
#[utoipa::path(post, path = "/api/dev/clock", tag = "dev", request_body = AdvanceClock, responses(
    (status = 204), (status = 404, body = Problem), (status = 422, body = Problem)))]
pub async fn clock(
    State(app): State<App>,
    Mutation { body, once }: Mutation<AdvanceClock>,
) -> Result<Response, ApiError> {
    let clock = app
        .demo_clock
        .as_ref()
        .ok_or(ApiError::from(ProblemCode::NotFound))?;
    if body.seconds > MOST_S {
        return Err(ApiError::field("seconds", FieldCode::ChoiceUnknown));
    }
    let mut tx = match once.begin(&app, app.now()).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let offset = clock.offset_s() + i64::from(body.seconds);
    settings::set(&mut tx, CLOCK_SETTING, &offset.to_string()).await?;
    let moved = SignedDuration::from_secs(i64::from(body.seconds));
    sessions::shift(&mut tx, moved).await?;
    venues::shift(&mut tx, moved).await?;
    let answer = once.finish_empty(tx).await?;
    clock.advance(body.seconds);
    app.days.clear();
    app.wake.notify_one();
    Ok(answer)
}

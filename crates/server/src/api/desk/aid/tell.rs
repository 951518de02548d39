//! `POST /api/desk/aid/messages`.

use crate::{
    app::{
        aid::outreach::{self, MOST},
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    wire::{aid::TellAid, batches::ToldUncollected},
};

/// One message to each of these people of the own office's lists, about what is missing first. Who was told less than a week
/// ago is left out. The message does not say that they are on a list.
///
/// # Errors
/// `invalid_fields` at `ids`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/aid/messages", tag = "desk", request_body = TellAid, security(("staff" = [])),
    responses((status = 200, body = ToldUncollected), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn tell(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<TellAid>,
) -> Result<Response, ApiError> {
    staff.need(Right::Aid)?;
    if body.ids.is_empty() || body.ids.len() > MOST {
        return Err(ApiError::field("ids", FieldCode::Required));
    }
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.aid_tell_staff, &staff.id, now).await?;
    let who = (staff.office_id.as_str(), staff.id.as_str());
    let told = outreach::tell(&app, &mut tx, who, &body.ids, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &told).await;
    app.wake.notify_one();
    answer
}

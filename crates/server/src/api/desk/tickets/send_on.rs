//! `POST /api/desk/tickets/{id}/send-on`.

use crate::{
    app::{mendings, staff::Staff},
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, response::Response};
use eid_domain::{
    field::FieldCode,
    mending::Stage,
    problem::Problem,
    wire::tickets::{LONGEST, SendOn},
};

/// Sends wrong data on to who can put it right, or to somebody else than before.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields` at `words`; `no_match`: no such ticket, or another office's;
/// `state_conflict`: closed, or a colleague was quicker.
#[utoipa::path(post, path = "/api/desk/tickets/{id}/send-on", tag = "desk",
    params(("id" = String, Path)), request_body = SendOn, security(("staff" = [])), responses(
    (status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 422, body = Problem)))]
pub async fn send_on(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<SendOn>,
) -> Result<Response, ApiError> {
    let words = body.words.trim();
    if words.chars().count() > LONGEST {
        return Err(ApiError::field("words", FieldCode::TextTooLong));
    }
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut mending = mendings::find(&mut tx, &staff, &id).await?;
    mending.place = body.place.as_str().to_owned();
    mending.sent_at = Some(now);
    mending.sent_words = words.to_owned();
    mendings::advance(&app, &mut tx, &staff, &mut mending, Stage::SentOn, now).await?;
    let answer = once.finish_empty(tx).await;
    app.live.changed(&mending.office_id);
    answer
}

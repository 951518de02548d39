//! `POST /api/desk/tickets/{id}/answer`.

use crate::{
    app::{
        audit::{self, Done, Who},
        staff::{Right, Staff},
    },
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::tickets::{NewAnswer, written},
};
use eid_store::{
    dossiers,
    tickets::{self, Answer},
};

/// Answers; the person is told that there is an answer, not what it says.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields` at `text`; `no_match`: no such question, or another office's;
/// `state_conflict`: a colleague was quicker.
#[utoipa::path(post, path = "/api/desk/tickets/{id}/answer", tag = "desk",
    params(("id" = String, Path)), request_body = NewAnswer, security(("staff" = [])), responses(
    (status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 422, body = Problem)))]
pub async fn answer(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<NewAnswer>,
) -> Result<Response, ApiError> {
    staff.need(Right::Answer)?;
    let text = written(&body.text).map_err(|code| ApiError::field("text", code))?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let no_match = || ApiError::from(ProblemCode::NoMatch);
    let asked = tickets::by_id(&mut tx, &id).await?;
    let asked = asked
        .filter(|asked| staff.is_everywhere() || asked.office_id == staff.office_id)
        .ok_or_else(no_match)?;
    let given = Answer {
        at: now,
        text: text.to_owned(),
        staff_id: staff.id.clone(),
    };
    if !tickets::answer(&mut tx, &asked.id, &given).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let dossier = dossiers::by_id(&mut tx, &asked.dossier_id)
        .await?
        .ok_or_else(no_match)?;
    queue::tell(&app, &mut tx, &dossier, Kind::Answered, Facts::default(), now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "question.answer",
        kind: "dossier",
        id: &dossier.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let answer = once.finish_empty(tx).await;
    app.wake.notify_one();
    answer
}

//! `POST /api/desk/tickets/{id}/answer`.

use crate::{
    app::{
        audit::{self, Done, Who},
        mendings,
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
    mending::Stage,
    problem::{Problem, ProblemCode},
    shown,
    wire::tickets::{NewAnswer, written},
};
use eid_store::{
    Tx, dossiers,
    tickets::{self, Answer, Ticket},
};

/// Answers a question, or writes down what those said who can put data right; the person is told that there is an answer,
/// not what it says.
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
    let given = Answer {
        at: now,
        text: shown(text),
        staff_id: staff.id.clone(),
    };
    let (dossier_id, kind) = match tickets::by_id(&mut tx, &id).await? {
        Some(asked) => (
            question(&app, &mut tx, &staff, asked, given).await?,
            Kind::Answered,
        ),
        None => (
            mending(&app, &mut tx, &staff, &id, given).await?,
            Kind::MendingAnswered,
        ),
    };
    let dossier = dossiers::by_id(&mut tx, &dossier_id).await?;
    let dossier = dossier.ok_or(ApiError::from(ProblemCode::NoMatch))?;
    queue::tell(&app, &mut tx, &dossier, kind, Facts::default(), now).await?;
    let answer = once.finish_empty(tx).await;
    app.live.changed(&dossier.office_id);
    app.wake.notify_one();
    answer
}

/// The answer of the office; returns whose dossier it is about.
async fn question(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    asked: Ticket,
    given: Answer,
) -> Result<String, ApiError> {
    if !staff.is_everywhere() && asked.office_id != staff.office_id {
        return Err(ProblemCode::NoMatch.into());
    }
    if !tickets::answer(tx, &asked.id, &given).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "question.answer",
        kind: "dossier",
        id: &asked.dossier_id,
        reason: None,
    };
    audit::note(app, tx, given.at, done).await?;
    Ok(asked.dossier_id)
}

/// What those said who can put the data right; returns whose dossier it is about.
async fn mending(app: &App, tx: &mut Tx, staff: &Staff, id: &str, given: Answer) -> Result<String, ApiError> {
    let mut mending = mendings::find(tx, staff, id).await?;
    let now = given.at;
    mending.answer = Some(given);
    mendings::advance(app, tx, staff, &mut mending, Stage::Answered, now).await?;
    Ok(mending.dossier_id)
}

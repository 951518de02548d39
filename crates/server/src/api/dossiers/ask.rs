//! `POST /api/dossiers/{reference}/questions`.

use crate::{
    app::{
        audit::{self, Done},
        ids,
        owner::{Begun, Owner},
        questions, view,
    },
    problem::ApiError,
    state::App,
    web::once::Mutation,
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    shown,
    wire::{
        dossiers::{AccessScope, DossierView},
        tickets::{NewQuestion, written},
    },
};
use eid_store::tickets::{self, Ticket};

/// Asks the office of the dossier. The answer stands on the dossier's page.
///
/// # Errors
/// `no_match`; `invalid_fields` at `text`; `change_not_allowed`: not received yet, or a question waits already;
/// `too_many_requests`.
#[utoipa::path(post, path = "/api/dossiers/{reference}/questions", tag = "tracking",
    params(("reference" = String, Path)), request_body = NewQuestion, security(("access_key" = [])), responses(
    (status = 201, body = DossierView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn ask(
    State(app): State<App>,
    owner: Owner,
    Mutation { body, once }: Mutation<NewQuestion>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (mut tx, dossier) = match owner
        .begin(&app, &once, Some(&app.config.limits.question_source), now)
        .await?
    {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    let text = written(&body.text).map_err(|code| ApiError::field("text", code))?;
    let asked = questions::of(&mut tx, &dossier.id).await?;
    let ticket = Ticket {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: dossier.id.clone(),
        office_id: dossier.office_id.clone(),
        asked_at: now,
        text: shown(text),
        not_me_at: None,
        answer: None,
    };
    // The second of two that were sent at once finds the first in the database.
    if !questions::may_ask(&dossier, &asked) || !tickets::ask(&mut tx, &ticket).await? {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let done = Done::by_owner(&dossier.id, "question.ask");
    audit::note(&app, &mut tx, now, done).await?;
    let seen = view::of(&app, &mut tx, &dossier, AccessScope::Manage, now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &seen).await;
    app.live.changed(&dossier.office_id);
    answer
}

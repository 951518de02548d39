//! `POST /api/desk/home-visits/{reference}/refuse`.

use super::wish;
use crate::{
    api::desk::{closures::LONGEST_REASON, dossiers::words},
    app::{
        audit::{self, Done, Who},
        staff::{Right, Staff},
    },
    limits,
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
    field::FieldCode,
    problem::{Problem, ProblemCode},
    wire::{Lang, home_visits::RefuseHomeVisit},
};
use eid_store::home_visits::{self, Settled};

/// It cannot be done: the person is told why.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `invalid_fields`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/home-visits/{reference}/refuse", tag = "desk",
    params(("reference" = String, Path)), request_body = RefuseHomeVisit, security(("staff" = [])), responses(
    (status = 204), (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 422, body = Problem)))]
pub async fn refuse(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<RefuseHomeVisit>,
) -> Result<Response, ApiError> {
    staff.need(Right::Plan)?;
    let reason = words::reason(&body.reason)?;
    if reason.chars().count() > LONGEST_REASON {
        return Err(ApiError::field("reason", FieldCode::TextTooLong));
    }
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.home_visit_staff, &staff.id, now).await?;
    let wish = wish(&app, &mut tx, &staff, &reference).await?;
    if !home_visits::settle(&mut tx, &wish.id, Settled::Refused { reason: &reason }, now).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let facts = Facts {
        reference: wish.id.clone(),
        reason,
        ..Facts::default()
    };
    let to = queue::Phone {
        number: &wish.phone,
        lang: Lang::from_tag(&wish.lang),
        link: "",
    };
    queue::tell_phone(&app, &mut tx, to, Kind::HomeRefused, &facts, now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "home_visit.refuse",
        kind: "home_visit",
        id: &wish.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let answer = once.finish_empty(tx).await;
    app.wake.notify_one();
    answer
}

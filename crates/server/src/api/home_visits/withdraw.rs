//! `POST /api/home-visits/{reference}/withdraw`.

use super::{open, view};
use crate::{
    app::{
        audit::{self, Done, Who},
        keys::AccessKey,
    },
    problem::ApiError,
    state::App,
    web::{
        json::Nothing,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::home_visits::HomeVisitView,
};
use eid_store::home_visits::{self, Settled};

/// Takes an open wish back.
///
/// # Errors
/// `no_match`; `state_conflict` where it is settled already.
#[utoipa::path(post, path = "/api/home-visits/{reference}/withdraw", tag = "home-visits",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = HomeVisitView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn withdraw(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let wish = open(&mut tx, &reference, &key).await?;
    if !home_visits::settle(&mut tx, &wish.id, Settled::Withdrawn, now).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let done = Done {
        who: Who::Citizen(&wish.id),
        action: "home_visit.withdraw",
        kind: "home_visit",
        id: &wish.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let wish = open(&mut tx, &reference, &key).await?;
    let seen = view(&app, &mut tx, &wish).await?;
    once.finish(tx, StatusCode::OK, &seen).await
}

//! `POST /api/desk/announcements/{id}/withdraw`.

use super::{note, own, show};
use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, response::Response};
use eid_domain::{problem::Problem, wire::announcements::WithdrawAnnouncement};
use eid_store::announcements;

/// Takes it back: it is shown no more, and stays in the list.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/announcements/{id}/withdraw", tag = "desk", params(("id" = String, Path)),
    request_body = WithdrawAnnouncement, security(("staff" = [])), responses((status = 204),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn withdraw(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Mutation { body, once }: Mutation<WithdrawAnnouncement>,
) -> Result<Response, ApiError> {
    staff.need(Right::Announce)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut found = own(&mut tx, &staff, &id, body.version).await?;
    found.withdrawn_at = Some(now);
    announcements::update(&mut tx, &mut found).await?;
    note(&app, &mut tx, &staff, "announcement.withdraw", &id, now).await?;
    let answer = once.finish_empty(tx).await;
    show(&app).await;
    answer
}

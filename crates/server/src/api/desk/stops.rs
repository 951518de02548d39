//! `/api/desk/stops`: where teams of the own office go to, and who comes there.

pub mod cancel;
pub mod change;
pub mod class_list;
pub mod create;
pub mod list;
pub mod read;
pub mod view;

use crate::{
    api::desk::closures::check_date,
    app::{
        audit::{self, Done, Who},
        staff::Staff,
    },
    limits,
    problem::ApiError,
    state::App,
    web::once::Once,
};
use axum::{http::StatusCode, response::Response};
use eid_domain::problem::ProblemCode;
use eid_store::{
    Tx,
    stops::{self, StopState},
};
use jiff::Timestamp;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(read::read, change::change))
        .routes(routes!(cancel::cancel))
        .merge(class_list::router())
}

/// A stop of the own office.
///
/// # Errors
/// `not_found`: no such stop, or another office's.
pub async fn own(tx: &mut Tx, staff: &Staff, id: &str) -> Result<stops::Stop, ApiError> {
    let stop = stops::by_id(tx, id).await?;
    mine(stop, staff)
}

/// The same, and nobody else fills or cancels it until the transaction ends.
///
/// # Errors
/// As [`own`].
pub async fn own_locked(tx: &mut Tx, staff: &Staff, id: &str) -> Result<stops::Stop, ApiError> {
    let stop = stops::lock(tx, id).await?;
    mine(stop, staff)
}

fn mine(stop: Option<stops::Stop>, staff: &Staff) -> Result<stops::Stop, ApiError> {
    stop.filter(|stop| stop.office_id == staff.office_id)
        .ok_or(ProblemCode::NotFound.into())
}

/// A planned stop of the own office whose day is still to come, locked.
///
/// # Errors
/// As [`own`]; `state_conflict` where it is cancelled, today or over; `too_many_requests`.
async fn to_change(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    id: &str,
    now: Timestamp,
) -> Result<stops::Stop, ApiError> {
    limits::spend(tx, &app.config.limits.stop_plan_staff, &staff.id, now).await?;
    let row = own_locked(tx, staff, id).await?;
    let is_open = row.state == StopState::Planned && check_date(app, row.date).is_ok();
    if is_open {
        Ok(row)
    } else {
        Err(ProblemCode::StateConflict.into())
    }
}

/// Writes down what was done to a stop, answers with it, and lets every server know.
async fn changed(
    app: &App,
    once: &Once,
    mut tx: Tx,
    (staff, action): (&Staff, &str),
    row: &stops::Stop,
    now: Timestamp,
) -> Result<Response, ApiError> {
    let done = Done {
        who: Who::Staff(&staff.id),
        action,
        kind: "stop",
        id: &row.id,
        reason: None,
    };
    audit::note(app, &mut tx, now, done).await?;
    let seen = read::seen(&mut tx, row).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await?;
    create::refresh(app, now).await;
    app.days.forget(&row.id);
    app.wake.notify_one();
    Ok(answer)
}

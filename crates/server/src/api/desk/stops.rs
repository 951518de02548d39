//! `/api/desk/stops`: where teams of the own office go to, and who comes there.

pub mod cancel;
pub mod class_list;
pub mod create;
pub mod list;
pub mod read;
pub mod view;

use crate::{app::staff::Staff, problem::ApiError, state::App};
use eid_domain::problem::ProblemCode;
use eid_store::{Tx, stops};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list, create::create))
        .routes(routes!(read::read))
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

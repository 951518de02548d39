//! `/api/desk/aid`: lists of social assistance, and what the people on them still need.

pub mod confirm;
pub mod list;
pub mod preview;
pub mod tell;

use crate::{
    app::{
        aid::{
            plan::{self, Planned},
            read::{self, Communes, Row},
        },
        audit::{self, Done, Who},
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
};
use axum::extract::DefaultBodyLimit;
use eid_domain::{field::FieldCode, wire::aid::MOST_BYTES};
use eid_store::Tx;
use jiff::Timestamp;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The list as JSON: line ends and quotes take two bytes there.
const LARGEST_BODY: usize = MOST_BYTES + MOST_BYTES / 2;

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(preview::preview))
        .routes(routes!(list::list, confirm::confirm))
        .routes(routes!(tell::tell))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
}

/// The rows of a list that this member of staff may bring.
fn rows(app: &App, staff: &Staff, csv: &str) -> Result<Vec<Row>, ApiError> {
    staff.need(Right::Aid)?;
    if csv.len() > MOST_BYTES {
        return Err(ApiError::field("csv", FieldCode::TextTooLong));
    }
    let communes = Communes::load().map_err(|error| ApiError::internal("communes", &error))?;
    Ok(read::rows(csv, &communes, app.today())?)
}

/// What becomes of them. It tells who is on a list already, so looking is counted and written down as taking over is.
async fn judge(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    (csv, rows): (&str, Vec<Row>),
    action: &str,
    now: Timestamp,
) -> Result<Planned, ApiError> {
    limits::spend(tx, &app.config.limits.aid_list_staff, &staff.id, now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action,
        kind: "office",
        id: &staff.office_id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    plan::of(tx, &staff.office_id, csv, rows).await
}

//! `/api/desk/office`: what an office decides about itself; of the own office, and of any for administrators.

pub mod change;
pub mod history;
pub mod preview;
pub mod read;
pub mod undo;

use crate::{
    app::{
        office_admin,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::office_date,
    office::{Office, OfficeSettings},
    problem::ProblemCode,
    wire::{desk::Role, office_admin::OfficeAdmin},
};
use eid_store::{Tx, offices};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read, change::change))
        .routes(routes!(preview::preview))
        .routes(routes!(history::history))
        .routes(routes!(undo::preview, undo::undo))
}

/// Which office.
#[derive(Clone, Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct OfficeQuery {
    /// Its id; the own one where left out. Another than that only for administrators.
    #[serde(default)]
    pub office: Option<String>,
}

/// The office that a member of staff may manage.
///
/// # Errors
/// `not_allowed` for another's, `not_found` for none.
pub(super) fn target(app: &App, staff: &Staff, query: OfficeQuery) -> Result<String, ApiError> {
    staff.need(Right::Manage)?;
    let id = query.office.unwrap_or_else(|| staff.office_id.clone());
    if id != staff.office_id && staff.role != Role::Administrator {
        return Err(ProblemCode::NotAllowed.into());
    }
    match app.catalog.lasting(&id) {
        Some(_) => Ok(id),
        None => Err(ProblemCode::NotFound.into()),
    }
}

/// The record as it is stored, and its version.
///
/// # Errors
/// `not_found`.
pub(super) async fn stored(tx: &mut Tx, id: &str) -> Result<(Office, i64), ApiError> {
    let row = offices::get(tx, id).await?;
    let row = row.ok_or(ApiError::from(ProblemCode::NotFound))?;
    Ok((office_admin::record(&row.data)?, row.version))
}

/// The office as its manager sees it.
pub(super) fn view(app: &App, office: &Office, version: i64, now: Timestamp) -> OfficeAdmin {
    let today = office_date(now);
    OfficeAdmin {
        office_id: office.id.as_str().to_owned(),
        name: office.name.clone(),
        kind: office.kind,
        today,
        version,
        settings: OfficeSettings::of(office).after(today),
        usual_share: app.config.assisted_share,
    }
}

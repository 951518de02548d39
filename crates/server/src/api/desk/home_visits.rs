//! `/api/desk/home-visits`: wishes of people who cannot walk, and the planner's answers.

pub mod again;
pub mod list;
pub mod plan;
pub mod refuse;
pub mod reveal;
pub mod row;

use crate::{app::staff::Staff, problem::ApiError, state::App};
use eid_domain::{problem::ProblemCode, reference::Reference};
use eid_store::{
    Tx,
    home_visits::{self, HomeVisit, HomeVisitState},
};
use utoipa_axum::{router::OpenApiRouter, routes};

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(plan::plan))
        .routes(routes!(reveal::reveal))
        .routes(routes!(refuse::refuse))
}

/// The province of a member of staff: teams work within it.
fn province_of(app: &App, staff: &Staff) -> String {
    let office = app.catalog.office(&staff.office_id);
    office
        .map(|office| office.province_code.to_string())
        .unwrap_or_default()
}

/// A wish of the own province that is open or has an appointment to come.
///
/// # Errors
/// `no_match`: no such wish, or another province's; `state_conflict`: it was refused or taken back.
async fn live(app: &App, tx: &mut Tx, staff: &Staff, reference: &str) -> Result<HomeVisit, ApiError> {
    let wish = of_province(app, tx, staff, reference).await?;
    match wish.state {
        HomeVisitState::Open | HomeVisitState::Planned => Ok(wish),
        HomeVisitState::Refused | HomeVisitState::Withdrawn => Err(ProblemCode::StateConflict.into()),
    }
}

async fn of_province(app: &App, tx: &mut Tx, staff: &Staff, reference: &str) -> Result<HomeVisit, ApiError> {
    let no_match = || ApiError::from(ProblemCode::NoMatch);
    let reference = Reference::parse(reference).map_err(|_| no_match())?;
    let province = province_of(app, staff);
    let wish = home_visits::lock(tx, reference.as_str()).await?;
    wish.filter(|wish| wish.province_code == province)
        .ok_or_else(no_match)
}

/// A wish of the own province that is open, locked.
///
/// # Errors
/// `no_match`: no such wish, or another province's; `state_conflict`: it is settled.
async fn wish(app: &App, tx: &mut Tx, staff: &Staff, reference: &str) -> Result<HomeVisit, ApiError> {
    let wish = of_province(app, tx, staff, reference).await?;
    if wish.state == HomeVisitState::Open {
        Ok(wish)
    } else {
        Err(ProblemCode::StateConflict.into())
    }
}

//! `/api/desk/figures`: how many of what. A manager sees the own office, auditors and administrators every office.

pub mod csv;
pub mod read;
pub mod set_target;
pub mod view;

use crate::{
    app::staff::{Right, Staff},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{days_after, days_between},
    field::FieldCode,
    problem::ProblemCode,
    wire::{desk::Role, figures::LONGEST_DAYS},
};
use jiff::civil::Date;
use serde::Deserialize;
use utoipa_axum::{router::OpenApiRouter, routes};

/// Told where no days are asked for: twelve weeks.
const USUAL_DAYS: i32 = 84;

/// The endpoints of this resource.
#[must_use]
pub fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(read::read))
        .routes(routes!(csv::csv))
        .routes(routes!(set_target::set_target))
}

/// Which figures are asked for.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct FiguresQuery {
    /// First day; twelve weeks before the last where left out.
    #[param(value_type = Option<String>)]
    #[serde(default)]
    pub from: Option<Date>,
    /// Last day; today where left out.
    #[param(value_type = Option<String>)]
    #[serde(default)]
    pub to: Option<Date>,
    /// One office; every office that the caller may see where left out.
    #[serde(default)]
    pub office: String,
}

/// The same, checked.
#[derive(Clone, Debug)]
pub struct Asked {
    from: Date,
    to: Date,
    office_id: Option<String>,
}

/// Whether a role sees every office.
const fn is_everywhere(role: Role) -> bool {
    matches!(role, Role::Auditor | Role::Administrator)
}

impl FiguresQuery {
    /// Checks it.
    ///
    /// # Errors
    /// `not_allowed`; `invalid_fields` at `to` (before `from`, or too far from it) or `office`.
    fn checked(&self, app: &App, staff: &Staff) -> Result<Asked, ApiError> {
        staff.need(Right::Figures)?;
        let to = self.to.unwrap_or_else(|| app.today());
        let from = self.from.unwrap_or_else(|| days_after(to, 1 - USUAL_DAYS));
        if to < from || days_between(from, to) > LONGEST_DAYS {
            return Err(ApiError::field("to", FieldCode::DateImpossible));
        }
        let office = Some(self.office.clone()).filter(|id| !id.is_empty());
        if is_everywhere(staff.role) {
            if let Some(id) = &office
                && app.catalog.lasting(id).is_none()
            {
                return Err(ApiError::field("office", FieldCode::ChoiceUnknown));
            }
            return Ok(Asked {
                from,
                to,
                office_id: office,
            });
        }
        if office.is_some_and(|id| id != staff.office_id) {
            return Err(ProblemCode::NotAllowed.into());
        }
        Ok(Asked {
            from,
            to,
            office_id: Some(staff.office_id.clone()),
        })
    }
}

//! `GET /api/offices/days`: free days of several offices at once, for a plan that compares them.

use super::slots::{Day, SlotQuery};
use crate::booking::{AgeGroup, Service};
use serde::{Deserialize, Serialize};

/// So many offices are answered at once.
pub const MOST_OFFICES: usize = 6;

/// Query: which offices, and which visit is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
pub struct OfficesQuery {
    /// One to six ids with commas between them: `hcm-quan-1,hcm-pc06`.
    pub ids: String,
    /// What is to be done.
    pub service: Service,
    /// For whom.
    pub age_group: AgeGroup,
}

impl OfficesQuery {
    /// The visit alone.
    #[must_use]
    pub const fn visit(&self) -> SlotQuery {
        SlotQuery {
            service: self.service,
            age_group: self.age_group,
        }
    }
}

/// The days of every office asked for, in the order asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficesDays {
    /// One entry an office.
    pub offices: Vec<OfficeDays>,
}

/// The open days of one office, from tomorrow to the horizon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeDays {
    /// The office.
    pub office_id: String,
    /// As [`super::slots::Days`].
    pub days: Vec<Day>,
}

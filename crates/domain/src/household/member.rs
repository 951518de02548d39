//! One of the family, as the calendar sees them.

use crate::{
    booking::{AgeGroup, Service},
    capacity::VisitLengths,
};
use serde::{Deserialize, Serialize};

/// What one member comes for, and how old they are: that decides how long it takes and who goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// What is to be done.
    pub service: Service,
    /// For whom.
    pub age_group: AgeGroup,
}

impl Member {
    /// Ticks of the visit where the office says nothing else.
    #[must_use]
    pub const fn ticks(self) -> u8 {
        self.ticks_at(VisitLengths::USUAL)
    }

    /// Ticks of the visit at an office with these lengths.
    #[must_use]
    pub const fn ticks_at(self, lengths: VisitLengths) -> u8 {
        lengths.ticks(self.service, self.age_group)
    }

    /// Who waits least: the oldest, then children, then everybody else.
    pub(super) const fn rank(self) -> u8 {
        match self.age_group {
            AgeGroup::From60 => 0,
            AgeGroup::Under6 | AgeGroup::From6To13 => 1,
            AgeGroup::From14To59 => 2,
        }
    }

    /// As in a query: `card.from_14_to_59`.
    #[must_use]
    pub fn text(self) -> String {
        format!("{}.{}", self.service, self.age_group)
    }

    /// Reads [`Member::text`]; `None` for anything else, and for an account below six years (Decree
    /// 69/2024/NĐ-CP, art. 7).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (service, age_group) = text.split_once('.')?;
        Some(Self {
            service: Service::parse(service)?,
            age_group: AgeGroup::parse(age_group)?,
        })
        .filter(|member| member.is_possible())
    }

    /// Whether there is such a visit.
    pub(super) const fn is_possible(self) -> bool {
        !self.service.has_account() || self.age_group.may_have_level_2()
    }
}

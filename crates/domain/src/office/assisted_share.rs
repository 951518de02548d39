//! The places that an office keeps for people who book by phone or at the desk.

use super::{Office, OfficeKind, SettingFault};
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// A share of an office's bookable places, while it is valid: `{"percent":20,"valid_from":"2026-11-01","valid_to":null}`.
/// Not everybody has a smartphone; who phones or comes to the desk finds a place too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AssistedShare {
    /// Percent of the places that can be booked, at most 100; the walk-in share is not among them.
    pub percent: u8,
    /// First day of visits to which it applies.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub valid_from: Date,
    /// Last day; `None` while no end is known.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = Date))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub valid_to: Option<Date>,
}

impl AssistedShare {
    fn is_valid_on(&self, date: Date) -> bool {
        super::is_within(self.valid_from, self.valid_to, date)
    }
}

/// The share of every office on the days for which it says nothing itself. No law asks for it: it is a setting of the
/// installation, and what stands here is our own proposal. An office that wants to keep nothing says so, with 0 percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UsualShare {
    /// Percent of the places that can be booked, at most [`MOST_USUAL_PERCENT`].
    pub percent: u8,
    /// First day of visits to which it applies.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    #[serde(deserialize_with = "crate::when::read")]
    pub from: Date,
}

/// Who books by themselves has at least half of the places.
pub const MOST_USUAL_PERCENT: u8 = 50;

impl UsualShare {
    /// Nothing is kept but what an office says itself.
    pub const NONE: Self = Self {
        percent: 0,
        from: date(2026, 11, 1),
    };

    /// Whether it can be used.
    ///
    /// # Errors
    /// The name of the setting that cannot, and between what it must lie.
    pub const fn check(&self) -> Result<(), (&'static str, &'static str)> {
        if self.percent > MOST_USUAL_PERCENT {
            return Err(("assisted_share.percent", "0 to 50"));
        }
        Ok(())
    }
}

impl Default for UsualShare {
    /// One place in five: the least of the offices that have a share of their own.
    fn default() -> Self {
        Self {
            percent: 20,
            ..Self::NONE
        }
    }
}

impl Office {
    /// Percent of a day's bookable places kept for phone and desk: what the office says of that day, else what is usual.
    /// A team that comes keeps none: its people are known.
    #[must_use]
    pub fn assisted_share_on(&self, date: Date, usual: &UsualShare) -> u8 {
        if self.kind == OfficeKind::Mobile {
            return 0;
        }
        let own = self.assisted_shares.iter().find(|share| share.is_valid_on(date));
        match own {
            Some(own) => own.percent,
            None if usual.from <= date => usual.percent,
            None => 0,
        }
    }
}

/// Checks the shares of an office.
///
/// # Errors
/// What is wrong with the first that cannot be used, or that two apply to one day.
pub(super) fn check(shares: &[AssistedShare], kind: OfficeKind) -> Result<(), SettingFault> {
    if !shares.is_empty() && kind == OfficeKind::Mobile {
        return Err(SettingFault::SharesOfTeam);
    }
    for (nth, share) in shares.iter().enumerate() {
        if share.percent > 100 {
            return Err(SettingFault::SharePercent);
        }
        if share.valid_to.is_some_and(|last| last < share.valid_from) {
            return Err(SettingFault::SharePeriod);
        }
        let ends_before =
            |one: &AssistedShare, two: &AssistedShare| one.valid_to.is_some_and(|last| last < two.valid_from);
        let meets = |other: &AssistedShare| !ends_before(share, other) && !ends_before(other, share);
        if shares.iter().skip(nth + 1).any(meets) {
            return Err(SettingFault::SharesMeet);
        }
    }
    Ok(())
}

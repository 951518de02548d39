//! The states of an account.

use crate::{dossier::Actor, str_enum::str_enum};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Working days for a level-2 account of a holder of a valid card (Decree 69/2024/NĐ-CP, art. 13).
pub const ACCOUNT_WORKING_DAYS: u16 = 3;
/// The same without a valid chip card, so also when card and account are asked for together.
pub const ACCOUNT_WORKING_DAYS_WITH_CARD: u16 = 7;

str_enum! {
    /// Where an account stands.
    pub enum AccountState {
        /// Never asked for.
        None = "none",
        /// Level 1, in use.
        L1Active = "l1_active",
        /// Level 2 asked for; the officer took the biometrics.
        L2Requested = "l2_requested",
        /// Being checked.
        L2Review = "l2_review",
        /// Not approved.
        L2Refused = "l2_refused",
        /// Approved, waiting to be activated.
        L2Approved = "l2_approved",
        /// Not activated within the days given. Not lost: the person may try, or call.
        L2Overdue = "l2_overdue",
        /// Level 2, in use.
        L2Active = "l2_active",
        /// In use before, with a new phone now: waits to be activated again with it.
        DeviceReset = "device_reset",
        /// Locked.
        Locked = "locked",
    }
}

impl AccountState {
    /// 2 once level 2 was activated, 1 for level 1 in use (also while level 2 is asked for by someone who had it),
    /// else 0. What a locked account had is not known from the state alone: 0.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self {
            Self::L2Active | Self::DeviceReset => 2,
            Self::L1Active => 1,
            Self::None
            | Self::L2Requested
            | Self::L2Review
            | Self::L2Refused
            | Self::L2Approved
            | Self::L2Overdue
            | Self::Locked => 0,
        }
    }

    /// Whether the activation journey may be tried: also when overdue, the hotline is told of only then.
    #[must_use]
    pub const fn may_activate(self) -> bool {
        matches!(self, Self::L2Approved | Self::L2Overdue | Self::DeviceReset)
    }
}

/// A change of state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = AccountStateEvent))]
pub struct Event {
    /// Into this state.
    pub state: AccountState,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
}

//! The states of a dossier.

use super::Actor;
use crate::str_enum::str_enum;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

str_enum! {
    /// Where a dossier stands.
    pub enum DossierState {
        /// Typed, not sent.
        Draft = "draft",
        /// Sent without a visit yet.
        Submitted = "submitted",
        /// A visit is booked.
        Booked = "booked",
        /// Nobody came; cancelled by itself at the end of the day. A new visit may be booked.
        NoShow = "no_show",
        /// Arrived, waiting to be called.
        CheckedIn = "checked_in",
        /// At the counter.
        InIntake = "in_intake",
        /// The population data must be corrected first.
        DataCorrection = "data_correction",
        /// Received, with slip CC02.
        Received = "received",
        /// Sent to the ministry's centre.
        SentToMinistry = "sent_to_ministry",
        /// Being checked.
        InReview = "in_review",
        /// Something must be added or corrected.
        NeedsCorrection = "needs_correction",
        /// Approved.
        Approved = "approved",
        /// The card is printed.
        Printed = "printed",
        /// The card is on its way.
        InTransit = "in_transit",
        /// The card is at the office.
        AtOffice = "at_office",
        /// The person was told.
        Notified = "notified",
        /// The post delivers the card.
        WithPost = "with_post",
        /// The post could not deliver it.
        ReturnedByPost = "returned_by_post",
        /// Nobody collected it.
        Unclaimed = "unclaimed",
        /// The card was handed over.
        HandedOver = "handed_over",
        /// The visit for an account alone is done.
        Completed = "completed",
        /// Refused in writing (CC03).
        Refused = "refused",
        /// Cancelled or withdrawn.
        Cancelled = "cancelled",
        /// Not corrected in time; must be begun again.
        Expired = "expired",
    }
}

impl DossierState {
    /// Whether nothing can follow.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(
            self,
            Self::HandedOver | Self::Completed | Self::Refused | Self::Cancelled | Self::Expired
        )
    }

    /// Whether it counts as the person's one open dossier. After a missed visit a person may begin anew.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !self.is_final() && !matches!(self, Self::NoShow)
    }

    /// Whether the person is to come again with what was asked for: another visit can be booked for it.
    #[must_use]
    pub const fn asks_to_return(self) -> bool {
        matches!(self, Self::DataCorrection | Self::NeedsCorrection)
    }

    /// Whether an agency must act before the lawful day: the dossier is received, nothing is asked for, and the card is not
    /// there yet.
    #[must_use]
    pub const fn clock_runs(self) -> bool {
        matches!(
            self,
            Self::Received
                | Self::SentToMinistry
                | Self::InReview
                | Self::Approved
                | Self::Printed
                | Self::InTransit
        )
    }

    /// Code of the national portal's dossier interface, 1 to 10; a draft has none. A missed visit counts as
    /// processing stopped (8), because it was not the citizen who withdrew.
    #[must_use]
    pub const fn national_code(self) -> Option<u8> {
        Some(match self {
            Self::Draft => return None,
            Self::Submitted | Self::Booked | Self::CheckedIn => 1,
            Self::InIntake | Self::Received => 2,
            Self::Refused => 3,
            Self::SentToMinistry | Self::InReview | Self::Approved | Self::Printed => 4,
            Self::DataCorrection | Self::NeedsCorrection => 5,
            Self::Cancelled => 7,
            Self::NoShow | Self::Expired => 8,
            Self::InTransit
            | Self::AtOffice
            | Self::Notified
            | Self::WithPost
            | Self::ReturnedByPost
            | Self::Unclaimed => 9,
            Self::HandedOver | Self::Completed => 10,
        })
    }

    /// Who must do the next thing; `None` when there is none.
    #[must_use]
    pub const fn who_acts_next(self) -> Option<Actor> {
        Some(match self {
            Self::Draft
            | Self::Submitted
            | Self::Booked
            | Self::NoShow
            | Self::DataCorrection
            | Self::NeedsCorrection
            | Self::Notified
            | Self::Unclaimed => Actor::Citizen,
            Self::CheckedIn | Self::InIntake | Self::Received | Self::AtOffice | Self::ReturnedByPost => {
                Actor::Officer
            }
            Self::SentToMinistry | Self::InReview | Self::Approved | Self::Printed => Actor::Ministry,
            Self::InTransit | Self::WithPost => Actor::Post,
            Self::HandedOver | Self::Completed | Self::Refused | Self::Cancelled | Self::Expired => {
                return None;
            }
        })
    }
}

/// A change of state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = DossierEvent))]
pub struct Event {
    /// Into this state.
    pub state: DossierState,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// By whom.
    pub actor: Actor,
}

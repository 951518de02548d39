//! The stages of a dossier as a person follows them.

mod read;

use super::Actor;
use crate::str_enum::str_enum;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

str_enum! {
    /// A stage on the way, in order.
    pub enum StageKind {
        /// The visit is booked.
        Booked = "booked",
        /// The person came.
        Attended = "attended",
        /// The dossier is received.
        Received = "received",
        /// Sent to the ministry.
        Sent = "sent",
        /// Approved.
        Approved = "approved",
        /// The card is printed.
        Printed = "printed",
        /// The card is on its way.
        OnTheWay = "on_the_way",
        /// The card is at the office.
        AtOffice = "at_office",
        /// The person was told.
        Notified = "notified",
        /// The post delivers it.
        WithPost = "with_post",
        /// The card was handed over.
        HandedOver = "handed_over",
        /// The account is approved.
        AccountApproved = "account_approved",
        /// The account is activated.
        AccountActivated = "account_activated",
    }
}

str_enum! {
    /// Why the way ended, or stands, at a stage.
    pub enum Stop {
        /// Nobody came; a new visit can be booked.
        NoShow = "no_show",
        /// Refused in writing.
        Refused = "refused",
        /// Cancelled or withdrawn.
        Cancelled = "cancelled",
        /// Not corrected in time.
        Expired = "expired",
        /// The account was not approved; it can be asked for again.
        AccountRefused = "account_refused",
    }
}

/// Whether a stage is behind, now, or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum StageStatus {
    /// Behind: `{"is":"done","at":"2026-11-20T02:10:00Z"}`.
    Done {
        /// When; `None` where it was passed without an entry of its own.
        #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
        at: Option<Timestamp>,
    },
    /// What everybody waits for now.
    Current {
        /// Since when.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        since: Timestamp,
        /// Who must act.
        who_acts_next: Actor,
        /// Latest day: the lawful one for an agency; for a person the day of the visit, the last day to correct or to
        /// activate. A card that waits for its owner is kept: there it is the day from which it counts as uncollected, and
        /// no law sets it. `None` where there is none, or while the lawful clock stands.
        #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
        latest: Option<Date>,
        /// The lawful clock stands until something is corrected.
        paused: bool,
    },
    /// Ahead.
    ToCome {
        /// Latest lawful day, where the law sets one for this stage.
        #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
        latest: Option<Date>,
    },
    /// The way ended here.
    Stopped {
        /// When.
        #[cfg_attr(feature = "openapi", schema(value_type = String))]
        at: Timestamp,
        /// Why.
        why: Stop,
    },
}

/// A stage of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stage {
    /// Which.
    pub kind: StageKind,
    /// Where it stands.
    pub status: StageStatus,
    /// Days past `latest` of a current stage: working days where an agency must act, calendar days for activation.
    pub overdue_days: u16,
}

impl Stage {
    pub(super) const fn new(kind: StageKind, status: StageStatus) -> Self {
        Self {
            kind,
            status,
            overdue_days: 0,
        }
    }
}

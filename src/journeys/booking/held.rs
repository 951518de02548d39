//! A place kept for the person while the form is filled in.

use crate::browser::{intl, timer};
use eid_domain::booking::{AgeGroup, Service};
use eid_domain::wire::holds::Hold;
use eid_domain::wire::slots::SlotQuery;
use serde::{Deserialize, Serialize};

/// The hold, and for what it was taken.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Held {
    /// As the server gave it.
    pub(super) hold: Hold,
    /// The device's clock when it lapses: only distances count, so a wrong clock does no harm.
    pub(super) until_ms: f64,
    service: Service,
    age_group: AgeGroup,
}

impl Held {
    /// A hold that the server has just given or extended.
    pub(super) fn new(hold: Hold, visit: SlotQuery) -> Self {
        let until_ms = timer::now_ms() + f64::from(hold.expires_in_s) * 1000.0;
        Self {
            hold,
            until_ms,
            service: visit.service,
            age_group: visit.age_group,
        }
    }

    /// The same after an extension.
    pub(super) fn extended(&self, hold: Hold) -> Self {
        Self::new(
            hold,
            SlotQuery {
                service: self.service,
                age_group: self.age_group,
            },
        )
    }

    /// Whether it is for this office and visit.
    pub(super) fn fits(&self, office: &str, visit: SlotQuery) -> bool {
        self.hold.office_id == office && self.service == visit.service && self.age_group == visit.age_group
    }

    /// Whether it is for the same thing to be done.
    pub(super) fn is_for(&self, service: Service) -> bool {
        self.service == service
    }

    /// Whether its time is over.
    pub(super) fn is_over(&self, now_ms: f64) -> bool {
        now_ms >= self.until_ms
    }

    /// "07:30, Thứ Hai, 23 tháng 11, 2026".
    pub(super) fn when(&self) -> String {
        intl::date_time(self.hold.starts_at)
    }
}

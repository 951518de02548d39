//! A place kept while the form is filled in: for one person, or a window for a family.

use crate::browser::{intl, timer};
use eid_domain::booking::Service;
use eid_domain::wire::holds::{Extended, Hold};
use eid_domain::wire::slots::SlotQuery;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// What is kept, and for whom it was taken.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Held {
    /// The hold's id.
    pub(super) id: String,
    /// The office's id.
    pub(super) office: String,
    /// Local start at the office.
    #[serde(deserialize_with = "eid_domain::when::read")]
    pub(super) starts_at: DateTime,
    /// When the last of a family is done.
    #[serde(default, deserialize_with = "eid_domain::when::read")]
    pub(super) ends_at: Option<DateTime>,
    /// How often it can still be extended.
    pub(super) extensions_left: u8,
    /// The device's clock when it lapses: only distances count, so a wrong clock does no harm.
    pub(super) until_ms: f64,
    /// What is to be done for whom, as [`purpose`] or a family says it.
    pub(super) purpose: String,
}

/// What is to be done for whom, in one word.
pub(super) fn purpose(visit: SlotQuery) -> String {
    format!("{}:{}", visit.service.as_str(), visit.age_group.as_str())
}

/// The device's clock so many seconds from now.
pub(super) fn in_seconds(seconds: u32) -> f64 {
    timer::now_ms() + f64::from(seconds) * 1000.0
}

impl Held {
    /// A hold that the server has just given.
    pub(super) fn new(hold: Hold, visit: SlotQuery) -> Self {
        Self {
            until_ms: in_seconds(hold.expires_in_s),
            id: hold.id,
            office: hold.office_id,
            starts_at: hold.starts_at,
            ends_at: None,
            extensions_left: hold.extensions_left,
            purpose: purpose(visit),
        }
    }

    /// The same after an extension.
    pub(super) fn extended(&self, by: &Extended) -> Self {
        Self {
            until_ms: in_seconds(by.expires_in_s),
            extensions_left: by.extensions_left,
            ..self.clone()
        }
    }

    /// Whether it is at this office and for this purpose.
    pub(super) fn fits(&self, office: &str, purpose: &str) -> bool {
        self.office == office && self.purpose == purpose
    }

    /// Whether it is for the same thing to be done.
    pub(super) fn is_for(&self, service: Service) -> bool {
        self.purpose.split(':').next() == Some(service.as_str())
    }

    /// Whether its time is over.
    pub(super) fn is_over(&self, now_ms: f64) -> bool {
        now_ms >= self.until_ms
    }

    /// "07:30, Thứ Hai, 23 tháng 11, 2026"; for a family "07:30–08:40, Thứ Hai, …".
    pub(super) fn when(&self) -> String {
        match self.ends_at {
            None => intl::date_time(self.starts_at),
            Some(end) => {
                let (from, to) = (intl::time(self.starts_at.time()), intl::time(end.time()));
                format!("{from}–{to}, {}", intl::long_date(self.starts_at.date()))
            }
        }
    }
}

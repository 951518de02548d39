//! What a slip says.

use crate::{
    booking::Service,
    calendar::{office_now, office_timestamp},
    office::OfficeId,
    reference::Reference,
};
use jiff::{Timestamp, civil::DateTime};
use serde::{Deserialize, Serialize};

/// A visit as its slip names it. Nothing about the person.
///
/// As claims: `{"sub":"K7M-2XP-94R","off":"hcm-pc06","at":1795566600,"min":30,"svc":"card_and_account","seq":0,"iat":1795395600}`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipClaims {
    /// The dossier's reference.
    pub reference: Reference,
    /// Where.
    pub office: OfficeId,
    /// Local start at the office, to the second.
    pub starts_at: DateTime,
    /// Length in minutes.
    pub minutes: u16,
    /// What for.
    pub service: Service,
    /// The visit's sequence: a slip with a lower one is out of date.
    pub sequence: u32,
    /// When the visit was booked or last moved, to the second.
    pub issued_at: Timestamp,
}

/// The claims as they are written; short names keep the code small.
#[derive(Serialize, Deserialize)]
pub(super) struct Written {
    sub: Reference,
    off: OfficeId,
    at: i64,
    min: u16,
    svc: Service,
    seq: u32,
    iat: i64,
}

impl From<&SlipClaims> for Written {
    fn from(claims: &SlipClaims) -> Self {
        Self {
            sub: claims.reference.clone(),
            off: claims.office.clone(),
            at: office_timestamp(claims.starts_at).as_second(),
            min: claims.minutes,
            svc: claims.service,
            seq: claims.sequence,
            iat: claims.issued_at.as_second(),
        }
    }
}

impl Written {
    /// What it says; `None` for instants that no clock shows.
    pub(super) fn read(self) -> Option<SlipClaims> {
        Some(SlipClaims {
            reference: self.sub,
            office: self.off,
            starts_at: office_now(Timestamp::from_second(self.at).ok()?),
            minutes: self.min,
            service: self.svc,
            sequence: self.seq,
            issued_at: Timestamp::from_second(self.iat).ok()?,
        })
    }
}

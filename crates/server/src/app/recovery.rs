//! Another password for who has forgotten the old one: number and phone on file, a code, both security answers. Until the
//! code was given, one for nobody looks like every other.

use super::codes;
use crate::{problem::ApiError, secret, web::cookies};
use axum::http::HeaderMap;
use eid_domain::{problem::ProblemCode, wire::recovery::RecoveryBegun};
use eid_store::{
    Tx, codes as sent,
    recoveries::{self, Recovery},
};
use jiff::{SignedDuration, Timestamp};

/// From step to step.
const LASTS: SignedDuration = SignedDuration::from_mins(15);

/// When one that moves now lapses.
#[must_use]
pub fn open_until(now: Timestamp) -> Timestamp {
    now.saturating_add(LASTS).unwrap_or(Timestamp::MAX)
}

/// The one of a request's cookie.
///
/// # Errors
/// `journey_expired`, also where there was none.
pub async fn live(tx: &mut Tx, headers: &HeaderMap, now: Timestamp) -> Result<Recovery, ApiError> {
    let expired = || ApiError::from(ProblemCode::JourneyExpired);
    let token = cookies::get(headers, cookies::RECOVERY).ok_or_else(expired)?;
    let found = recoveries::live(tx, &secret::digest(token), now).await?;
    found.ok_or_else(expired)
}

/// What is told of a code.
#[must_use]
pub fn told(row: &sent::OneTimeCode, now: Timestamp) -> RecoveryBegun {
    RecoveryBegun {
        code_expires_in_s: codes::expires_in(row, now),
        resend_in_s: codes::resend_in(row, now),
    }
}

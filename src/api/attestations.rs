//! `/api/account/attestations`, `/api/account/children/{id}/attestations`, `/api/attestations`: showing one's e-ID or a child's,
//! and judging what somebody shows.

use super::{ApiError, Call, Holder, config, slips};
use crate::browser::{
    online,
    storage::{self, Keep},
    timer,
};
use eid_domain::attest::{Judged, find};
use eid_domain::slip::KeySet;
use eid_domain::wire::attestations::{
    Attestation, AttestationState, CheckAttestation, CheckedAttestation, NewAttestation, ShownAttestations,
};
use jiff::Timestamp;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::cell::Cell;

/// Under which name the device keeps by how many seconds its clock is behind.
const CLOCK: &str = "clock-ahead";
/// Where statements are kept, behind whose account it is.
const SHOWN: &str = "attestations";

thread_local! {
    static AHEAD: Cell<Option<f64>> = const { Cell::new(None) };
}

type Judge = fn(&str, &KeySet, Timestamp) -> Judged;

/// What reads and judges a statement comes when one is looked at, never before.
#[wasm_split(attest_judge, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_judge() -> Result<Judge, SplitLoaderError> {
    Ok(eid_domain::attest::judge)
}

/// Judges what was scanned or pasted, by this device's clock. Without a network the keys that the device has kept are used.
///
/// # Errors
/// [`ApiError::Offline`] where the keys or the code could not be had and nothing is kept.
pub async fn judge(text: &str) -> Result<Judged, ApiError> {
    if find(text).is_none() {
        return Ok(Judged::NotOurs);
    }
    let judge = load_judge().await.map_err(|_| ApiError::Offline)?;
    let keys = slips::keys().await?;
    let now = timer::now_ms() + ahead().await;
    Ok(judge(
        text,
        &keys,
        Timestamp::from_millisecond(now as i64).unwrap_or_default(),
    ))
}

/// By how many milliseconds the server's clock is ahead of this device's, as far as it is known: phones at a gate may be
/// minutes wrong, and a minute is all that a statement has.
async fn ahead() -> f64 {
    if let Some(known) = AHEAD.get() {
        return known;
    }
    let kept = || storage::get(Keep::Device, CLOCK)?.parse::<i32>().ok();
    let fresh = if online::now() {
        config::fresh().await.ok()
    } else {
        None
    };
    let Some(config) = fresh else {
        return kept().map_or(0.0, |seconds| 1000.0 * f64::from(seconds));
    };
    let ahead = config.now.as_millisecond() as f64 - timer::now_ms();
    storage::set(Keep::Device, CLOCK, &((ahead / 1000.0) as i32).to_string());
    AHEAD.set(Some(ahead));
    ahead
}

/// Fetches what judging needs, so that it works when the network is gone later.
pub async fn prepare() {
    let _ = load_judge().await;
    let _ = slips::keys().await;
    let _ = ahead().await;
}

/// Makes a statement.
///
/// # Errors
/// `not_signed_in`, `state_conflict`, `too_many_requests`
pub async fn create(of: &Holder, wanted: &NewAttestation) -> Result<Attestation, ApiError> {
    Call::post(of.path(SHOWN), wanted).send().await
}

/// Takes back what is shown now.
///
/// # Errors
/// `not_signed_in`
pub async fn revoke(of: &Holder) -> Result<(), ApiError> {
    Call::delete(of.path(SHOWN)).send().await
}

/// What was shown lately, and who asked about it.
///
/// # Errors
/// `not_signed_in`
pub async fn shown(of: &Holder) -> Result<ShownAttestations, ApiError> {
    Call::get(of.path(SHOWN)).send().await
}

/// Whether what somebody shows stands.
///
/// # Errors
/// [`ApiError`]
pub async fn check(token: &str, checker: &str) -> Result<AttestationState, ApiError> {
    let asked = CheckAttestation {
        token: token.to_owned(),
        checker: checker.to_owned(),
    };
    let answer: CheckedAttestation = Call::post("/api/attestations/check", &asked).send().await?;
    Ok(answer.state)
}

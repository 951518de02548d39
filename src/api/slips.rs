//! `/api/slips`: is a slip genuine, and does its visit still stand? The first is judged on the device.

use super::{ApiError, Call};
use crate::browser::{
    json, online,
    storage::{self, Keep},
};
use eid_domain::slip::{KeySet, Verdict, find};
use eid_domain::wire::SLIP;
use eid_domain::wire::slips::{SlipStanding, SlipState};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::cell::Cell;

/// Under which name the keys are kept on the device. They are public.
const KEPT: &str = "slip-keys";

thread_local! {
    static PREPARED: Cell<bool> = const { Cell::new(false) };
}

type Judge = fn(&str, &KeySet) -> Verdict;

/// The arithmetic of signatures comes when a slip is checked, never before.
#[wasm_split(slip_judge, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_judge() -> Result<Judge, SplitLoaderError> {
    Ok(eid_domain::slip::judge)
}

/// Judges what was scanned or pasted. Without a network the keys that the device has kept are used.
///
/// # Errors
/// [`ApiError::Offline`] where the keys or the code could not be had and nothing is kept.
pub async fn judge(text: &str) -> Result<Verdict, ApiError> {
    if find(text).is_none() {
        return Ok(Verdict::NotASlip);
    }
    let judge = load_judge().await.map_err(|_| ApiError::Offline)?;
    let keys = keys().await?;
    Ok(judge(text, &keys))
}

/// Fetches what judging needs, once, so that it works when the network is gone later.
pub async fn prepare() {
    if PREPARED.replace(true) {
        return;
    }
    let _ = load_judge().await;
    let _ = keys().await;
}

/// The present keys; where the server cannot be asked, those of the last time.
pub(super) async fn keys() -> Result<KeySet, ApiError> {
    let kept = || {
        let text = storage::get(Keep::Device, KEPT)?;
        json::read::<KeySet>(&text)
    };
    if !online::now()
        && let Some(kept) = kept()
    {
        return Ok(kept);
    }
    match Call::get("/api/slips/keys").send::<KeySet>().await {
        Ok(fresh) => {
            if let Some(text) = json::write(&fresh) {
                storage::set(Keep::Device, KEPT, &text);
            }
            Ok(fresh)
        }
        Err(error) => kept().ok_or(error),
    }
}

/// What has become of the visit of a slip.
///
/// # Errors
/// [`ApiError`]
pub async fn standing(token: &str) -> Result<SlipState, ApiError> {
    let asked = Call::get("/api/slips/standing").header(SLIP, token);
    let answer: SlipStanding = asked.send().await?;
    Ok(answer.state)
}

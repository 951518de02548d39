//! Waiting and ticking.

use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds since 1970 by the device's clock: for distances, never for rules.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The instant of such milliseconds.
pub fn instant(ms: f64) -> Timestamp {
    Timestamp::from_millisecond(ms as i64).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Today at the offices by the device's clock: where the server cannot be asked.
pub fn office_date() -> Date {
    eid_domain::calendar::office_date(instant(now_ms()))
}

/// Waits.
pub async fn sleep(ms: u32) {
    let promise = js_sys::Promise::new(&mut |done, _| {
        let delay = i32::try_from(ms).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, delay);
    });
    let _ = JsFuture::from(promise).await;
}

/// Calls `tick` every second for as long as the calling component lives.
pub fn every_second(tick: impl Fn() + 'static) {
    // Clearing alone is not trusted: browsers hand out handles that do not fit the binding's `i32` when a test puts its
    // own clock in place, and a tick on what is gone would stop the page.
    let alive = Arc::new(AtomicBool::new(true));
    let still = alive.clone();
    let guarded = move || {
        if still.load(Ordering::Relaxed) {
            tick();
        }
    };
    if let Ok(handle) = set_interval_with_handle(guarded, Duration::from_secs(1)) {
        on_cleanup(move || {
            alive.store(false, Ordering::Relaxed);
            handle.clear();
        });
    }
}

/// Calls `tick` every so many seconds, but only while the page is in front, for as long as the calling component lives.
pub fn every_while_seen(seconds: u32, tick: impl Fn() + 'static) {
    let passed = StoredValue::new(0_u32);
    every_second(move || {
        let now = passed.get_value() + 1;
        let due = now >= seconds && !document().hidden();
        passed.set_value(if due { 0 } else { now });
        if due {
            tick();
        }
    });
}

//! When the person last did something on this site, in this or another tab.

use super::{
    storage::{self, Keep},
    timer,
};
use leptos::{ev, prelude::*};
use std::cell::Cell;

const NAME: &str = "active-at";
/// Other tabs learn of it at most this much later; a write a key press would be too much.
const SHARED_EVERY_MS: f64 = 5_000.0;

thread_local! {
    static LAST: Cell<f64> = const { Cell::new(0.0) };
    static SHARED: Cell<f64> = const { Cell::new(0.0) };
}

/// Listens to keys and pointers for as long as the calling component lives; now counts as the first sign of life.
pub fn watch() {
    note();
    let key = window_event_listener(ev::keydown, |_| note());
    let pointer = window_event_listener(ev::pointerdown, |_| note());
    let wheel = window_event_listener(ev::wheel, |_| note());
    on_cleanup(move || {
        key.remove();
        pointer.remove();
        wheel.remove();
    });
}

/// The person is there.
pub fn note() {
    let now = timer::now_ms();
    LAST.set(now);
    if now - SHARED.get() >= SHARED_EVERY_MS {
        SHARED.set(now);
        storage::set(Keep::Device, NAME, &whole(now).to_string());
    }
}

/// Without the fraction: writing and reading decimals takes more code than everything else here.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a clock's milliseconds are small and no less than nought"
)]
fn whole(ms: f64) -> u64 {
    ms as u64
}

/// The device's clock in milliseconds at the last sign of life.
#[expect(clippy::cast_precision_loss, reason = "a clock's milliseconds are small")]
pub fn last_ms() -> f64 {
    let elsewhere = storage::get(Keep::Device, NAME)
        .and_then(|text| text.parse::<u64>().ok())
        .map_or(0.0, |ms| ms as f64);
    // A clock that was put back must not make anybody active for ever.
    f64::max(LAST.get(), elsewhere).min(timer::now_ms())
}

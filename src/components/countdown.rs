//! How long a place is kept. Seen every second, said only when 5, 2 and 1 minutes are left and at the end.

use super::TextButton;
use crate::browser::{announce, timer};
use crate::i18n::{keys, t, tn};
use leptos::prelude::*;

/// Minutes left at which it is said aloud.
const SAID_AT: [u32; 3] = [5, 2, 1];

/// `mm:ss` of a number of seconds.
pub fn clock(seconds: u32) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

/// The minutes to say aloud when the time left goes from `before` to `now` seconds. A device that slept may skip
/// several marks: the last one is said.
pub fn minutes_to_announce(before: u32, now: u32) -> Option<u32> {
    SAID_AT
        .into_iter()
        .filter(|minutes| before > minutes * 60 && now <= minutes * 60)
        .min()
}

/// The clock of a kept place.
#[component]
pub fn Countdown(
    /// The device's clock in milliseconds at which it ends: now and the seconds that the server gave.
    #[prop(into)]
    until_ms: Signal<f64>,
    /// Keeps the place longer; leave out where that cannot be done.
    #[prop(optional, into)]
    on_extend: Option<Callback<()>>,
    /// Whether it can still be extended.
    #[prop(default = Signal::stored(true), into)]
    can_extend: Signal<bool>,
    /// Once, when the time is over.
    #[prop(into)]
    on_over: Callback<()>,
) -> impl IntoView {
    let left = move || seconds_between(timer::now_ms(), until_ms.get_untracked());
    let shown = RwSignal::new(left());
    let over = StoredValue::new(false);
    timer::every_second(move || {
        let (before, now) = (shown.get_untracked(), left());
        shown.set(now);
        if let Some(minutes) = minutes_to_announce(before, now) {
            announce::polite(&tn(keys::common::KEPT_MINUTES, minutes));
        }
        if now > 0 {
            over.set_value(false);
        } else if !over.get_value() {
            over.set_value(true);
            announce::polite(t(keys::common::KEPT_OVER));
            on_over.run(());
        }
    });
    let seconds = move || {
        until_ms.track();
        shown.get()
    };
    let extend = on_extend.map(|on_extend| {
        view! {
            <Show when=move || can_extend.get()>
                <TextButton label=t(keys::common::EXTEND) on_press=on_extend />
            </Show>
        }
    });
    view! {
        <div class="countdown" class:short=move || seconds() <= 120>
            <span aria-hidden="true">{t(keys::common::KEPT_FOR)}" "<span class="clock">{move || clock(seconds())}</span></span>
            <span class="visually-hidden">{move || tn(keys::common::KEPT_MINUTES, seconds().div_ceil(60))}</span>
            {extend}
        </div>
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "not negative, and small"
)]
fn seconds_between(now_ms: f64, until_ms: f64) -> u32 {
    ((until_ms - now_ms) / 1000.0).ceil().max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_clock_has_two_digits_each() {
        assert_eq!(clock(600), "10:00");
        assert_eq!(clock(61), "01:01");
        assert_eq!(clock(0), "00:00");
    }

    #[test]
    fn it_speaks_at_five_two_and_one_minutes_only() {
        let said: Vec<u32> = (0..600)
            .rev()
            .filter_map(|now| minutes_to_announce(now + 1, now))
            .collect();
        assert_eq!(said, [5, 2, 1]);
    }

    #[test]
    fn a_device_that_slept_hears_the_last_mark_once() {
        assert_eq!(minutes_to_announce(400, 50), Some(1));
        assert_eq!(minutes_to_announce(50, 49), None);
    }
}

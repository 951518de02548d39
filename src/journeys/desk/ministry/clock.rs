//! The demo's clock: forward only, so that a booked day comes.

use crate::api;
use crate::browser::{announce, intl};
use crate::components::{Button, ButtonKind};
use crate::i18n::{keys::desk as k, t, tf};
use eid_domain::calendar::{days_after, office_now, office_timestamp};
use jiff::{Timestamp, civil::time};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the product takes for now, and buttons that move it.
#[component]
pub(super) fn DemoClock(
    /// After it was moved.
    on_moved: Option<Callback<()>>,
) -> impl IntoView {
    let now = RwSignal::new(None::<Timestamp>);
    let failed = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let read = move || {
        spawn_local(async move {
            if let Ok(config) = api::config::fresh().await {
                now.set(Some(config.now));
                announce::polite(&tf(k::CLOCK_NOW, &[("time", &intl::instant(config.now))]));
            }
        });
    };
    read();
    let advance = move |seconds: u32| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::dev::advance_clock(seconds).await;
            busy.set(false);
            if let (Ok(()), Some(moved)) = (&answer, on_moved) {
                moved.run(());
            }
            failed.set(answer.err().map(|error| error.words()));
            read();
        });
    };
    let to_morning = move |()| {
        if let Some(seconds) = now.get_untracked().and_then(until_morning) {
            advance(seconds);
        }
    };
    view! {
        <div class="desk-clock">
            <p class="legend">{t(k::CLOCK_LEGEND)}</p>
            <p class="desk-clock-now">{move || now.get().map(intl::instant)}</p>
            <p class="row">
                <Button label=t(k::CLOCK_MORNING) kind=ButtonKind::Second on_press=to_morning />
                <Button label=t(k::CLOCK_HOUR) kind=ButtonKind::Second on_press=move |()| advance(3600) />
            </p>
            <p class="hint">{t(k::CLOCK_HINT)}</p>
            <p class="error-text" role="alert">{move || failed.get()}</p>
        </div>
    }
}

/// Seconds to 07:30 of the next day at the office.
fn until_morning(now: Timestamp) -> Option<u32> {
    // Not with a span of jiff's: the arithmetic of spans weighs 21 kB, and every officer's first page carried it for this.
    let morning = days_after(office_now(now).date(), 1).to_datetime(time(7, 30, 0, 0));
    u32::try_from(office_timestamp(morning).as_second() - now.as_second()).ok()
}

#[cfg(test)]
mod tests {
    use super::until_morning;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_next_morning_is_tomorrow_at_half_past_seven() {
        // Monday 23 November 2026, 09:00 in Viet Nam.
        let now = "2026-11-23T02:00:00Z".parse().unwrap();
        assert_eq!(until_morning(now), Some(22 * 3600 + 1800));
    }
}

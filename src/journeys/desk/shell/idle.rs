//! Nobody may find a desk open: after the server's idle time the session ends, two minutes before it asks.

use super::session;
use crate::api;
use crate::browser::{activity, announce, timer};
use crate::components::{Button, Dialog, clock};
use crate::i18n::{keys::desk as k, t, tf};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// So many seconds before the end a dialog asks.
const ASK_S: u32 = 120;
/// While somebody types without sending anything, the server is told this often that they are there.
const TELL_MS: f64 = 4.0 * 60_000.0;

/// Watches for as long as the page lives. Pages that refresh themselves keep the server's session alive, so idleness is
/// measured here, by keys and pointers in any tab.
#[component]
pub(in crate::journeys::desk) fn IdleGuard(
    /// Seconds of idleness after which the session ends.
    idle_s: u32,
) -> impl IntoView {
    activity::watch();
    let left = RwSignal::new(idle_s);
    let open = RwSignal::new(false);
    let done = StoredValue::new(false);
    let stay = move |()| {
        activity::note();
        open.set(false);
        tell();
    };
    timer::every_second(move || {
        if done.get_value() {
            return;
        }
        let now = left_of(idle_s, timer::now_ms() - activity::last_ms());
        left.set(now);
        if now == 0 {
            done.set_value(true);
            open.set(false);
            spawn_local(async {
                let _ = api::desk::sign_out().await;
                session::over();
            });
        } else if now <= ASK_S && !open.get_untracked() {
            open.set(true);
            announce::polite(t(k::IDLE_TITLE));
        } else if now > ASK_S && open.get_untracked() {
            open.set(false);
        }
        let told = session::touched_ms();
        if now > ASK_S && timer::now_ms() - told > TELL_MS && activity::last_ms() > told {
            tell();
        }
    });
    view! {
        <Dialog open=open title=t(k::IDLE_TITLE)>
            <p>{move || tf(k::IDLE_TEXT, &[("time", &clock(left.get()))])}</p>
            <p class="row"><Button label=t(k::IDLE_STAY) on_press=stay /></p>
        </Dialog>
    }
}

/// Tells the server that somebody is there.
fn tell() {
    spawn_local(async {
        let _ = session::call(api::desk::who()).await;
    });
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to what fits"
)]
fn left_of(idle_s: u32, idle_ms: f64) -> u32 {
    let gone = (idle_ms / 1000.0).floor().clamp(0.0, f64::from(idle_s)) as u32;
    idle_s - gone
}

#[cfg(test)]
mod tests {
    use super::left_of;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_time_left() {
        assert_eq!(left_of(1800, 0.0), 1800);
        assert_eq!(left_of(1800, -50.0), 1800);
        assert_eq!(left_of(1800, 1_680_999.0), 120);
        assert_eq!(left_of(1800, 4e12), 0);
    }
}

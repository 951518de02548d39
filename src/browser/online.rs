//! Whether the device thinks that it has a network.

use leptos::prelude::*;

/// `false` only where the device is sure that there is no network.
pub fn now() -> bool {
    window().navigator().on_line()
}

/// The same, followed for as long as the calling component lives.
pub fn signal() -> ReadSignal<bool> {
    let (online, set_online) = signal_of(now());
    let gone = window_event_listener(leptos::ev::offline, move |_| set_online.set(false));
    let back = window_event_listener(leptos::ev::online, move |_| set_online.set(true));
    on_cleanup(move || {
        gone.remove();
        back.remove();
    });
    online
}

fn signal_of(value: bool) -> (ReadSignal<bool>, WriteSignal<bool>) {
    leptos::prelude::signal(value)
}

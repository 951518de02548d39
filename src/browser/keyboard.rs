//! Keys that act on a whole page.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// Calls `pressed` with the name of a key for as long as the calling component lives; it tells whether it took the key.
///
/// Keys with Ctrl, Alt or Meta, keys typed into a field, and keys while a dialog is open are left alone.
pub fn shortcuts(pressed: impl Fn(&str) -> bool + 'static) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let elsewhere = event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing();
        if elsewhere || event.default_prevented() || is_typing(&event) {
            return;
        }
        if pressed(&event.key()) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let field = "input, textarea, select, dialog, [contenteditable]";
    element.is_some_and(|element| element.closest(field).is_ok_and(|found| found.is_some()))
}

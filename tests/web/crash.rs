//! The help block that takes the app's place when it stops.

use super::stage::{Stage, mount};
use crate::browser::crash;
use js_sys::Function;
use leptos::prelude::*;
use std::cell::Cell;
use std::panic;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

/// The app and the block beside it, as `index.html` has them.
fn page() -> Stage {
    mount(|| {
        view! {
            <div id="app"><input id="typed" />"App"</div>
            <div id="crash" hidden><h1 tabindex="-1">"Trang đã dừng lại"</h1><button id="reload">"Tải lại"</button></div>
        }
    })
}

#[wasm_bindgen_test]
fn the_help_block_takes_the_apps_place_with_a_button_that_needs_none_of_our_code() {
    let stage = page();
    crash::show();
    assert!(stage.get("#app").hidden());
    assert!(!stage.get("#crash").hidden());
    assert_eq!(document().active_element().unwrap().tag_name(), "H1");
    let reload = stage.get("#reload").onclick().unwrap();
    assert_eq!(
        String::from(reload.name()),
        "bound reload",
        "the browser's own function"
    );
}

thread_local! {
    static OURS: Cell<bool> = const { Cell::new(false) };
}

/// What `console.error` was told while a call ran, and whether the call ended in a trap.
const WATCHED: &str = "
    const [said, error] = [[], console.error];
    console.error = (...words) => said.push(words.join(' '));
    try { call(); return 'it went on'; } catch { return said.join('\\n'); } finally { console.error = error; }
";

#[wasm_bindgen_test]
fn a_panic_shows_the_block_and_tells_the_console_the_place_alone() {
    let stage = page();
    // The hook cannot be changed any more once something has panicked: other tests keep theirs beside it.
    let of_the_runner = panic::take_hook();
    crash::install();
    let ours = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if OURS.get() {
            ours(info)
        } else {
            of_the_runner(info)
        }
    }));

    // Story: a message made with what was typed ended in the console, where whoever repairs the phone reads it.
    let typed = String::from("098185000001");
    let call = Closure::once_into_js(move || {
        let read = typed.parse::<u8>().map_err(|_| typed);
        read.expect("Nguyễn Thị Mẫu");
    });
    OURS.set(true);
    let said = Function::new_with_args("call", WATCHED).call1(&JsValue::NULL, &call);
    OURS.set(false);

    let said = said.unwrap().as_string().unwrap();
    assert!(said.starts_with("the app stopped at "), "{said}");
    assert!(said.contains("crash.rs:"), "{said}");
    assert!(!said.contains("098185000001") && !said.contains("Mẫu"), "{said}");
    assert!(stage.get("#app").hidden());
    assert!(!stage.get("#crash").hidden());
    assert_eq!(document().active_element().unwrap().tag_name(), "H1");
    assert!(stage.get("#reload").onclick().is_some());
}

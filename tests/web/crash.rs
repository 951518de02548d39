//! The help block that takes the app's place when it stops.

use super::stage::mount;
use crate::browser::crash;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_help_block_takes_the_apps_place_with_a_button_that_needs_none_of_our_code() {
    let stage = mount(|| {
        view! {
            <div id="app">"App"</div>
            <div id="crash" hidden><h1 tabindex="-1">"Trang đã dừng lại"</h1><button id="reload">"Tải lại"</button></div>
        }
    });
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

//! Dialog: what people do with it and what they get.

use super::stage::{mount, settle};
use crate::components::{Dialog, TextButton};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn it_opens_over_the_page_and_gives_the_focus_back() {
    let owner = Owner::new();
    let open = owner.with(|| RwSignal::new(false));
    let stage = mount(move || {
        view! {
            <button id="opener" on:click=move |_| open.set(true)>"Hủy lịch"</button>
            <Dialog open=open title="Hủy lịch hẹn?">
                <TextButton label="Thôi" on_press=move |()| open.set(false) />
            </Dialog>
        }
    });
    assert_eq!(stage.count("dialog[open]"), 0);
    stage.get("#opener").focus().unwrap();
    stage.click("#opener").await;
    assert_eq!(stage.count("dialog:modal"), 1);
    assert_eq!(stage.text("dialog h2"), "Hủy lịch hẹn?");
    stage.click("dialog button").await;
    settle().await;
    assert_eq!(stage.count("dialog[open]"), 0);
    assert_eq!(super::stage::focused(), "opener");
}

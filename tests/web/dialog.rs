//! Dialog: what people do with it and what they get.

use super::stage::{mount, settle};
use crate::components::{Dialog, TextButton};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
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

/// Story: each question kept its own flag in step with what was asked, and forgot in its own way what had gone wrong before.
#[wasm_bindgen_test]
async fn it_is_open_while_something_is_asked_and_begins_anew_each_time() {
    let owner = Owner::new();
    let asked = owner.with(|| RwSignal::new(None::<String>));
    let stage = mount(move || {
        let question = move || {
            let failed = RwSignal::new(false);
            view! {
                <p>{asked.get_untracked()}{move || failed.get().then_some(": không được")}</p>
                <TextButton label="Thử" on_press=move |()| failed.set(true) />
            }
        };
        view! { <Dialog open=asked title="Có phải bạn không?">{question()}</Dialog> }
    });
    assert_eq!(stage.count("dialog[open]"), 0);
    asked.set(Some("Một".to_owned()));
    settle().await;
    assert_eq!(stage.text("dialog p"), "Một");
    stage.click("dialog button").await;
    assert_eq!(stage.text("dialog p"), "Một: không được");
    stage
        .get("dialog")
        .dyn_into::<web_sys::HtmlDialogElement>()
        .unwrap()
        .close();
    settle().await;
    assert_eq!((stage.count("dialog[open]"), asked.get_untracked()), (0, None));
    asked.set(Some("Hai".to_owned()));
    settle().await;
    assert_eq!(stage.text("dialog p"), "Hai");
}

//! Dialog: what people do with it and what they get.

use super::stage::{mount, settle};
use crate::components::{Dialog, TextButton};
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
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

/// Story: who gave numbers by keyboard pressed for the next one before the browser had told of the closing; that closed the
/// new dialog, and the key had done nothing.
#[wasm_bindgen_test]
async fn opened_again_before_the_browser_tells_of_the_closing_it_stays_open() {
    let owner = Owner::new();
    let open = owner.with(|| RwSignal::new(true));
    let stage = mount(move || view! { <Dialog open=open title="Số cho ai?">"Một"</Dialog> });
    settle().await;
    assert_eq!(stage.count("dialog:modal"), 1);
    let dialog = stage.get("dialog");
    let told = owner.with(|| StoredValue::new(0));
    let listener = Closure::<dyn Fn()>::new(move || {
        told.update_value(|times| *times += 1);
    });
    let _ = dialog.add_event_listener_with_callback("close", listener.as_ref().unchecked_ref());
    open.set(false);
    while stage.count("dialog[open]") > 0 {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    assert_eq!(told.get_value(), 0, "nobody has been told yet");
    open.set(true);
    settle().await;
    assert_eq!(told.get_value(), 1);
    assert!(open.get_untracked());
    assert_eq!(stage.count("dialog:modal"), 1);
}

//! Code field: what people do with it and what they get.

use super::stage::mount;
use crate::browser::timer;
use crate::components::{CodeField, Errors, Resend};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_pasted_code_keeps_its_six_digits() {
    let owner = Owner::new();
    let value = owner.with(|| RwSignal::new(String::new()));
    let stage = mount(move || view! { <CodeField id="code" label="Mã" value=value errors=Errors::new() /> });
    assert_eq!(stage.attribute("#code", "autocomplete").unwrap(), "one-time-code");
    assert_eq!(stage.attribute("#code", "inputmode").unwrap(), "numeric");

    stage.type_into("#code", "Ma: 123 456.").await;
    assert_eq!(value.get_untracked(), "123456");
    assert_eq!(stage.value("#code"), "123456");

    stage.type_into("#code", "12345678").await;
    assert_eq!(value.get_untracked(), "123456");
    assert_eq!(stage.value("#code"), "123456");
}

#[wasm_bindgen_test]
async fn another_code_can_be_asked_for_once_its_time_has_come() {
    let owner = Owner::new();
    let asked = owner.with(|| RwSignal::new(0));
    let at = timer::now_ms() + 1500.0;
    let stage = mount(move || {
        view! { <Resend at_ms=Signal::stored(at) on_press=move |()| asked.update(|count| *count += 1) /> }
    });
    assert!(stage.find("button").is_none());
    assert!(stage.text(".hint").contains("2 giây"), "{}", stage.text(".hint"));
    timer::sleep(2600).await;
    stage.click("button").await;
    assert_eq!(asked.get_untracked(), 1);
    assert_eq!(stage.said(), "Đang gửi mã mới…");
}

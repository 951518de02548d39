//! Error summary: what people do with it and what they get.

use super::stage::{focused, mount, settle};
use crate::components::{ErrorSummary, Errors, TextField};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn form(errors: Errors) -> impl IntoView {
    let value = RwSignal::new(String::new());
    view! {
        <ErrorSummary errors=errors />
        <TextField id="full_name" label="Họ tên" hint="Đủ dấu" value=value errors=errors />
    }
}

#[wasm_bindgen_test]
async fn errors_take_the_focus_and_mark_field_and_title() {
    let owner = Owner::new();
    let errors = owner.with(Errors::new);
    let stage = mount(move || form(errors));
    document().set_title("Thông tin – Hẹn Căn Cước");
    assert!(stage.find(".error-summary").is_none());
    assert_eq!(
        stage.attribute("#full_name", "aria-describedby").unwrap(),
        "full_name-hint"
    );

    errors.show(vec![
        ("full_name".into(), "Xin điền mục này.".into()),
        (String::new(), "Lỗi chung".into()),
    ]);
    settle().await;

    assert_eq!(focused(), "error-summary");
    assert_eq!(stage.text(".error-summary h2"), "Có 2 chỗ cần sửa");
    assert_eq!(stage.attribute(".error-summary a", "href").unwrap(), "#full_name");
    assert_eq!(stage.count(".error-summary li"), 2);
    assert_eq!(stage.attribute("#full_name", "aria-invalid").unwrap(), "true");
    assert_eq!(
        stage.attribute("#full_name", "aria-describedby").unwrap(),
        "full_name-hint full_name-error"
    );
    assert_eq!(stage.text("#full_name-error"), "Lỗi: Xin điền mục này.");
    assert_eq!(document().title(), "Lỗi: Thông tin – Hẹn Căn Cước");

    errors.clear();
    settle().await;
    assert!(stage.find(".error-summary").is_none());
    assert_eq!(stage.attribute("#full_name", "aria-invalid"), None);
    assert_eq!(document().title(), "Thông tin – Hẹn Căn Cước");
}

#[wasm_bindgen_test]
async fn the_same_errors_again_take_the_focus_again() {
    let owner = Owner::new();
    let errors = owner.with(Errors::new);
    let stage = mount(move || form(errors));
    errors.show_one("Mất mạng");
    settle().await;
    stage.get("#full_name").focus().unwrap();
    errors.show_one("Mất mạng");
    settle().await;
    assert_eq!(focused(), "error-summary");
    // No field is at fault, so none is promised.
    assert_eq!(stage.text(".error-summary h2"), "Chưa làm được");
    errors.clear();
}

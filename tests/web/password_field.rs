//! Password field: what people do with it and what they get.

use super::stage::mount;
use crate::components::{Check, Errors, PasswordField};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn rules_turn_green_while_typing_and_the_secret_can_be_shown() {
    let owner = Owner::new();
    let value = owner.with(|| RwSignal::new(String::new()));
    let stage = mount(move || {
        let checks = vec![
            Check {
                label: "Có chữ số".into(),
                met: |text| text.contains(|c: char| c.is_ascii_digit()),
            },
            Check {
                label: "Ít nhất 8 ký tự".into(),
                met: |text| text.chars().count() >= 8,
            },
        ];
        view! { <PasswordField id="password" label="Mật khẩu" value=value errors=Errors::new() autocomplete="new-password" checks=checks /> }
    });
    assert_eq!(stage.count(".checklist .met"), 0);
    assert_eq!(stage.text(".checklist li"), "Chưa đạt: Có chữ số");
    assert_eq!(
        stage.attribute("#password", "aria-describedby").unwrap(),
        "password-rules"
    );

    stage.type_into("#password", "a1").await;
    assert_eq!(stage.count(".checklist .met"), 1);
    assert_eq!(stage.text(".checklist .met"), "Đã đạt: Có chữ số");
    stage.type_into("#password", "a1bcdefg").await;
    assert_eq!(stage.count(".checklist .met"), 2);

    assert_eq!(stage.attribute("#password", "type").unwrap(), "password");
    stage.click("button").await;
    assert_eq!(stage.attribute("#password", "type").unwrap(), "text");
    assert_eq!(stage.attribute("button", "aria-label").unwrap(), "Ẩn mật khẩu");
    assert_eq!(stage.said(), "Mật khẩu đang hiện");
    assert_eq!(stage.value("#password"), "a1bcdefg");
}

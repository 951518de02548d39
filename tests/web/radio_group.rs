//! Radio group: what people do with it and what they get.

use super::stage::{focused, mount, settle};
use crate::browser::focus;
use crate::components::{Choice, Errors, RadioGroup};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_kept_answer_is_chosen_and_the_summary_reaches_the_first_choice() {
    let owner = Owner::new();
    let value = owner.with(|| RwSignal::new("both".to_owned()));
    let stage = mount(move || {
        let choices = vec![
            Choice::new("card", "Thẻ").hint("20 phút"),
            Choice::new("both", "Cả hai"),
        ];
        view! { <RadioGroup id="service" legend="Bạn cần gì?" choices=choices value=value errors=Errors::new() /> }
    });
    assert_eq!(stage.attribute("input:checked", "value").unwrap(), "both");
    stage.click("input[value=card]").await;
    assert_eq!(value.get_untracked(), "card");
    assert_eq!(stage.count("input:checked"), 1);
    assert_eq!(stage.text("#service-0-hint"), "20 phút");

    stage.get("input[value=both]").set_id("second");
    stage.get("input[value=card]").set_id("first");
    focus::now("service");
    settle().await;
    assert_eq!(focused(), "first");
}

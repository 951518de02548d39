//! Heading: what people do with it and what they get.

use super::stage::{mount, settle};
use crate::browser::focus;
use crate::components::Heading;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_new_page_is_named_said_and_focused_but_the_first_one_is_not() {
    let owner = Owner::new();
    let step = owner.with(|| RwSignal::new(1));
    let stage = mount(move || move || view! { <Heading text=format!("Bước {}", step.get()) /> });
    settle().await;
    assert_eq!(document().title(), "Bước 1 – Hẹn Căn Cước");
    assert_eq!(stage.said(), "");
    let heading = stage.get("h1");
    assert!(
        document()
            .active_element()
            .is_none_or(|active| active != *heading.unchecked_ref::<web_sys::Element>())
    );

    focus::want_heading();
    step.set(2);
    settle().await;
    assert_eq!(document().title(), "Bước 2 – Hẹn Căn Cước");
    assert_eq!(stage.said(), "Bước 2");
    assert_eq!(document().active_element().unwrap().tag_name(), "H1");
}

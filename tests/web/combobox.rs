//! Combobox: what people do with it and what they get.

use super::stage::{Stage, mount, settle};
use crate::components::{ComboOption, Combobox, Errors};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

const PLACES: [&str; 3] = ["Phường Bến Thành", "Phường Bến Nghé", "Phường Sài Gòn"];

fn stage(chosen: RwSignal<String>) -> Stage {
    mount(move || {
        let query = RwSignal::new(String::new());
        let options = Signal::derive(move || {
            let wanted = query.get().to_lowercase();
            let found = PLACES
                .iter()
                .enumerate()
                .filter(|(_, name)| name.to_lowercase().contains(&wanted));
            found
                .map(|(index, name)| ComboOption {
                    value: index.to_string(),
                    label: (*name).to_owned(),
                    hint: String::new(),
                })
                .collect::<Vec<_>>()
        });
        view! {
            <Combobox id="place" label="Nơi" query=query options=options errors=Errors::new() on_choose=move |value| chosen.set(value) />
        }
    })
}

#[wasm_bindgen_test]
async fn arrows_move_enter_chooses_and_the_focus_stays() {
    let owner = Owner::new();
    let chosen = owner.with(|| RwSignal::new(String::new()));
    let stage = stage(chosen);
    assert_eq!(stage.attribute("#place", "aria-expanded").unwrap(), "false");

    stage.type_into("#place", "bến").await;
    assert_eq!(stage.attribute("#place", "aria-expanded").unwrap(), "true");
    assert_eq!(stage.count("[role=option]"), 2);
    assert_eq!(stage.said(), "2 kết quả. Dùng phím mũi tên để chọn.");
    assert_eq!(stage.attribute("#place", "aria-activedescendant"), None);

    stage.press("#place", "ArrowDown").await;
    assert_eq!(
        stage.attribute("#place", "aria-activedescendant").unwrap(),
        "place-option-0"
    );
    stage.press("#place", "ArrowDown").await;
    stage.press("#place", "ArrowDown").await;
    assert_eq!(
        stage.attribute("#place", "aria-activedescendant").unwrap(),
        "place-option-0",
        "it goes round"
    );
    stage.press("#place", "ArrowUp").await;
    assert_eq!(stage.text("[aria-selected=true]"), "Phường Bến Nghé");

    assert!(
        stage.press("#place", "Enter").await,
        "the form around must not take the key"
    );
    assert_eq!(chosen.get_untracked(), "1");
    assert_eq!(stage.value("#place"), "Phường Bến Nghé");
    assert_eq!(stage.attribute("#place", "aria-expanded").unwrap(), "false");
    assert_eq!(super::stage::focused(), "place");
}

#[wasm_bindgen_test]
async fn escape_closes_and_then_empties() {
    let owner = Owner::new();
    let chosen = owner.with(|| RwSignal::new(String::new()));
    let stage = stage(chosen);
    stage.type_into("#place", "sài").await;
    stage.press("#place", "Escape").await;
    assert_eq!(stage.attribute("#place", "aria-expanded").unwrap(), "false");
    assert_eq!(stage.value("#place"), "sài");
    stage.press("#place", "Escape").await;
    assert_eq!(stage.value("#place"), "");
    assert!(
        !stage.press("#place", "Enter").await,
        "with nothing chosen the form gets the key"
    );
    assert_eq!(chosen.get_untracked(), "");
}

#[wasm_bindgen_test]
async fn a_click_chooses_and_nothing_found_is_said() {
    let owner = Owner::new();
    let chosen = owner.with(|| RwSignal::new(String::new()));
    let stage = stage(chosen);
    stage.type_into("#place", "xyz").await;
    assert_eq!(stage.count("[role=option]"), 0);
    assert_eq!(stage.said(), "Không có kết quả nào");
    stage.type_into("#place", "sài").await;
    stage.click("[role=option]").await;
    settle().await;
    assert_eq!(chosen.get_untracked(), "2");
}

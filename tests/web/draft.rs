//! Draft: what people do with it and what they get.

use crate::browser::draft::Draft;
use crate::browser::storage::{self, Keep};
use serde::{Deserialize, Serialize};
use wasm_bindgen_test::wasm_bindgen_test;

#[derive(Clone, Default, Debug, PartialEq, Serialize, Deserialize)]
struct Form {
    office: String,
    #[serde(skip)]
    personal_number: String,
}

#[wasm_bindgen_test]
fn what_was_typed_stays_but_identity_numbers_never_reach_the_storage() {
    let draft = Draft::<Form>::open("test-form");
    draft.update(|form| {
        form.office = "hcm-pc06".into();
        form.personal_number = "098012345678".into();
    });
    assert_eq!(
        Draft::<Form>::open("test-form").now().personal_number,
        "098012345678"
    );
    let kept = storage::get(Keep::Tab, "test-form").unwrap();
    assert_eq!(kept, r#"{"office":"hcm-pc06"}"#);
    draft.clear();
    assert_eq!(storage::get(Keep::Tab, "test-form"), None);
    assert_eq!(draft.now(), Form::default());
}

#[wasm_bindgen_test]
fn a_reload_finds_what_the_tab_kept_and_ignores_what_it_cannot_read() {
    storage::set(Keep::Tab, "test-kept", r#"{"office":"dn-01"}"#);
    assert_eq!(Draft::<Form>::open("test-kept").now().office, "dn-01");
    storage::set(Keep::Tab, "test-broken", "{");
    assert_eq!(Draft::<Form>::open("test-broken").now(), Form::default());
}

//! Date field: what people do with it and what they get.

use super::stage::mount;
use crate::components::{DateField, DateParts, Errors};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn three_fields_make_a_date_and_a_pasted_date_fills_all() {
    let owner = Owner::new();
    let parts = owner.with(|| DateParts::from_iso(""));
    let stage = mount(
        move || view! { <DateField id="birth" legend="Ngày sinh" parts=parts errors=Errors::new() allow_partial=true /> },
    );
    assert_eq!(untrack(|| parts.iso()), "");

    stage.type_into("#birth-day", "5").await;
    stage.type_into("#birth-month", "8").await;
    stage.type_into("#birth-year", "1985").await;
    assert_eq!(untrack(|| parts.iso()), "1985-08-05");

    stage.type_into("#birth-day", "31/12/1960").await;
    assert_eq!(untrack(|| parts.iso()), "1960-12-31");
    assert_eq!(stage.value("#birth-month"), "12");

    stage.type_into("#birth-day", "1959-02-03").await;
    assert_eq!(untrack(|| parts.iso()), "1959-02-03");
}

#[wasm_bindgen_test]
async fn papers_without_a_day_need_the_year_alone() {
    let owner = Owner::new();
    let parts = owner.with(|| DateParts::from_iso(""));
    let stage = mount(
        move || view! { <DateField id="birth" legend="Ngày sinh" parts=parts errors=Errors::new() allow_partial=true /> },
    );
    stage.click("#birth-partial").await;
    assert!(stage.find("#birth-day").is_none());
    stage.type_into("#birth-year", "1943").await;
    assert_eq!(untrack(|| parts.iso()), "1943");
    stage.type_into("#birth-month", "7").await;
    assert_eq!(untrack(|| parts.iso()), "1943-07");
}

#[wasm_bindgen_test]
fn fields_start_from_what_was_kept() {
    let owner = Owner::new();
    for iso in ["1985-08-15", "1943", "1943-07", ""] {
        let parts = owner.with(|| DateParts::from_iso(iso));
        assert_eq!(untrack(|| parts.iso()), iso);
    }
}

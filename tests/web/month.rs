//! Month: the keys of a date picker, one stop of the Tab key, and every day in words.

use super::stage::{Stage, focused, mount};
use crate::components::{DayState, Month, MonthDay};
use eid_domain::calendar::days_after;
use jiff::civil::{Date, date};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// November and December 2026: free on weekdays from the 23rd to 16 December; the 24th is a holiday, the 27th is full.
fn days() -> Vec<MonthDay> {
    let mut days = Vec::new();
    let mut at = date(2026, 11, 1);
    while at <= date(2026, 12, 31) {
        let (state, note) = match at {
            _ if at == date(2026, 11, 24) => (DayState::Closed, "Ngày Văn hóa Việt Nam"),
            _ if at == date(2026, 11, 27) => (DayState::Full, ""),
            _ if at < date(2026, 11, 23) => (DayState::Gone, ""),
            _ if at > date(2026, 12, 16) => (DayState::NotYet, ""),
            _ if at.weekday().to_monday_zero_offset() > 4 => (DayState::Closed, ""),
            _ => (DayState::Free(12), ""),
        };
        days.push(MonthDay {
            date: at,
            state,
            note: note.to_owned(),
        });
        at = days_after(at, 1);
    }
    days
}

fn stage(chosen: RwSignal<Option<Date>>) -> Stage {
    mount(move || {
        let choose = move |day| chosen.set(Some(day));
        view! { <Month days=days() start=date(2026, 11, 25) chosen=chosen on_choose=choose /> }
    })
}

fn nothing() -> (Owner, RwSignal<Option<Date>>) {
    let owner = Owner::new();
    let chosen = owner.with(|| RwSignal::new(None));
    (owner, chosen)
}

/// Presses a key where the grid is, and says which day has the focus then.
async fn press(stage: &Stage, key: &str) -> String {
    stage.press("[tabindex='0']", key).await;
    focused()
}

#[wasm_bindgen_test]
async fn the_keys_lead_where_date_pickers_lead() {
    let (_owner, chosen) = nothing();
    let stage = stage(chosen);
    for (key, day) in [
        ("ArrowRight", "2026-11-26"),
        ("ArrowLeft", "2026-11-25"),
        ("ArrowUp", "2026-11-18"),
        ("ArrowDown", "2026-11-25"),
        ("Home", "2026-11-23"),
        ("ArrowLeft", "2026-11-22"),
        ("End", "2026-11-22"),
        ("ArrowRight", "2026-11-23"),
        ("End", "2026-11-29"),
        // A week over the end of the month shows the next month.
        ("ArrowDown", "2026-12-06"),
        ("PageUp", "2026-11-06"),
        ("PageUp", "2026-11-01"),
        ("PageDown", "2026-12-01"),
        ("End", "2026-12-06"),
        ("PageDown", "2026-12-31"),
        ("ArrowRight", "2026-12-31"),
    ] {
        assert_eq!(press(&stage, key).await, format!("day-{day}"), "{key}");
        assert_eq!(
            stage.count("[role=grid] [tabindex='0']"),
            1,
            "one stop of the Tab key"
        );
        assert_eq!(
            stage.attribute("[tabindex='0']", "id"),
            Some(format!("day-{day}"))
        );
    }
    assert_eq!(chosen.get_untracked(), None, "moving chooses nothing");
    assert!(
        !stage.press("[tabindex='0']", "a").await,
        "other keys are the browser's"
    );
    assert!(
        stage.press("[tabindex='0']", "ArrowUp").await,
        "the page must not scroll"
    );
}

#[wasm_bindgen_test]
async fn enter_and_space_choose_what_is_free_and_say_why_not_otherwise() {
    let (_owner, chosen) = nothing();
    let stage = stage(chosen);
    press(&stage, "Enter").await;
    assert_eq!(chosen.get_untracked(), Some(date(2026, 11, 25)));
    assert_eq!(
        stage.attribute("#day-2026-11-25", "aria-selected").as_deref(),
        Some("true")
    );
    press(&stage, "ArrowRight").await;
    assert!(
        stage.press("[tabindex='0']", " ").await,
        "the page must not scroll"
    );
    assert_eq!(chosen.get_untracked(), Some(date(2026, 11, 26)));
    assert_eq!(
        stage.attribute("#day-2026-11-25", "aria-selected").as_deref(),
        Some("false")
    );
    press(&stage, "ArrowRight").await;
    press(&stage, "Enter").await;
    assert_eq!(
        chosen.get_untracked(),
        Some(date(2026, 11, 26)),
        "a full day cannot be chosen"
    );
    assert_eq!(stage.said(), "Thứ Sáu, 27 tháng 11, hết chỗ");
}

#[wasm_bindgen_test]
async fn every_day_says_what_it_is_and_the_month_says_its_name() {
    let (_owner, chosen) = nothing();
    let stage = stage(chosen);
    let label = |day: &str| stage.attribute(&format!("#day-{day}"), "aria-label").unwrap();
    assert_eq!(label("2026-11-25"), "Thứ Tư, 25 tháng 11, còn 12 khung giờ");
    assert_eq!(
        label("2026-11-24"),
        "Thứ Ba, 24 tháng 11, nghỉ: Ngày Văn hóa Việt Nam"
    );
    assert_eq!(label("2026-11-27"), "Thứ Sáu, 27 tháng 11, hết chỗ");
    assert_eq!(label("2026-11-22"), "Chủ Nhật, 22 tháng 11, không đặt được");
    for (day, text) in [
        ("2026-11-25", "2512"),
        ("2026-11-24", "24–"),
        ("2026-11-27", "27✕"),
        ("2026-11-22", "22"),
    ] {
        assert_eq!(stage.text(&format!("#day-{day}")), text, "told without colour");
    }
    assert_eq!(
        stage.attribute("#day-2026-11-24", "aria-disabled").as_deref(),
        Some("true")
    );
    assert_eq!(stage.attribute("#day-2026-11-25", "aria-disabled"), None);
    assert_eq!(stage.text("th"), "T2", "weeks begin on Monday");
    assert_eq!(stage.attribute("th", "abbr").as_deref(), Some("Thứ Hai"));
    // The first of November 2026 is a Sunday: the last of its week.
    assert_eq!(
        stage
            .attribute("tbody tr:first-child td:last-child", "id")
            .as_deref(),
        Some("day-2026-11-01")
    );
    assert_eq!(
        stage.attribute("#month-name", "aria-live").as_deref(),
        Some("polite")
    );
    let november = stage.text("#month-name");
    stage.click(".month-turn:last-of-type").await;
    assert_ne!(stage.text("#month-name"), november);
    assert_eq!(label("2026-12-17"), "Thứ Năm, 17 tháng 12, chưa mở đặt");
    assert_eq!(
        stage.attribute("[tabindex='0']", "id").as_deref(),
        Some("day-2026-12-25")
    );
    // There is nothing behind December: the button says so and does nothing.
    assert_eq!(
        stage
            .attribute(".month-turn:last-of-type", "aria-disabled")
            .as_deref(),
        Some("true")
    );
    stage.click(".month-turn:last-of-type").await;
    assert_eq!(
        stage.attribute("[tabindex='0']", "id").as_deref(),
        Some("day-2026-12-25")
    );
    stage.click("#day-2026-12-01").await;
    assert_eq!(chosen.get_untracked(), Some(date(2026, 12, 1)));
}

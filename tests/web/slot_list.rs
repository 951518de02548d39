//! Start times: one text for the browser, one handler for all.

use super::stage::mount;
use crate::components::{FreeTime, SlotList, Stage as Step, StageState, Timeline};
use jiff::civil::{Time, time};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn times_stand_under_their_part_of_the_day_and_a_press_anywhere_on_one_chooses_it() {
    let owner = Owner::new();
    let chosen = owner.with(|| RwSignal::new(None::<Time>));
    let stage = mount(move || {
        let free = |hour, minute, free| FreeTime {
            time: time(hour, minute, 0, 0),
            free,
        };
        let times = vec![free(7, 30, 2), free(11, 50, 1), free(12, 0, 4)];
        let choose = move |time| chosen.set(Some(time));
        view! { <SlotList times=times on_choose=choose /> }
    });
    assert_eq!(stage.count(".slots-part"), 2, "nothing in the evening");
    assert_eq!(stage.text(".slots-part:first-child h3"), "Buổi sáng");
    assert_eq!(stage.count(".slots-part:first-child button.slot"), 2);
    assert_eq!(stage.text("button[data-value='07:30:00']"), "07:30 còn 2 chỗ");
    stage.click("ul.slots").await;
    assert_eq!(
        chosen.get_untracked(),
        None,
        "between the buttons there is nothing to choose"
    );
    stage.click("button[data-value='11:50:00'] small").await;
    assert_eq!(chosen.get_untracked(), Some(time(11, 50, 0, 0)));
}

#[wasm_bindgen_test]
async fn words_of_a_step_are_words_whatever_they_hold() {
    let stage = mount(|| {
        let step = Step {
            state: StageState::Current,
            title: "<b>&".into(),
            when: "Từ 07:30".into(),
            note: String::new(),
        };
        view! { <Timeline stages=vec![step] /> }
    });
    assert_eq!(stage.count(".timeline b"), 0);
    assert!(stage.text(".timeline .title").starts_with("<b>&"));
    assert_eq!(stage.attribute(".timeline li", "aria-current").unwrap(), "step");
    assert_eq!(stage.count(".timeline .note"), 1, "an empty note is none");
}

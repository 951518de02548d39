//! Countdown: what people do with it and what they get.

use super::stage::mount;
use crate::browser::timer;
use crate::components::Countdown;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn it_shows_every_second_speaks_at_a_minute_and_ends_once() {
    let owner = Owner::new();
    let (until, over, extended) = owner.with(|| {
        (
            RwSignal::new(timer::now_ms() + 61_500.0),
            RwSignal::new(0),
            RwSignal::new(0),
        )
    });
    let stage = mount(move || {
        view! {
            <Countdown
                until_ms=until
                on_extend=move |()| extended.update(|count| *count += 1)
                on_over=move |()| over.update(|count| *count += 1)
            />
        }
    });
    assert_eq!(stage.text(".clock"), "01:02");
    assert_eq!(stage.said(), "");
    timer::sleep(2300).await;
    assert_eq!(stage.text(".clock"), "01:00");
    assert_eq!(stage.said(), "Chỗ của bạn còn được giữ 1 phút");
    assert!(stage.get(".countdown").class_list().contains("short"));

    stage.click("button").await;
    assert_eq!(extended.get_untracked(), 1);

    until.set(timer::now_ms() + 500.0);
    timer::sleep(2300).await;
    assert_eq!(stage.text(".clock"), "00:00");
    assert_eq!(stage.said(), "Đã hết giờ giữ chỗ");
    assert_eq!(over.get_untracked(), 1);
}

//! Start times to choose from, under the parts of the day.

use crate::browser::{dom, html::Html, intl};
use crate::i18n::{keys::common as k, t, tn};
use jiff::civil::{Time, time};
use leptos::{ev::MouseEvent, prelude::*};

const NOON: Time = time(12, 0, 0, 0);
const EVENING: Time = time(17, 0, 0, 0);

/// One start time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeTime {
    /// When.
    pub time: Time,
    /// Places left.
    pub free: u16,
}

/// The times of one day; parts of the day without any are left out.
#[component]
pub fn SlotList(
    /// In order.
    times: Vec<FreeTime>,
    /// What happens when a time is chosen.
    #[prop(into)]
    on_choose: Callback<Time>,
) -> impl IntoView {
    let choose = move |event: MouseEvent| {
        if let Some(time) = dom::value_of_target(&event, "data-value").and_then(|value| time_of(&value)) {
            on_choose.run(time);
        }
    };
    let parts = [
        (k::MORNING, Time::MIN..NOON),
        (k::AFTERNOON, NOON..EVENING),
        (k::EVENING, EVENING..Time::MAX),
    ];
    parts
        .into_iter()
        .map(|(name, hours)| (name, drawn(times.iter().filter(|one| hours.contains(&one.time)))))
        .filter(|(_, slots)| !slots.is_empty())
        .map(|(name, slots)| {
            view! { <div class="slots-part"><h3>{t(name)}</h3><ul class="slots" inner_html=slots.finish() on:click=choose></ul></div> }
        })
        .collect_view()
}

fn drawn<'a>(times: impl Iterator<Item = &'a FreeTime>) -> Html {
    let mut html = Html::new();
    for FreeTime { time, free } in times {
        let words = intl::time(*time);
        html.within(
            "<li><button class=slot type=button data-value=\"",
            &words,
            ":00\">",
        )
        .words(&words)
        .within(
            " <small>",
            &tn(k::PLACES, (*free).into()),
            "</small></button></li>",
        );
    }
    html
}

/// "07:30:00", as it stands in a button.
fn time_of(value: &str) -> Option<Time> {
    let part = |from: usize| value.get(from..from + 2)?.parse().ok();
    Time::new(part(0)?, part(3)?, 0, 0).ok()
}

//! What is true now, and what to do.

use super::words;
use crate::browser::intl;
use crate::i18n::{keys::queue as k, t, tf};
use eid_domain::queue::TicketState;
use eid_domain::wire::queue::PlaceView;
use leptos::prelude::*;

/// The one sentence that counts, and what goes with it.
pub(super) fn draw(place: &PlaceView) -> AnyView {
    let title = words::title(place);
    match place.state {
        TicketState::Called => called(title, place).into_any(),
        TicketState::Waiting => waiting(title, place).into_any(),
        TicketState::Serving => simple(title, t(k::SERVING_TEXT)).into_any(),
        TicketState::Done => simple(title, t(k::DONE_TEXT)).into_any(),
        TicketState::Absent => simple(title, t(k::ABSENT_TEXT)).into_any(),
    }
}

fn called(title: String, place: &PlaceView) -> impl IntoView {
    let station = place.station.map(words::station).unwrap_or_default();
    let at = place.station.map(|at| at.to_string()).unwrap_or_default();
    let text = tf(k::YOUR_TURN_TEXT, &[("station", &at)]);
    let again = (place.calls > 1).then(|| {
        let count = place.calls.to_string();
        view! { <p>{tf(k::CALLED_AGAIN, &[("count", &count)])}</p> }
    });
    view! {
        <div class="queue-turn">
            <p class="queue-title">{title}</p>
            <p class="queue-station">{station}</p>
            <p>{text}</p>
            {again}
        </div>
    }
}

fn waiting(title: String, place: &PlaceView) -> impl IntoView {
    let early = place
        .not_before
        .map(|time| view! { <p>{tf(k::NOT_BEFORE, &[("time", &intl::time(time))])}</p> });
    let back = (place.absences > 0).then(|| view! { <p>{t(k::BACK_OF_LINE)}</p> });
    view! {
        <p class="queue-title">{title}</p>
        <p class="queue-wait">{words::wait(place.wait_minutes)}</p>
        {early}
        {back}
    }
}

fn simple(title: String, text: &'static str) -> impl IntoView {
    view! { <p class="queue-title">{title}</p><p>{text}</p> }
}

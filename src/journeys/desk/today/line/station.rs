//! Which station somebody works at: asked once.

use super::state::{Line, MINE};
use super::words;
use crate::i18n::{keys::line as k, t};
use leptos::prelude::*;

/// A button a station.
#[component]
pub(super) fn Choose(
    /// The line.
    line: Line,
) -> impl IntoView {
    let one = move |station: u8| {
        view! {
            <button class="button button-second" type="button" on:click=move |_| line.sit(Some(station))>
                {words::station(station)}
            </button>
        }
    };
    let all = move || (1..=line.with(|view| view.stations)).map(one).collect_view();
    view! {
        <div class="line-stations" id=MINE role="group" aria-labelledby="line-station">
            <h3 id="line-station">{t(k::STATION_CHOOSE)}</h3>
            <div class="row">{all}</div>
            <p class="hint">{t(k::STATION_HINT)}</p>
        </div>
    }
}

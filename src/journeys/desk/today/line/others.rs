//! Who is at the other stations, and who was not there when called.

use super::state::Line;
use super::{small, words};
use crate::i18n::{keys::line as k, t};
use eid_domain::wire::queue::TicketRow;
use leptos::prelude::*;

/// Two short lists; nothing where they are empty.
#[component]
pub(super) fn Others(
    /// The line.
    line: Line,
    /// Whether it can be changed here.
    counter: bool,
) -> impl IntoView {
    let elsewhere = move || {
        let mine = line.station();
        let others = |row: &&TicketRow| row.station.is_none() || row.station != mine;
        let rows: Vec<TicketRow> =
            line.with(|view| view.at_stations.iter().filter(others).cloned().collect());
        (!rows.is_empty()).then(|| {
            let one = |row: TicketRow| {
                let key = if row.station.is_some() {
                    k::AT_STATION
                } else {
                    k::AT_NONE
                };
                view! { <li>{words::about_ticket(key, row.number, row.station)}</li> }
            };
            view! {
                <h3>{t(k::OTHERS_TITLE)}</h3>
                <ul class="line-others">{rows.into_iter().map(one).collect_view()}</ul>
            }
        })
    };
    let absent = move || {
        let rows = line.with(|view| view.absent.clone());
        (!rows.is_empty()).then(|| {
            let one = |row: TicketRow| {
                let words = words::about_ticket(k::ABSENT_ROW, row.number, None);
                let number = row.number;
                let back = counter.then(|| small(t(k::BACK), number, move || line.back(&row)));
                view! { <li>{words}" "{back}</li> }
            };
            view! {
                <h3>{t(k::ABSENT_TITLE)}</h3>
                <ul class="line-others">{rows.into_iter().map(one).collect_view()}</ul>
            }
        })
    };
    view! { {elsewhere}{absent} }
}

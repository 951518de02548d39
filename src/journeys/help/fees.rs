//! What a card costs (Law on Identification 26/2023, art. 38; Circulars 73/2024/TT-BTC and 64/2025/TT-BTC).

use crate::browser::intl;
use crate::i18n::{Key, keys::help, t};
use leptos::prelude::*;

/// What is done, then the fee in đồng until and from the change; 0 is free.
const ROWS: [(Key, u32, u32); 4] = [
    (help::FEES_FIRST, 0, 0),
    (help::FEES_CONVERT, 15_000, 30_000),
    (help::FEES_EXCHANGE, 25_000, 50_000),
    (help::FEES_REISSUE, 35_000, 70_000),
];

/// The table with its reservations.
pub(super) fn table() -> AnyView {
    let rows = ROWS
        .iter()
        .map(|(what, now, later)| {
            view! { <tr><th scope="row">{t(*what)}</th><td class="num">{amount(*now)}</td><td class="num">{amount(*later)}</td></tr> }
        })
        .collect_view();
    view! {
        <p>{t(help::FEES_INTRO)}</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label=t(help::FEES)>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t(help::FEES_WHAT)}</th>
                        <th scope="col" class="num">{t(help::FEES_NOW)}</th>
                        <th scope="col" class="num">{t(help::FEES_LATER)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p>{t(help::FEES_EXEMPT)}</p>
        <p class="hint">{t(help::FEES_SOURCE)}</p>
    }
    .into_any()
}

fn amount(dong: u32) -> String {
    if dong == 0 {
        t(help::FEES_FREE).to_owned()
    } else {
        intl::money(dong)
    }
}

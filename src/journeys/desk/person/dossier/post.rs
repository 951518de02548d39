//! How the card comes to its owner, and a card that the post brings.

mod ends;
mod give;

pub(super) use ends::ends;
pub(super) use give::give;

use super::state::Desk;
use crate::browser::intl;
use crate::components::{SummaryList, SummaryRow};
use crate::i18n::{Key, keys::post as k, t, tf};
use eid_domain::delivery::{ReturnReason, Way};
use eid_domain::wire::delivery::DeskDelivery;
use leptos::prelude::*;

/// What its owner has chosen; nothing where they have said nothing.
pub(super) fn facts(desk: Desk) -> impl IntoView {
    let seen = desk.of(|view| view.delivery.clone());
    move || {
        let delivery = seen.get().flatten()?;
        Some(view! {
            <section class="panel" aria-labelledby="delivery">
                <h2 id="delivery">{t(k::TITLE)}</h2>
                <SummaryList rows=rows(&delivery) />
            </section>
        })
    }
}

fn rows(delivery: &DeskDelivery) -> Vec<SummaryRow> {
    let by_post = delivery.way == Way::Post;
    let way = if by_post { k::POST } else { k::OFFICE };
    let mut rows = vec![SummaryRow::new(t(k::WAY), t(way))];
    if by_post {
        let address = if delivery.line.is_empty() {
            tf(k::ADDRESS_MASKED, &[("commune", &delivery.commune)])
        } else {
            format!("{}, {}", delivery.line, delivery.commune)
        };
        rows.push(SummaryRow::new(t(k::ADDRESS), address));
    }
    rows.push(SummaryRow::new(
        t(k::CONFIRMED),
        intl::instant(delivery.confirmed_at),
    ));
    if !delivery.tracking_number.is_empty() {
        rows.push(SummaryRow::new(t(k::NUMBER), delivery.tracking_number.clone()));
    }
    if let Some(reason) = delivery.returned {
        rows.push(SummaryRow::new(t(k::RETURNED), t(reason_words(reason))));
    }
    rows
}

/// Why the post brings a card back.
const fn reason_words(reason: ReturnReason) -> Key {
    match reason {
        ReturnReason::NobodyThere => k::REASONS_NOBODY_THERE,
        ReturnReason::AddressWrong => k::REASONS_ADDRESS_WRONG,
        ReturnReason::NotTaken => k::REASONS_NOT_TAKEN,
        ReturnReason::Other => k::REASONS_OTHER,
    }
}

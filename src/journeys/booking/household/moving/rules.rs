//! What a family should know before it moves.

use super::super::receipts::{self, Receipt};
use super::Movers;
use crate::browser::intl;
use crate::i18n::{Lang, keys::family_change as k, lang, t, tf, tn};
use leptos::prelude::*;

/// The present window, the rules, and who stays.
pub(super) fn view(all: &[Receipt], movers: &Movers) -> AnyView {
    let now = receipts::window(&movers.receipts)
        .map(|(day, hours)| format!("{hours}, {}", intl::long_date(day)))
        .unwrap_or_default();
    let changes = || movers.receipts.iter().map(|one| one.view.changes);
    let until = changes().filter_map(|rules| rules.until).min();
    // Whose time the office has closed may move however late and however often.
    let count = until.and(changes().map(|rules| rules.remaining).min());
    let count = count.map(|count| view! { <li>{tn(k::RULE_COUNT, count.into())}</li> });
    let until =
        until.map(|until| view! { <li>{tf(k::RULE_UNTIL, &[("until", &intl::instant(until))])}</li> });
    let place = movers
        .receipts
        .iter()
        .find_map(|one| one.visit()?.place.clone())
        .map(|place| {
            let name = match lang() {
                Lang::Vi => place.name.vi,
                Lang::En => place.name.en,
            };
            view! { <li>{tf(k::RULE_PLACE, &[("office", &name)])}</li> }
        });
    let goes = |one: &&Receipt| {
        movers
            .receipts
            .iter()
            .any(|mover| mover.view.reference == one.view.reference)
    };
    let stay = all.iter().filter(|one| !goes(one)).map(stays).collect_view();
    let people = movers.receipts.len().to_string();
    view! {
        <p>{tf(k::LEAD, &[("count", &people)])}</p>
        <div class="panel stack-s">
            <p><b>{t(k::NOW)}":"</b>" "{now}</p>
            <ul class="bullets">
                {count}
                {until}
                <li>{t(k::RULE_KEPT)}</li>
                {place}
                {stay}
            </ul>
        </div>
    }
    .into_any()
}

fn stays(one: &Receipt) -> impl IntoView + use<> {
    let why = t(match one.visit() {
        Some(_) if one.view.changes.remaining == 0 => k::WHY_OFTEN,
        Some(_) => k::WHY_LATE,
        None => k::WHY_NONE,
    });
    view! { <li>{tf(k::STAYS, &[("who", &one.view.full_name), ("why", why)])}</li> }
}

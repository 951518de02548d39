//! The window that is kept for a family whose time was closed: everybody's part of it.

use crate::browser::intl;
use crate::i18n::{keys::offer as k, t, tf};
use eid_domain::calendar::minutes_after;
use eid_domain::wire::waiting::Relative;
use leptos::prelude::*;

/// "08:30–09:20"; `None` for one alone.
pub(super) fn window(family: &[Relative]) -> Option<String> {
    let first = family.iter().filter_map(|one| one.offered).min()?;
    let end = |one: &Relative| Some(minutes_after(one.offered?, one.minutes));
    let last = family.iter().filter_map(end).max()?;
    Some(format!(
        "{}–{}",
        intl::time(first.time()),
        intl::time(last.time())
    ))
}

/// Who comes when, and when they were to come.
pub(super) fn list(family: &[Relative]) -> Option<AnyView> {
    let visit = family.iter().map(|one| one.visit).min()?;
    let row = |one: &Relative| {
        let at = one.offered.map(|at| intl::time(at.time()));
        view! { <li><b>{at}</b>" "<bdi>{one.name_masked.clone()}</bdi></li> }
    };
    let rows = family.iter().map(row).collect_view();
    Some(
        view! {
            <ul class="offer-family" aria-label=t(k::FAMILY)>{rows}</ul>
            <p class="muted">{tf(k::WAS_FAMILY, &[("when", &intl::date_time(visit))])}</p>
        }
        .into_any(),
    )
}

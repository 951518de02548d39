//! What a child may have, and from which birthday.

use super::words;
use crate::browser::intl;
use crate::components::Details;
use crate::i18n::{keys::children as k, t, tf};
use eid_domain::child::GivenRight;
use leptos::prelude::*;

/// The list, folded: the dates are for who asks.
pub(super) fn view(rights: &[GivenRight]) -> AnyView {
    let rows: Vec<AnyView> = rights.iter().map(row).collect();
    view! { <Details summary=t(k::RIGHTS)><dl class="summary">{rows}</dl></Details> }.into_any()
}

fn row(right: &GivenRight) -> AnyView {
    let from = right.from.map_or_else(
        || t(k::RIGHT_NOW).to_owned(),
        |day| tf(k::RIGHT_FROM, &[("day", &intl::short_date(day))]),
    );
    view! {
        <div>
            <dt>{from}</dt>
            <dd>{t(words::thing(right.thing))}<br /><small class="muted">{words::law(&right.basis)}</small></dd>
        </div>
    }
    .into_any()
}

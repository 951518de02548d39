//! What happened with the account: the holder is the first to see what is not theirs.

use super::words;
use crate::browser::intl;
use crate::i18n::{keys::account as k, t, tf};
use eid_domain::wire::account::AccountEvent;
use leptos::prelude::*;

/// The list, newest first.
pub(super) fn view(events: &[AccountEvent], hotline: &str) -> AnyView {
    let none = events.is_empty().then(|| view! { <p>{t(k::EVENTS_NONE)}</p> });
    let lines = events
        .iter()
        .map(|event| {
            view! { <li><span>{t(words::event(&event.action))}</span><span class="muted">{intl::instant(event.at)}</span></li> }
        })
        .collect_view();
    view! {
        <section class="stack-s" aria-labelledby="events">
            <h2 id="events">{t(k::EVENTS_TITLE)}</h2>
            <p>{tf(k::EVENTS_LEAD, &[("hotline", hotline)])}</p>
            {none}
            <ul class="events">{lines}</ul>
        </section>
    }
    .into_any()
}

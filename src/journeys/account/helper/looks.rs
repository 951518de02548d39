//! What the helper has looked at, newest first.

use super::Page;
use crate::browser::intl;
use crate::i18n::{Key, keys::helper as k, t};
use eid_domain::wire::helper::{HelperLooked, HelperPart};
use leptos::prelude::*;

/// The list; nothing before somebody came.
pub(super) fn view(page: Page) -> AnyView {
    let list = move || {
        page.mine.with(|mine| {
            mine.role.map(|_| {
                let none = mine.looks.is_empty().then(|| view! { <p>{t(k::LOOKS_NONE)}</p> });
                let rows = mine.looks.iter().map(row).collect_view();
                view! {
                    <section class="stack-s" aria-labelledby="looks">
                        <h2 id="looks">{t(k::LOOKS_TITLE)}</h2>
                        {none}
                        <ul class="events">{rows}</ul>
                    </section>
                }
            })
        })
    };
    view! { {list} }.into_any()
}

fn row(look: &HelperLooked) -> AnyView {
    view! { <li><span>{t(part(look.part))}</span><span class="muted">{intl::instant(look.at)}</span></li> }
        .into_any()
}

/// What it was.
pub(super) const fn part(part: HelperPart) -> Key {
    match part {
        HelperPart::Account => k::PART_ACCOUNT,
        HelperPart::Access => k::PART_ACCESS,
        HelperPart::Dossier => k::PART_DOSSIER,
    }
}

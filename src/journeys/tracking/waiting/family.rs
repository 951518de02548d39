//! A family whose time was closed, while there is nothing for all of them.

use crate::browser::intl;
use crate::components::{Notice, NoticeKind};
use crate::i18n::{keys::waiting as k, t};
use eid_domain::wire::waiting::{Relative, WaitingView};
use leptos::prelude::*;

/// That there is nothing yet, who waits together, and what they can do themselves.
pub(super) fn looking(view: &WaitingView) -> AnyView {
    let row = |one: &Relative| {
        let name = one.name_masked.clone();
        view! { <li><b>{intl::date_time(one.visit)}</b>" "<bdi>{name}</bdi></li> }
    };
    let rows = view.family.iter().map(row).collect_view();
    view! {
        <Notice kind=NoticeKind::Info title=t(k::NONE_FAMILY)><p>{t(k::LOOKING_FAMILY)}</p></Notice>
        <ul class="offer-family" aria-label=t(k::FAMILY)>{rows}</ul>
        <p>{t(k::CHOOSE_FAMILY)}</p>
    }
    .into_any()
}

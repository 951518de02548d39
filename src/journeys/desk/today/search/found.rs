//! Who was found.

use super::{count, more};
use crate::browser::intl;
use crate::components::{Empty, Tag};
use crate::i18n::{keys::search as k, t, tf};
use crate::journeys::desk::words;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::search::{SearchResult, SearchRow};
use leptos::prelude::*;

/// The list; each leads to its dossier.
pub(super) fn view(found: &SearchResult) -> AnyView {
    if found.rows.is_empty() {
        return view! { <Empty title=t(k::NONE)><p>{t(k::NONE_TEXT)}</p></Empty> }.into_any();
    }
    let rows = found.rows.iter().map(row).collect_view();
    view! {
        <section class="stack" aria-labelledby="found">
            <h2 id="found">{count(found)}</h2>
            <ul class="desk-found">{rows}</ul>
            {found.more.then(more)}
        </section>
    }
    .into_any()
}

fn row(row: &SearchRow) -> impl IntoView + use<> {
    let href = Route::Desk(DeskPage::Dossier(row.reference.clone())).href();
    let born = tf(k::BORN, &[("year", &row.birth_year)]);
    let visit = row
        .visit_at
        .map(|at| view! { <span class="muted">{tf(k::VISIT, &[("time", &intl::date_time(at))])}</span> });
    view! {
        <li class="panel">
            <p><a href=href><bdi>{row.name_masked.clone()}</bdi></a>", "{born}" "<Tag text=words::state(row.state) kind=words::state_kind(row.state) /></p>
            <p><span class="mono">{row.reference.clone()}</span>" · "{words::service_short(row.service)}</p>
            {visit}
        </li>
    }
}

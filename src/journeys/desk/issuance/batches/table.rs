//! The office's batches.

use super::{Batches, words};
use crate::api;
use crate::browser::intl;
use crate::components::{Empty, Tag};
use crate::i18n::{Key, keys::batches as k, t, tf, tn};
use crate::routes::{DeskPage, Route};
use eid_domain::batch::{Format, Kind};
use eid_domain::wire::batches::BatchView;
use leptos::prelude::*;

/// The list.
pub(super) fn view(batches: Batches) -> impl IntoView {
    let list = move || {
        let list = batches.of(|view| view.batches.clone())?;
        if list.is_empty() {
            return Some(view! { <Empty title=t(k::NONE) /> }.into_any());
        }
        let heads = [k::COL_AT, k::COL_WHAT, k::COL_ROWS, k::COL_STATE, k::COL_FILES];
        let head = |key: Key| view! { <th scope="col" role="columnheader">{t(key)}</th> };
        let demo = batches.of(|view| view.demo).unwrap_or(false);
        let rows = list.into_iter().map(|batch| row(&batch, demo)).collect_view();
        Some(
            view! {
                <table class="table desk-table" role="table" aria-label=t(k::TABLE)>
                    <thead role="rowgroup"><tr role="row">{heads.map(head).collect_view()}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            }
            .into_any(),
        )
    };
    view! { <h2>{t(k::LIST)}</h2>{list} }
}

fn row(batch: &BatchView, demo: bool) -> impl IntoView + use<> {
    let at = intl::instant(batch.created_at);
    let what = words::kind(batch.kind);
    let files = if batch.kind == Kind::Export {
        files(batch, demo).into_any()
    } else {
        let href = Route::Desk(DeskPage::Batch(batch.id.clone())).href();
        let about = tf(k::REPORT_OF, &[("at", &at)]);
        view! { <a href=href aria-label=about>{t(k::REPORT)}</a> }.into_any()
    };
    let name = (!batch.name.is_empty())
        .then(|| view! { <span class="muted desk-ref"><bdi>{batch.name.clone()}</bdi></span> });
    view! {
        <tr class="desk-row" role="row">
            <th scope="row" role="rowheader" data-label=t(k::COL_AT)>{at}<span class="muted desk-ref">{batch.created_by.clone()}</span></th>
            <td role="cell" data-label=t(k::COL_WHAT)>{what}{name}</td>
            <td role="cell" data-label=t(k::COL_ROWS)>{tn(k::ROWS, batch.rows)}</td>
            <td role="cell" data-label=t(k::COL_STATE)><Tag text=words::state(batch) kind=words::state_kind(batch) /></td>
            <td role="cell" data-label=t(k::COL_FILES)>{files}</td>
        </tr>
    }
}

/// Links to an export's files, and in a demo to what the simulated ministry sends back.
fn files(batch: &BatchView, demo: bool) -> impl IntoView + use<> {
    let one = |href: String, words: &'static str| {
        view! { <li><a href=href download="">{words}</a></li> }
    };
    let id = &batch.id;
    let answers = demo.then(|| {
        let results = one(api::batches::answer_href(id, Kind::Results), t(k::ANSWER_RESULTS));
        let arrived = one(api::batches::answer_href(id, Kind::Arrived), t(k::ANSWER_ARRIVED));
        view! { {results}{arrived} }
    });
    view! {
        <ul class="batch-files">
            {one(api::batches::file_href(id, Format::Csv), "CSV")}
            {one(api::batches::file_href(id, Format::Json), "JSON")}
            {answers}
        </ul>
    }
}

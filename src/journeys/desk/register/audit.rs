//! `/desk/nhat-ky`: who did what, for auditors. A part of the client of its own: nobody else loads it.

mod chain;
mod form;
mod row;
mod state;
mod words;

use crate::components::{Button, ButtonKind, Empty, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{Key, keys, keys::audit as k, t, tn};
use crate::journeys::desk::shell::{frame, role};
use crate::routes::DeskPage;
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;
use state::Audit;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Audit, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::audits(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let audit = Audit::open();
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(k::LEAD)}</p>
        {chain::view()}
        {form::view(audit)}
        {found(audit)}
    }
    .into_any()
}

fn found(audit: Audit) -> impl IntoView {
    let failed = move || {
        let words = audit.failed()?;
        let again = move |()| audit.load();
        Some(view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=again /></p>
            </Notice>
        })
    };
    let there = Memo::new(move |_| audit.is_there());
    let none = Memo::new(move |_| audit.is_empty());
    view! {
        {failed}
        {move || match (there.get(), none.get()) {
            (false, _) if audit.failed().is_some() => ().into_any(),
            (false, _) => view! { <Skeleton /> }.into_any(),
            (true, true) => view! { <Empty title=t(k::NONE)><p>{t(k::NONE_TEXT)}</p></Empty> }.into_any(),
            (true, false) => table(audit),
        }}
    }
}

fn table(audit: Audit) -> AnyView {
    let heads = [
        k::COL_AT,
        k::COL_WHO,
        k::COL_ACTION,
        k::COL_OBJECT,
        k::COL_REASON,
        k::COL_NUMBER,
    ];
    let head = |key: Key| view! { <th scope="col" role="columnheader">{t(key)}</th> };
    let count = move || {
        let count = u32::try_from(audit.count()).unwrap_or(u32::MAX);
        tn(if audit.has_more() { k::FOUND_MORE } else { k::FOUND }, count)
    };
    let more = move || {
        audit.has_more().then(|| {
            view! { <p class="row"><Button label=t(k::MORE) kind=ButtonKind::Second busy=audit.busy on_press=move |()| audit.more() /></p> }
        })
    };
    view! {
        <p class="muted" role="status">{count}</p>
        <table class="table desk-table audit-table" role="table" aria-label=t(k::TABLE)>
            <thead role="rowgroup"><tr role="row">{heads.map(head).collect_view()}</tr></thead>
            <tbody role="rowgroup">
                <For each=move || audit.rows() key=|(index, _)| *index let:one>{row::draw(one.0, one.1)}</For>
            </tbody>
        </table>
        {more}
    }
    .into_any()
}

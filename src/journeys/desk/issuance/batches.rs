//! `/desk/lo-ho-so`: dossiers to the ministry in files, its decisions and its cards back in files.

mod bring;
mod send;
mod table;
pub(in crate::journeys::desk) mod words;

use crate::api;
use crate::browser::timer;
use crate::components::{Button, ButtonKind, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, keys::batches as k, t};
use crate::journeys::desk::lists::listed::Listed;
use crate::journeys::desk::shell::{frame, role};
use crate::routes::DeskPage;
use eid_domain::wire::batches::BatchesView;
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;

/// The list asks again after this many seconds.
const REFRESH_S: u32 = 15;

/// What the page knows.
type Batches = Listed<BatchesView>;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Batches, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::works_at_counter(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let manages = role::carries(staff.role);
    let batches = Batches::open(|| Box::pin(api::batches::list()));
    timer::every_while_seen(REFRESH_S, move || batches.load());
    let said = move || {
        let words = batches.said()?;
        Some(view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let failed = move || {
        let words = batches.failed()?;
        let again = move |()| batches.load();
        Some(view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=again /></p>
            </Notice>
        })
    };
    let there = Memo::new(move |_| batches.of(|_| ()).is_some());
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(if manages { k::LEAD } else { k::LEAD_ARRIVED })}</p>
        <div id="said" tabindex="-1">{said}</div>
        {failed}
        {manages.then(|| send::view(batches))}
        {bring::view(manages)}
        {move || (!there.get() && batches.failed().is_none()).then(|| view! { <Skeleton /> })}
        {table::view(batches)}
    }
    .into_any()
}

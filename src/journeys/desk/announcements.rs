//! `/desk/thong-bao`: what is said above every page. Managers speak for their office, administrators everywhere.

mod form;
mod row;
mod words;

use super::{frame, listed::Listed, role};
use crate::api;
use crate::components::{Button, ButtonKind, Empty, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, keys::announcements as k, t};
use crate::routes::DeskPage;
use eid_domain::wire::announcements::{AnnouncementRow, AnnouncementsView};
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;

/// What the page knows.
#[derive(Clone, Copy)]
struct Page {
    list: Listed<AnnouncementsView>,
    /// The one that is being changed; a new one where there is none.
    changing: RwSignal<Option<AnnouncementRow>>,
    /// The office that who writes works at.
    own: StoredValue<String>,
}

/// The page.
pub(super) fn draw() -> AnyView {
    frame::signed(DeskPage::Announcements, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::announces(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let page = Page {
        list: Listed::open(|| Box::pin(api::announcements::list())),
        changing: RwSignal::new(None),
        own: StoredValue::new(staff.office_id.clone()),
    };
    let said = move || {
        let words = page.list.said()?;
        Some(view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let there = Memo::new(move |_| page.list.of(|view| view.everywhere));
    let write = move || {
        let everywhere = there.get()?;
        Some(form::view(page, page.changing.get(), everywhere))
    };
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <p class="lead">{t(k::LEAD)}</p>
        <div id="said" tabindex="-1">{said}</div>
        {write}
        <h2>{t(k::LIST)}</h2>
        {rows(page)}
    }
    .into_any()
}

fn rows(page: Page) -> impl IntoView {
    let failed = move || {
        let words = page.list.failed()?;
        let again = move |()| page.list.load();
        Some(view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=again /></p>
            </Notice>
        })
    };
    let listed = move || match page.list.of(Clone::clone) {
        None if page.list.failed().is_some() => ().into_any(),
        None => view! { <Skeleton /> }.into_any(),
        Some(view) if view.rows.is_empty() => view! { <Empty title=t(k::NONE) /> }.into_any(),
        Some(view) => {
            let now = view.now;
            view.rows
                .into_iter()
                .map(|one| row::view(page, one, now))
                .collect_view()
                .into_any()
        }
    };
    view! { {failed}{listed} }
}

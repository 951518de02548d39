//! `/desk/thong-bao`: what is said above every page. Managers speak for their office, administrators everywhere.

mod form;
mod row;
mod words;

use crate::api;
use crate::components::{Button, ButtonKind, Empty, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, keys::announcements as k, t};
use crate::journeys::desk::lists::listed::Listed;
use crate::journeys::desk::shell::{frame, role};
use crate::routes::DeskPage;
use eid_domain::wire::announcements::{AnnouncementRow, AnnouncementsView};
use eid_domain::wire::desk::StaffView;
use jiff::civil::DateTime;
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
pub(in crate::journeys::desk) fn draw() -> AnyView {
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
    let count = Memo::new(move |_| page.list.of(|view| view.rows.len()));
    let none = move || match count.get() {
        None if page.list.failed().is_some() => ().into_any(),
        None => view! { <Skeleton /> }.into_any(),
        Some(0) => view! { <Empty title=t(k::NONE) /> }.into_any(),
        Some(_) => ().into_any(),
    };
    let listed = move || {
        let at_its_time = |view: &AnnouncementsView| {
            let rows = view.rows.iter().cloned();
            rows.map(|one| (one, view.now)).collect::<Vec<_>>()
        };
        page.list.of(at_its_time).unwrap_or_default()
    };
    view! {
        {failed}
        {none}
        <For each=listed key=|(one, now)| drawn_as(one, *now) let:((one, now))>{row::view(page, one, now)}</For>
    }
}

/// One that says something else is another row; where somebody is being asked about one, the others come and go beside it.
fn drawn_as(one: &AnnouncementRow, now: DateTime) -> (String, i64, [bool; 3]) {
    let times = [one.withdrawn, one.from <= now, one.until <= now];
    (one.id.clone(), one.version, times)
}

//! `/desk/can-bo`: who may sign in at the desk, and as what. For administrators.

mod form;
mod given;
mod row;
mod step;

use crate::api;
use crate::components::{Button, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys::staff as k, t};
use crate::journeys::desk::lists::listed::Listed;
use crate::journeys::desk::shell::{frame, role};
use crate::journeys::desk::words::localised;
use crate::routes::DeskPage;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::staff_admin::{OneTimePassword, StaffList, StaffRow, StaffStep};
use leptos::{prelude::*, task::spawn_local};

/// What is written.
#[derive(Clone, PartialEq, Eq)]
enum Writing {
    /// Nothing.
    Nothing,
    /// A new member of staff.
    New,
    /// Changes to this one.
    Edit(StaffRow),
}

/// What is asked about before it is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// One of the steps.
    Step(StaffStep),
    /// Another password.
    Password,
}

/// What the page knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Page {
    list: Listed<StaffList>,
    /// `(id, name)` of every office.
    offices: RwSignal<Vec<(String, String)>>,
    writing: RwSignal<Writing>,
    /// What is about to be done with whom.
    asked: RwSignal<Option<(StaffRow, Asked)>>,
    /// Whose new password is to be told to them.
    given: RwSignal<Option<(String, OneTimePassword)>>,
}

impl Page {
    /// It was done: says so, and shows the list as it is now.
    async fn done(self, words: String, given: Option<(String, OneTimePassword)>) {
        let _ = self.given.try_set(given);
        self.list.done(words).await;
        let _ = self.writing.try_set(Writing::Nothing);
    }

    fn office_name(self, id: &str) -> String {
        self.offices.with(|offices| {
            let found = offices.iter().find(|(known, _)| known == id);
            found.map_or_else(|| id.to_owned(), |(_, name)| name.clone())
        })
    }
}

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Staff, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::admits(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let page = Page {
        list: Listed::open(|| Box::pin(api::staff::list())),
        offices: RwSignal::new(Vec::new()),
        writing: RwSignal::new(Writing::Nothing),
        asked: RwSignal::new(None),
        given: RwSignal::new(None),
    };
    spawn_local(async move {
        // Without the names the ids are shown.
        let all = api::offices::list().await.unwrap_or_default();
        let lasting = all.into_iter().filter(|office| office.only_day().is_none());
        let named = lasting.map(|office| (office.id.as_str().to_owned(), localised(&office.name)));
        let _ = page.offices.try_set(named.collect());
    });
    let said = move || {
        let words = page.list.said();
        words.map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let failed = move || {
        let words = page.list.failed();
        words.map(|words| view! { <Notice kind=NoticeKind::Danger title=words announced=true /> })
    };
    let rows = move || match page.list.of(|list| list.staff.clone()) {
        None => view! { <Skeleton /> }.into_any(),
        Some(staff) => {
            let rows = staff.into_iter().map(|one| row::view(page, one)).collect_view();
            view! { <ul class="plain-list">{rows}</ul> }.into_any()
        }
    };
    let top = move || {
        match page.writing.get() {
        Writing::Nothing => {
            view! { <p class="row"><Button label=t(k::NEW) on_press=move |()| page.writing.set(Writing::New) /></p> }
                .into_any()
        }
        Writing::New => form::view(page, None),
        Writing::Edit(row) => form::view(page, Some(row)),
    }
    };
    view! {
        <Heading text=t(k::TITLE) />
        <p>{t(k::LEAD)}</p>
        {said}
        {failed}
        {given::view(page)}
        {top}
        {rows}
        {step::dialog(page)}
    }
    .into_any()
}

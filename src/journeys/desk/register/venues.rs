//! `/desk/noi-kiem-tra`: lodgings and apartment blocks with a sign-in of their own. For administrators.

mod ask;
mod form;
mod row;

use crate::api;
use crate::browser::intl;
use crate::components::{Button, ButtonKind, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys::venues as k, t, tf};
use crate::journeys::desk::lists::listed::Listed;
use crate::journeys::desk::shell::{frame, role};
use crate::routes::DeskPage;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::staff_admin::OneTimePassword;
use eid_domain::wire::venues::{VenueList, VenueRow};
use leptos::prelude::*;

/// What is written.
#[derive(Clone, PartialEq, Eq)]
enum Writing {
    /// Nothing.
    Nothing,
    /// A new place.
    New,
    /// Changes to this one.
    Edit(VenueRow),
}

/// What is asked about before it is done.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// Shutting it out, or letting it in again.
    Step,
    /// Another password.
    Password,
}

/// What the page knows. Cheap to copy.
#[derive(Clone, Copy)]
struct Page {
    list: Listed<VenueList>,
    writing: RwSignal<Writing>,
    asked: RwSignal<Option<(VenueRow, Asked)>>,
    /// Whose one-time password is to be told to them.
    given: RwSignal<Option<(VenueRow, OneTimePassword)>>,
}

impl Page {
    /// It was done: says so, and shows the list as it is now.
    async fn done(self, words: String, given: Option<(VenueRow, OneTimePassword)>) {
        let _ = self.given.try_set(given);
        self.list.done(words).await;
        let _ = self.writing.try_set(Writing::Nothing);
    }
}

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Venues, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::admits(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let page = Page {
        list: Listed::open(|| Box::pin(api::venues::list())),
        writing: RwSignal::new(Writing::Nothing),
        asked: RwSignal::new(None),
        given: RwSignal::new(None),
    };
    let said = move || {
        let words = page.list.said();
        words.map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let failed = move || {
        let words = page.list.failed();
        words.map(|words| view! { <Notice kind=NoticeKind::Danger title=words announced=true /> })
    };
    let rows = move || match page.list.of(|list| list.venues.clone()) {
        None => view! { <Skeleton /> }.into_any(),
        Some(all) if all.is_empty() => view! { <p class="muted">{t(k::NONE)}</p> }.into_any(),
        Some(all) => {
            let rows = all.into_iter().map(|one| row::view(page, one)).collect_view();
            view! { <ul class="plain-list">{rows}</ul> }.into_any()
        }
    };
    let top = move || {
        let begin = move |()| {
            page.list.say(None);
            page.writing.set(Writing::New);
        };
        match page.writing.get() {
            Writing::Nothing => {
                view! { <p class="row"><Button label=t(k::NEW) on_press=begin /></p> }.into_any()
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
        {move || given(page)}
        {top}
        {rows}
        {ask::dialog(page)}
    }
    .into_any()
}

/// The password, shown once, in memory alone, until it was told.
fn given(page: Page) -> Option<AnyView> {
    let (row, given) = page.given.get()?;
    let until = tf(k::GIVEN_UNTIL, &[("until", &intl::instant(given.until))]);
    let told = move |()| page.given.set(None);
    Some(
        view! {
            <section class="panel stack-s" aria-labelledby="given">
                <h2 id="given">{tf(k::GIVEN_TITLE, &[("name", &row.name)])}</h2>
                <p>{tf(k::GIVEN_NAME, &[("username", &row.username)])}</p>
                <p class="mono given-password"><strong>{given.password}</strong></p>
                <p>{t(k::GIVEN_ONCE)}</p>
                <p class="muted">{until}</p>
                <p class="row"><Button label=t(k::GIVEN_TOLD) kind=ButtonKind::Second on_press=told /></p>
            </section>
        }
        .into_any(),
    )
}

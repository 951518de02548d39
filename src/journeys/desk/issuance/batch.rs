//! `/desk/lo-ho-so/{id}`: what became of a file: how far the check is, what is wrong, and the button that takes it over.

mod report;
mod rows;
mod state;
mod table;

use super::batches::words;
use crate::browser::{intl, timer};
use crate::components::{Back, Button, ButtonKind, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, keys::batches as k, t};
use crate::journeys::desk::shell::{frame, role};
use crate::routes::{DeskPage, Route};
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;
use state::One;

/// The page.
pub(in crate::journeys::desk) fn draw(id: String) -> AnyView {
    frame::signed(DeskPage::Batch(id), page)
}

fn page(staff: &StaffView, here: &DeskPage) -> AnyView {
    let DeskPage::Batch(id) = here else {
        return ().into_any();
    };
    if !role::works_at_counter(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let one = One::open(id);
    // A second, as long as something is under way.
    timer::every_while_seen(1, move || one.follow());
    let failed = move || {
        let words = one.failed()?;
        let again = move |()| one.load();
        Some(view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=again /></p>
            </Notice>
        })
    };
    let about = move || {
        one.of(|batch| {
            (
                batch.kind,
                batch.name.clone(),
                batch.created_at,
                batch.created_by.clone(),
            )
        })
        .map(|(kind, name, at, by)| {
            let at = intl::instant(at);
            // What is sent away has no name yet.
            let parts = [words::kind(kind), &*name, &*at, &*by];
            let said = parts.iter().filter(|part| !part.is_empty());
            view! { <p class="lead">{said.copied().collect::<Vec<_>>().join(" · ")}</p> }
        })
    };
    let there = Memo::new(move |_| one.of(|_| ()).is_some());
    view! {
        <Back href=Route::Desk(DeskPage::Batches).href() />
        <div class="desk-head"><Heading text=t(k::REPORT_TITLE) /></div>
        {failed}
        {move || (!there.get() && one.failed().is_none()).then(|| view! { <Skeleton /> })}
        {about}
        {report::view(one)}
        {rows::view(one)}
    }
    .into_any()
}

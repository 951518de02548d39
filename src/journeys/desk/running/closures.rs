//! `/desk/dong-cua`: the manager closes a day, or half of it; the people concerned are seen before, and followed after.

mod form;
mod people;
mod reopen;

use crate::api;
use crate::browser::timer;
use crate::components::{Button, ButtonKind, Empty, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, keys::closures as k, t, tf};
use crate::journeys::desk::lists::listed::Listed;
use crate::journeys::desk::shell::{frame, role};
use crate::routes::DeskPage;
use eid_domain::wire::closures::{Closure, ClosuresView, DayPart};
use eid_domain::wire::desk::StaffView;
use leptos::prelude::*;

/// The list asks again after this many seconds: people answer meanwhile.
const REFRESH_S: u32 = 15;

/// What the page knows.
type Closures = Listed<ClosuresView>;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Closures, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::closes(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let closures = Closures::open(|| Box::pin(api::closures::list()));
    timer::every_while_seen(REFRESH_S, move || closures.load());
    let said = move || {
        closures
            .said()
            .map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <div id="said" tabindex="-1">{said}</div>
        <p class="lead">{t(k::LEAD)}</p>
        {form::view(closures)}
        <h2>{t(k::LIST)}</h2>
        {list(closures)}
    }
    .into_any()
}

fn list(closures: Closures) -> impl IntoView {
    move || {
        match (closures.of(|view| view.closures.clone()), closures.failed()) {
        (_, Some(words)) => view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| closures.load() /></p>
            </Notice>
        }
        .into_any(),
        (None, None) => view! { <Skeleton /> }.into_any(),
        (Some(list), None) if list.is_empty() => view! { <Empty title=t(k::NONE) /> }.into_any(),
        (Some(list), None) => list.iter().map(|closure| one(closures, closure)).collect_view().into_any(),
    }
    }
}

fn one(closures: Closures, closure: &Closure) -> AnyView {
    let title = tf(
        k::CLOSED_DAY,
        &[
            ("date", &crate::browser::intl::long_date(closure.date)),
            ("part", part(closure.part)),
        ],
    );
    let name = title.clone();
    view! {
        <section class="panel stack" aria-label=name>
            <h3>{title}</h3>
            <p>{tf(k::BECAUSE, &[("reason", &closure.reason)])}</p>
            {people::list(&closure.people)}
            {reopen::view(closures, closure)}
        </section>
    }
    .into_any()
}

/// A part of a day in words.
fn part(part: DayPart) -> &'static str {
    t(match part {
        DayPart::Day => k::PART_DAY,
        DayPart::Morning => k::PART_MORNING,
        DayPart::Afternoon => k::PART_AFTERNOON,
    })
}

//! `/desk/tai-nha`: wishes of people who cannot walk, by commune and neighbourhood. The manager puts a neighbourhood onto a stop.

mod dialogs;
mod neighbourhood;
mod plan;
mod row;
mod state;

use crate::components::{Button, ButtonKind, Empty, Heading, Notice, NoticeKind, Skeleton};
use crate::i18n::{keys, keys::stops as k, t};
use crate::journeys::desk::shell::{frame, role};
use crate::routes::DeskPage;
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::home_visits::HomeVisitsView;
use leptos::prelude::*;
use state::Wishes;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::HomeVisits, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::plans(staff.role) {
        return view! { <Heading text=t(k::HOME_TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let wishes = Wishes::open();
    let said = move || {
        wishes
            .said()
            .map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let body = move || {
        match (wishes.view(), wishes.failed()) {
        (_, Some(words)) => view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| wishes.load() /></p>
            </Notice>
        }
        .into_any(),
        (None, None) => view! { <Skeleton /> }.into_any(),
        (Some(view), None) => groups(wishes, &view),
    }
    };
    view! {
        <div class="desk-head"><Heading text=t(k::HOME_TITLE) /></div>
        <div id="said" tabindex="-1">{said}</div>
        <p class="lead">{t(k::HOME_LEAD)}</p>
        {body}
        {dialogs::view(wishes)}
    }
    .into_any()
}

fn groups(wishes: Wishes, view: &HomeVisitsView) -> AnyView {
    if view.groups.is_empty() {
        return view! { <Empty title=t(k::HOME_NONE)><p>{t(k::HOME_NONE_TEXT)}</p></Empty> }.into_any();
    }
    let groups = view
        .groups
        .iter()
        .map(|group| {
            let areas = group
                .neighbourhoods
                .iter()
                .map(|area| neighbourhood::view(wishes, area))
                .collect_view();
            let commune = group.commune.clone();
            view! {
                <section class="stack-s" aria-label=commune>
                    <h2>{group.commune.clone()}</h2>
                    {areas}
                </section>
            }
        })
        .collect_view();
    view! { {groups}{plan::view(wishes, &view.stops)} }.into_any()
}

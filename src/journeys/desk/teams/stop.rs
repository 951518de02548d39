//! `/desk/diem-luu-dong/{id}`: one stop: who comes, a school's list, and calling it off.

mod cancel;
mod class_list;
mod hours;
mod people;
mod result;
mod state;
mod wrong;

use super::stop_words as say;
use crate::api::ApiError;
use crate::components::{
    Back, Button, ButtonKind, Empty, Heading, LinkButton, Notice, NoticeKind, Skeleton, SummaryList,
    SummaryRow, Tag, TagKind,
};
use crate::i18n::{keys, keys::stops as k, t, tf};
use crate::journeys::desk::person::home_reveal::reveal_dialog;
use crate::journeys::desk::shell::{frame, role};
use crate::routes::{DeskPage, Route};
use eid_domain::campaign::{StopKind, StopState};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::{desk::StaffView, stops::Stop};
use leptos::prelude::*;
use state::One;

/// The page.
pub(in crate::journeys::desk) fn draw(id: String) -> AnyView {
    frame::signed(DeskPage::Stop(id), page)
}

fn page(staff: &StaffView, here: &DeskPage) -> AnyView {
    let DeskPage::Stop(id) = here else {
        return ().into_any();
    };
    if !role::plans(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let one = One::open(id.clone());
    // The page stays while its numbers change: only a change of the stop itself draws it anew.
    let drawn = Memo::new(move |_| one.stop().map(|stop| (stop.id, stop.state)));
    let body = move || match (drawn.get(), one.failed()) {
        (Some(_), _) => one.stop_now().map(|stop| whole(one, &stop)),
        (None, Some(error)) => Some(failed(one, &error)),
        (None, None) => Some(view! { <Skeleton /> }.into_any()),
    };
    view! { <Back href=Route::Desk(DeskPage::Stops).href() />{body} }.into_any()
}

fn failed(one: One, error: &ApiError) -> AnyView {
    if error.is(ProblemCode::NotFound) {
        return view! {
            <Heading text=t(k::GONE) />
            <p>{t(k::GONE_TEXT)}</p>
            <p><LinkButton href=Route::Desk(DeskPage::Stops).href() label=t(k::BACK) /></p>
        }
        .into_any();
    }
    view! {
        <Heading text=t(k::TITLE) />
        <Notice kind=NoticeKind::Danger title=error.words() announced=true>
            <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| one.load() /></p>
        </Notice>
    }
    .into_any()
}

fn whole(one: One, stop: &Stop) -> AnyView {
    let planned = stop.state == StopState::Planned;
    let cancelled = (!planned).then(|| view! { <Tag text=t(k::STATE_CANCELLED) kind=TagKind::Warning /> });
    let said = move || {
        one.said()
            .map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    let list = (planned && stop.kind == StopKind::School).then(|| class_list::view(one, stop));
    let hours = planned.then(|| hours::view(one, stop));
    let cancel = planned.then(|| cancel::view(one));
    let reveal = (stop.kind == StopKind::Home)
        .then(|| reveal_dialog(one.about, one.revealing, move |row| one.reveal(row)));
    let facts = move || one.stop().map(|stop| facts(&stop));
    view! {
        <div class="desk-title">
            <Heading text=stop.name.clone() />
            <Tag text=say::kind(stop.kind) kind=TagKind::Info />
            {cancelled}
        </div>
        <div id="said" tabindex="-1">{said}</div>
        {facts}
        {list}
        <h2>{t(k::PEOPLE)}</h2>
        {move || one.people().map(|people| people::list(one, &people))}
        {hours}
        {cancel}
        {reveal}
    }
    .into_any()
}

fn facts(stop: &Stop) -> AnyView {
    let taken = tf(
        k::BOOKED_OF,
        &[
            ("booked", &stop.booked.to_string()),
            ("places", &stop.places.to_string()),
        ],
    );
    let rows = vec![
        SummaryRow::new(t(k::FACT_WHEN), say::when(stop)),
        SummaryRow::new(t(k::FACT_WHERE), stop.address.clone()),
        SummaryRow::new(t(k::FACT_WHO), say::open_to(stop)),
        SummaryRow::new(t(k::FACT_TEAM), stop.stations.to_string()),
        SummaryRow::new(t(k::FACT_BOOKED), taken),
    ];
    view! { <SummaryList rows=rows /> }.into_any()
}

/// Nothing yet, in words.
fn nobody() -> AnyView {
    view! { <Empty title=t(k::PEOPLE_NONE) /> }.into_any()
}

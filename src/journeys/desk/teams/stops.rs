//! `/desk/diem-luu-dong`: where teams of the own office go to. The manager plans a stop here and opens it.

mod commune;
mod form;

use super::stop_words as say;
use crate::api;
use crate::components::{Button, ButtonKind, Empty, Heading, Notice, NoticeKind, Skeleton, Tag, TagKind};
use crate::i18n::{keys, keys::stops as k, t, tf};
use crate::journeys::desk::lists::listed::Listed;
use crate::journeys::desk::shell::{frame, role};
use crate::routes::{DeskPage, Route};
use eid_domain::campaign::StopState;
use eid_domain::wire::{
    desk::StaffView,
    stops::{Stop, StopsView},
};
use leptos::prelude::*;

/// What the page knows.
type Stops = Listed<StopsView>;

/// The page.
pub(in crate::journeys::desk) fn draw() -> AnyView {
    frame::signed(DeskPage::Stops, page)
}

fn page(staff: &StaffView, _: &DeskPage) -> AnyView {
    if !role::plans(staff.role) {
        return view! { <Heading text=t(k::TITLE) /><p>{t(k::NOT_YOURS)}</p> }.into_any();
    }
    let stops = Stops::open(|| Box::pin(api::stops::list()));
    let said = move || {
        stops
            .said()
            .map(|words| view! { <Notice kind=NoticeKind::Ok title=words announced=true /> })
    };
    view! {
        <div class="desk-head"><Heading text=t(k::TITLE) /></div>
        <div id="said" tabindex="-1">{said}</div>
        <p class="lead">{t(k::LEAD)}</p>
        <h2>{t(k::LIST)}</h2>
        {list(stops)}
        <h2>{t(k::PLAN)}</h2>
        {form::view(stops)}
    }
    .into_any()
}

fn list(stops: Stops) -> impl IntoView {
    move || {
        match (stops.of(|view| view.stops.clone()), stops.failed()) {
        (_, Some(words)) => view! {
            <Notice kind=NoticeKind::Danger title=words announced=true>
                <p><Button label=t(keys::common::TRY_AGAIN) kind=ButtonKind::Second on_press=move |()| stops.load() /></p>
            </Notice>
        }
        .into_any(),
        (None, None) => view! { <Skeleton /> }.into_any(),
        (Some(list), None) if list.is_empty() => {
            view! { <Empty title=t(k::NONE)><p>{t(k::NONE_TEXT)}</p></Empty> }.into_any()
        }
        (Some(list), None) => {
            let cards = list.iter().map(card).collect_view();
            view! { <ul class="stops">{cards}</ul> }.into_any()
        }
    }
    }
}

fn card(stop: &Stop) -> AnyView {
    let href = Route::Desk(DeskPage::Stop(stop.id.clone())).href();
    let taken = tf(
        k::BOOKED_OF,
        &[
            ("booked", &stop.booked.to_string()),
            ("places", &stop.places.to_string()),
        ],
    );
    let cancelled = (stop.state == StopState::Cancelled)
        .then(|| view! { <Tag text=t(k::STATE_CANCELLED) kind=TagKind::Warning /> });
    view! {
        <li class="panel stop">
            <h3><a href=href>{stop.name.clone()}</a></h3>
            <p class="row"><Tag text=say::kind(stop.kind) kind=TagKind::Info />{cancelled}</p>
            <p><b>{say::when(stop)}</b></p>
            <p class="muted">{stop.address.clone()}</p>
            <p class="muted">{taken}" · "{say::open_to(stop)}</p>
        </li>
    }
    .into_any()
}

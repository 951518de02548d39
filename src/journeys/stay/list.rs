//! Notices that were filed, by first day, with what can be done about each.

use super::{forms, withdraw, words};
use crate::api::stays::Filer;
use crate::browser::intl;
use crate::components::{Refetch, Tag, TagKind, TextButton};
use crate::i18n::{Key, keys::stay as k, t, tf};
use eid_domain::wire::stays::StayNotice;
use leptos::prelude::*;

/// The list; each first day has its heading.
pub(super) fn view(filer: Filer, stays: &[StayNotice], refetch: Refetch) -> AnyView {
    let editing = RwSignal::new(None::<StayNotice>);
    let leaving = RwSignal::new(None::<StayNotice>);
    let days = stays
        .chunk_by(|one, other| one.arrives == other.arrives)
        .map(|day| {
            let title = day
                .first()
                .map(|one| intl::weekday_date(one.arrives))
                .unwrap_or_default();
            let rows = day.iter().map(|one| row(one, editing, leaving)).collect_view();
            view! { <h3>{title}</h3><ul class="events">{rows}</ul> }
        })
        .collect_view();
    let edit = move || {
        editing
            .get()
            .map(|one| forms::correct(filer, one, editing, refetch))
    };
    view! {
        {edit}
        {days}
        {withdraw::dialog(filer, leaving, refetch)}
    }
    .into_any()
}

fn row(
    one: &StayNotice,
    editing: RwSignal<Option<StayNotice>>,
    leaving: RwSignal<Option<StayNotice>>,
) -> AnyView {
    let days = tf(
        k::DAYS,
        &[
            ("from", &intl::short_date(one.arrives)),
            ("to", &intl::short_date(one.leaves)),
            ("reason", t(words::reason(one.reason))),
        ],
    );
    let filed = tf(k::FILED_AT, &[("at", &intl::instant(one.filed_at))]);
    let corrected = one
        .corrected_at
        .map(|at| view! { <p class="muted">{tf(k::CORRECTED_AT, &[("at", &intl::instant(at))])}</p> });
    let ways = one.may_change.then(|| {
        let about = one.full_name.clone();
        let press = |to: RwSignal<Option<StayNotice>>, label: Key| {
            let (one, about) = (one.clone(), about.clone());
            let press = move |()| to.set(Some(one.clone()));
            view! { <TextButton label=t(label) about=about on_press=press /> }
        };
        view! { <p class="row">{press(editing, k::CORRECT)}{press(leaving, k::WITHDRAW)}</p> }
    });
    view! {
        <li>
            <div>
                <p><strong>{one.full_name.clone()}</strong>" "<span class="mono">{one.number_masked.clone()}</span>" "{tag(one)}</p>
                <p>{days}</p>
                <p class="muted">{one.address.clone()}</p>
                <p class="muted">{filed}</p>
                {corrected}
                {ways}
            </div>
        </li>
    }
    .into_any()
}

fn tag(one: &StayNotice) -> AnyView {
    let (kind, label) = match (one.withdrawn, one.in_time) {
        (Some(reason), _) => {
            let words = tf(k::WITHDRAWN, &[("reason", t(words::withdrawal(reason)))]);
            return view! { <Tag text=words kind=TagKind::Plain /> }.into_any();
        }
        (None, true) => (TagKind::Ok, k::IN_TIME),
        (None, false) => (TagKind::Warning, k::TOO_LATE),
    };
    let long = one
        .long
        .then(|| view! { " "<Tag text=t(k::LONG) kind=TagKind::Warning /> });
    view! { <Tag text=t(label) kind=kind />{long} }.into_any()
}

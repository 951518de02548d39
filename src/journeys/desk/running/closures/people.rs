//! The people concerned, and where each stands.

use crate::browser::intl;
use crate::components::{Tag, TagKind};
use crate::i18n::{keys::closures as k, t, tn};
use crate::routes::{DeskPage, Route};
use eid_domain::wire::closures::{Concerned, Moving};
use leptos::prelude::*;

/// A line a person; each leads to the dossier. A family, which is moved together, stands together.
pub(super) fn list(people: &[Concerned]) -> AnyView {
    if people.is_empty() {
        return view! { <p class="muted">{t(k::NOBODY)}</p> }.into_any();
    }
    let left = people
        .iter()
        .filter(|one| matches!(one.moving, Moving::Looking | Moving::Offered))
        .count();
    let left = (left > 0).then(|| {
        let count = u32::try_from(left).unwrap_or(u32::MAX);
        view! { <p>{tn(k::LEFT, count)}</p> }
    });
    let rows = people
        .iter()
        .enumerate()
        .filter_map(|(at, one)| lines(people, at, one))
        .collect_view();
    view! { {left}<ul class="closure-people" aria-label=t(k::PEOPLE)>{rows}</ul> }.into_any()
}

/// One person, or at the place of its first member a whole family.
fn lines(people: &[Concerned], at: usize, one: &Concerned) -> Option<AnyView> {
    let Some(family) = one.family else {
        return Some(row(one));
    };
    let is_of_it = |one: &&Concerned| one.family == Some(family);
    if people.iter().take(at).any(|before| is_of_it(&before)) {
        return None;
    }
    let members: Vec<&Concerned> = people.iter().filter(is_of_it).collect();
    let title = tn(k::FAMILY, u32::try_from(members.len()).unwrap_or(u32::MAX));
    let name = title.clone();
    let rows = members.into_iter().map(row).collect_view();
    Some(
        view! {
            <li class="closure-family">
                <p><b>{title}</b></p>
                <ul class="closure-people" aria-label=name>{rows}</ul>
            </li>
        }
        .into_any(),
    )
}

fn row(person: &Concerned) -> AnyView {
    let (kind, words) = match person.moving {
        Moving::Booked => (TagKind::Info, k::MOVING_BOOKED),
        Moving::Looking => (TagKind::Warning, k::MOVING_LOOKING),
        Moving::Offered => (TagKind::Info, k::MOVING_OFFERED),
        Moving::Moved => (TagKind::Ok, k::MOVING_MOVED),
        Moving::Ended => (TagKind::Info, k::MOVING_ENDED),
    };
    let href = Route::Desk(DeskPage::Dossier(person.reference.clone())).href();
    view! {
        <li>
            <b>{intl::time(person.time)}</b>
            <bdi>{person.name_masked.clone()}</bdi>
            <a class="mono" href=href>{person.reference.clone()}</a>
            <Tag text=t(words) kind=kind />
        </li>
    }
    .into_any()
}

//! One place.

use super::{Asked, Page, Writing};
use crate::browser::intl;
use crate::components::{Tag, TagKind, TextButton};
use crate::i18n::{Key, keys::venues as k, t, tf};
use eid_domain::venue::VenueKind;
use eid_domain::wire::venues::VenueRow;
use leptos::prelude::*;

pub(super) const fn kind(kind: VenueKind) -> Key {
    match kind {
        VenueKind::Lodging => k::KIND_LODGING,
        VenueKind::ApartmentBlock => k::KIND_APARTMENT_BLOCK,
    }
}

/// Name, kind, address, and what can be done.
pub(super) fn view(page: Page, row: VenueRow) -> AnyView {
    let disabled = row
        .disabled
        .then(|| view! { " "<Tag text=t(k::DISABLED) kind=TagKind::Danger /> });
    let one_time = row.password_until.map(|until| {
        view! { <p class="muted">{tf(k::PASSWORD_UNTIL, &[("until", &intl::instant(until))])}</p> }
    });
    let ask = |label: Key, asked: Asked| {
        let (picked, about) = (row.clone(), row.name.clone());
        let press = move |()| page.asked.set(Some((picked.clone(), asked)));
        view! { <TextButton label=t(label) about=about on_press=press /> }
    };
    let step = if row.disabled { k::ENABLE } else { k::DISABLE };
    let edited = row.clone();
    let edit = move |()| {
        page.list.say(None);
        page.writing.set(Writing::Edit(edited.clone()));
    };
    view! {
        <li>
            <div>
                <p><strong>{row.name.clone()}</strong>" "<span class="mono">{row.username.clone()}</span>{disabled}</p>
                <p>{t(kind(row.kind))}" · "{row.line.clone()}", "{row.commune.clone()}" · "{row.phone.clone()}</p>
                {one_time}
            </div>
            <p class="row">
                <TextButton label=t(k::EDIT) about=row.name.clone() on_press=edit />
                {ask(k::PASSWORD_RESET, Asked::Password)}
                {ask(step, Asked::Step)}
            </p>
        </li>
    }
    .into_any()
}

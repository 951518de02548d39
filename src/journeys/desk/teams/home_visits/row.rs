//! One wish: masked until a reason was given.

use super::state::Wishes;
use crate::browser::intl;
use crate::components::{Tag, TagKind, TextButton};
use crate::i18n::{Key, keys::stops as k, t, tf};
use eid_domain::campaign::Cause;
use eid_domain::wire::home_visits::HomeVisitRow;
use leptos::prelude::*;

/// The row.
pub(super) fn view(wishes: Wishes, masked: HomeVisitRow) -> AnyView {
    let reference = masked.reference.clone();
    let (is, choose) = (reference.clone(), reference.clone());
    let id = format!("wish-{reference}");
    let label = tf(k::HOME_CHOOSE, &[("name", &masked.full_name)]);
    let label = format!("{label}, {reference}");
    let shown = reference.clone();
    let now = Memo::new(move |_| wishes.revealed(&shown).unwrap_or_else(|| masked.clone()));
    view! {
        <li class="panel home-wish">
            <input
                type="checkbox"
                id=id
                aria-label=label
                prop:checked=move || wishes.is_chosen(&is)
                on:change=move |event| wishes.choose(&choose, event_target_checked(&event))
            />
            <div>{move || now.with(|row| facts(wishes, row))}</div>
        </li>
    }
    .into_any()
}

fn facts(wishes: Wishes, row: &HomeVisitRow) -> AnyView {
    let phone = if row.revealed {
        tf(k::HOME_PHONE, &[("phone", &row.phone)])
    } else {
        tf(k::HOME_PHONE_ENDS, &[("digits", &row.phone)])
    };
    let place: Vec<String> = [row.street.clone(), row.neighbourhood.clone()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let place = (!place.is_empty()).then(|| view! { <p><b><bdi>{place.join(", ")}</bdi></b></p> });
    let days = (!row.wishes.is_empty())
        .then(|| view! { <p><bdi>{tf(k::HOME_WISHES, &[("wishes", &row.wishes)])}</bdi></p> });
    let details = [
        tf(k::HOME_AGE, &[("age", &row.age.to_string())]),
        tf(k::HOME_MINUTES, &[("minutes", &row.minutes.to_string())]),
        phone,
        tf(k::HOME_WAITING, &[("when", &intl::instant(row.created_at))]),
    ];
    let (about, reference) = (row.full_name.clone(), row.reference.clone());
    let refuse = {
        let reference = reference.clone();
        move |()| wishes.ask(wishes.refusing, &reference)
    };
    let reveal = (!row.revealed).then(|| {
        let press = move |()| wishes.ask(wishes.revealing, &reference);
        view! { <TextButton label=t(k::HOME_REVEAL) about=about.clone() on_press=press /> }
    });
    let name = row.full_name.clone();
    view! {
        <p class="row">
            <b><bdi>{name.clone()}</bdi></b>
            <span class="mono muted">{row.reference.clone()}</span>
            <Tag text=t(cause(row.cause)) kind=TagKind::Info />
        </p>
        {place}
        <p class="muted">{details.join(" · ")}</p>
        {days}
        <p class="row">{reveal}<TextButton label=t(k::HOME_REFUSE) about=name on_press=refuse /></p>
    }
    .into_any()
}

const fn cause(cause: Cause) -> Key {
    match cause {
        Cause::Elderly => k::CAUSE_ELDERLY,
        Cause::Disabled => k::CAUSE_DISABLED,
        Cause::Bedridden => k::CAUSE_BEDRIDDEN,
        Cause::Hospital => k::CAUSE_HOSPITAL,
    }
}

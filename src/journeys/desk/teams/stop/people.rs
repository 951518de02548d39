//! Who comes, in order of time.

use super::{nobody, state::One};
use crate::browser::intl;
use crate::components::{Tag, TagKind, TextButton};
use crate::i18n::{keys::stops as k, t, tf};
use crate::journeys::desk::words;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::closures::Moving;
use eid_domain::wire::stops::StopPerson;
use leptos::prelude::*;

/// A table; each row leads to the dossier.
pub(super) fn list(one: One, people: &[StopPerson]) -> AnyView {
    if people.is_empty() {
        return nobody();
    }
    let classes = people.iter().any(|one| !one.class_name.is_empty());
    let class_head = classes.then(|| view! { <th scope="col" role="columnheader">{t(k::COL_CLASS)}</th> });
    let rows = people
        .iter()
        .map(|person| row(one, person, classes))
        .collect_view();
    // The roles are said, because the style turns the table into cards on narrow screens.
    view! {
        <div class="table-scroll">
            <table class="table desk-table" role="table" aria-label=t(k::PEOPLE)>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{t(k::COL_TIME)}</th>
                        <th scope="col" role="columnheader">{t(k::COL_PERSON)}</th>
                        {class_head}
                        <th scope="col" role="columnheader">{t(k::COL_STATE)}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(page: One, one: &StopPerson, classes: bool) -> AnyView {
    let person = &one.person;
    let home = (!one.wish.is_empty()).then(|| home(page, one.wish.clone(), &person.name_masked));
    let href = Route::Desk(DeskPage::Dossier(person.reference.clone())).href();
    let class = one.class_name.clone();
    let class = classes.then(|| view! { <td role="cell" data-label=t(k::COL_CLASS)>{class}</td> });
    let (text, kind) = match person.moving {
        Moving::Booked => (words::state(person.state), words::state_kind(person.state)),
        Moving::Looking => (t(k::MOVING_LOOKING), TagKind::Warning),
        Moving::Offered => (t(k::MOVING_OFFERED), TagKind::Info),
        Moving::Moved => (t(k::MOVING_MOVED), TagKind::Ok),
        Moving::Ended => (t(k::MOVING_ENDED), TagKind::Info),
    };
    view! {
        <tr class="desk-row" role="row">
            <td role="cell" class="desk-time" data-label=t(k::COL_TIME)>{intl::time(person.time)}</td>
            <th scope="row" role="rowheader" data-label=t(k::COL_PERSON)>
                <a href=href><bdi>{person.name_masked.clone()}</bdi></a>
                <span class="mono muted desk-ref">{person.reference.clone()}</span>
                {home}
            </th>
            {class}
            <td role="cell" data-label=t(k::COL_STATE)><Tag text=text kind=kind /></td>
        </tr>
    }
    .into_any()
}

/// Where the team goes to: the way to the address, or what was revealed.
fn home(page: One, wish: String, name: &str) -> AnyView {
    let about = name.to_owned();
    let shown = move || match page.revealed(&wish) {
        Some(row) => {
            let place: Vec<String> = [row.street, row.neighbourhood]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            let phone = tf(k::HOME_PHONE, &[("phone", &row.phone)]);
            view! {
                <span class="stop-home">
                    <b><bdi>{row.full_name}</bdi></b>
                    <bdi>{place.join(", ")}</bdi>
                    <span>{phone}</span>
                </span>
            }
            .into_any()
        }
        None => {
            let wish = wish.clone();
            let press = move |()| page.ask(&wish);
            view! { <TextButton label=t(k::HOME_REVEAL) about=about.clone() on_press=press /> }.into_any()
        }
    };
    shown.into_any()
}

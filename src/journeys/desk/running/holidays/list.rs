//! The days to come that differ from their weekday.

use super::state::Plan;
use super::words;
use crate::browser::intl;
use crate::components::{Empty, Tag, TagKind, TextButton};
use crate::i18n::{keys::holidays as k, t};
use eid_domain::calendar::NationalDay;
use leptos::prelude::*;

/// All of them.
pub(super) fn view(plan: Plan) -> AnyView {
    let table = move || {
        let days = plan.record.with(|record| record.days.clone());
        if days.is_empty() {
            return view! { <Empty title=t(k::NONE) /> }.into_any();
        }
        let rows = days.into_iter().map(|day| row(plan, day)).collect_view();
        view! {
            <div class="table-scroll" tabindex="0" role="region" aria-labelledby="to-come">
                <table class="table holidays">
                    <thead><tr>
                        <th scope="col">{t(k::COL_DAY)}</th>
                        <th scope="col">{t(k::COL_WHAT)}</th>
                        <th scope="col"><span class="visually-hidden">{t(k::EDIT)}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! { <section class="stack-s"><h2 id="to-come">{t(k::TO_COME)}</h2>{table}</section> }.into_any()
}

fn row(plan: Plan, day: NationalDay) -> impl IntoView {
    let special = day.special.as_ref();
    let open = special.is_some_and(|day| !day.confirmed);
    let tag = open.then(|| view! { " "<Tag text=t(k::UNCONFIRMED) kind=TagKind::Warning /> });
    let name = words::name(special).map(|name| view! { <br /><span class="muted">{name}</span> });
    let source = special.map(|day| view! { <br /><span class="holidays-source">{day.source.clone()}</span> });
    let date = intl::long_date(day.date);
    let kind = words::kind(special);
    let about = date.clone();
    view! {
        <tr>
            <th scope="row">{date}</th>
            <td>{kind}{tag}{name}{source}</td>
            <td><TextButton label=t(k::EDIT) about=about on_press=move |()| plan.edit(&day) /></td>
        </tr>
    }
}

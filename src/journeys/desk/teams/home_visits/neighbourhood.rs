//! Those of one neighbourhood, who are chosen together with one box.

use super::{row, state::Wishes};
use crate::i18n::{keys::stops as k, t, tn};
use eid_domain::wire::home_visits::HomeVisitNeighbourhood;
use leptos::prelude::*;
use std::sync::Arc;

/// Its name, the box, and everybody in it.
pub(super) fn view(wishes: Wishes, area: &HomeVisitNeighbourhood) -> AnyView {
    let name = match area.name.as_str() {
        "" => t(k::HOME_AREA_NONE).to_owned(),
        name => name.to_owned(),
    };
    let everybody: Arc<[String]> = area.wishes.iter().map(|wish| wish.reference.clone()).collect();
    let all = (everybody.len() > 1).then(|| choose_all(wishes, &name, everybody));
    let rows = area
        .wishes
        .iter()
        .map(|wish| row::view(wishes, wish.clone()))
        .collect_view();
    let label = name.clone();
    view! {
        <div class="stack-s" role="group" aria-label=label>
            <h3><bdi>{name}</bdi></h3>
            {all}
            <ul class="home-wishes">{rows}</ul>
        </div>
    }
    .into_any()
}

/// Ticked when all are chosen, half when some are. Who stands alone in a neighbourhood has their own box and needs no other.
fn choose_all(wishes: Wishes, name: &str, everybody: Arc<[String]>) -> AnyView {
    let count = u32::try_from(everybody.len()).unwrap_or(u32::MAX);
    let (label, name) = (tn(k::HOME_CHOOSE_ALL, count), name.to_owned());
    let counted = Arc::clone(&everybody);
    let chosen = Memo::new(move |_| counted.iter().filter(|one| wishes.is_chosen(one)).count());
    let of = everybody.len();
    let choose = move |yes: bool| everybody.iter().for_each(|one| wishes.choose(one, yes));
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=move || chosen.get() == of
                prop:indeterminate=move || (1..of).contains(&chosen.get())
                on:change=move |event| choose(event_target_checked(&event))
            />
            <span class="choice-text"><span>{label}": "<bdi>{name}</bdi></span></span>
        </label>
    }
    .into_any()
}

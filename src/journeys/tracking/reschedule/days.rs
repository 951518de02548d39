//! The first step: a day, from a list or a month.

use super::{Step, address, slip};
use crate::api;
use crate::browser::location;
use crate::components::{Empty, Fetched, LinkButton};
use crate::days;
use crate::i18n::{keys::moving as k, t};
use crate::journeys::tracking::dossier::Case;
use eid_domain::wire::{
    dossiers::Visit,
    slots::{Days, SlotQuery},
};
use jiff::civil::Date;
use leptos::prelude::*;

/// Which visit free places are looked for: one like the booked one.
pub(super) fn query(case: &Case, visit: &Visit) -> SlotQuery {
    SlotQuery {
        service: case.view.service,
        age_group: visit.slot_group,
    }
}

/// The days that have room.
pub(super) fn view(case: &Case, visit: &Visit) -> AnyView {
    let (office, query) = (visit.next_office_id().to_owned(), query(case, visit));
    let (reference, key, today) = (case.view.reference.clone(), case.key.clone(), case.today);
    let fetch = move || {
        let office = office.clone();
        Box::pin(async move {
            api::offices::days(&office, query)
                .await
                .map_err(|error| error.words())
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |found: Days| {
        let to_slip = slip(&reference, &key);
        let (reference, key) = (reference.clone(), key.clone());
        let choose = Callback::new(move |date: Date| {
            location::push(&address(Step::Time(date), &reference, &key));
        });
        days::offer(found, today, choose).unwrap_or_else(|| none(to_slip))
    };
    view! { <Fetched fetch=fetch show=show /> }.into_any()
}

fn none(to_slip: String) -> AnyView {
    view! {
        <Empty title=t(k::NO_DAYS)>
            <p>{t(k::NO_DAYS_TEXT)}</p>
            <p><LinkButton href=to_slip label=t(k::TO_SLIP) /></p>
        </Empty>
    }
    .into_any()
}

//! The first step: a day that has a window for everybody.

use super::super::receipts::address;
use super::{Movers, at};
use crate::api;
use crate::browser::location;
use crate::components::{Empty, Fetched, LinkButton};
use crate::days::{self, Step};
use crate::i18n::{keys::family_change as k, t};
use crate::routes::HouseholdStep;
use eid_domain::wire::slots::Days;
use jiff::civil::Date;
use leptos::prelude::*;

/// The days.
pub(super) fn view(movers: Movers) -> AnyView {
    let today = movers.today;
    let fetch = move || {
        let (office, family) = (movers.office_id.clone(), movers.family.clone());
        Box::pin(async move {
            api::households::days(&office, &family)
                .await
                .map_err(|error| error.words())
        }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = move |found: Days| {
        let choose = Callback::new(|date: Date| location::push(&at(Step::Time(date))));
        days::offer(found, today, choose).unwrap_or_else(none)
    };
    view! { <Fetched fetch=fetch show=show /> }.into_any()
}

fn none() -> AnyView {
    view! {
        <Empty title=t(k::NO_DAYS)>
            <p>{t(k::NO_DAYS_TEXT)}</p>
            <p><LinkButton href=address(HouseholdStep::Booked) label=t(k::BACK) /></p>
        </Empty>
    }
    .into_any()
}

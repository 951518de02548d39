//! The second step: a window of the chosen day.

use super::super::receipts::{self, Done};
use super::super::windows;
use super::{Movers, at};
use crate::api;
use crate::browser::location;
use crate::components::{ButtonKind, Fetched, LinkButton, Notice, NoticeKind};
use crate::days::Step;
use crate::i18n::{keys::family_change as k, keys::moving, t};
use eid_domain::wire::household::HouseholdDay;
use jiff::civil::{Date, Time};
use leptos::prelude::*;

/// The windows. Says so where the one chosen before has gone to somebody else.
pub(super) fn view(movers: Movers, date: Date) -> AnyView {
    let count = movers.receipts.len();
    let show = move |day: HouseholdDay| {
        let choose = Callback::new(move |time: Time| location::push(&at(Step::Confirm(date, time))));
        windows::draw(&day, count, choose)
    };
    let taken = (receipts::done() == Some(Done::Taken))
        .then(|| view! { <Notice kind=NoticeKind::Warning title=t(k::TAKEN) announced=true /> });
    view! {
        {taken}
        <Fetched fetch=fetch(movers, date) show=show />
        <p class="row"><LinkButton href=at(Step::Day) label=t(moving::OTHER_DAY) kind=ButtonKind::Second /></p>
    }
    .into_any()
}

/// Fetches the windows of a day.
pub(super) fn fetch(
    movers: Movers,
    date: Date,
) -> impl Fn() -> std::pin::Pin<Box<dyn Future<Output = Result<HouseholdDay, String>>>> + 'static {
    move || {
        let (office, family) = (movers.office_id.clone(), movers.family.clone());
        Box::pin(async move {
            api::households::day(&office, date, &family)
                .await
                .map_err(|error| error.words())
        })
    }
}

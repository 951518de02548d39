//! `…/doi#reference.key,…`: another window for the whole family. The rules and what is left of the changes come first; then a
//! day, a window, and both once more. Everybody moves, or nobody.

mod confirm;
mod days;
mod rules;
mod windows;

use super::Known;
use super::receipts::{self, Receipt, address};
use crate::browser::{intl, location};
use crate::components::{Back, Heading, LinkButton, Notice, NoticeKind};
use crate::days::Step;
use crate::i18n::{keys::family_change as k, t, tf};
use crate::routes::{HouseholdStep, Route};
use eid_domain::household::{Family, Member};
use eid_domain::wire::dossiers::Visit;
use jiff::civil::Date;
use leptos::prelude::*;

/// Who moves, and from where.
#[derive(Clone)]
pub(super) struct Movers {
    /// Their receipts, in order of time.
    receipts: Vec<Receipt>,
    /// What each comes for, in the same order.
    family: Family,
    /// The office of all.
    office_id: String,
    /// Today at the office.
    today: Date,
}

impl Movers {
    /// Those who can move, where they are two or more at one place.
    fn of(all: &[Receipt], today: Date) -> Option<Self> {
        let first = all.iter().find_map(Receipt::movable)?.office_id.clone();
        let there = |visit: &Visit| visit.office_id == first;
        let receipts: Vec<Receipt> = all
            .iter()
            .filter(|one| one.movable().is_some_and(there))
            .cloned()
            .collect();
        let member = |one: &Receipt| {
            Some(Member {
                service: one.view.service,
                age_group: one.visit()?.slot_group,
            })
        };
        let family = Family::new(receipts.iter().map(member).collect::<Option<_>>()?)?;
        Some(Self {
            receipts,
            family,
            office_id: first,
            today,
        })
    }
}

/// The address of a step.
fn at(step: Step) -> String {
    step.href(&Route::Household(HouseholdStep::Move).href(), &location::hash())
}

/// Move everybody.
pub(in super::super) fn page(known: &Known) -> AnyView {
    if !receipts::has_any() {
        return receipts::page_of_none();
    }
    let (step, today) = (Step::of_address(), known.today);
    let back = step.before().map_or_else(|| address(HouseholdStep::Booked), at);
    let title = match step {
        Step::Day => t(k::TITLE).to_owned(),
        Step::Time(date) => tf(k::WINDOW, &[("date", &intl::day_date(date))]),
        Step::Confirm(..) => t(k::CONFIRM).to_owned(),
    };
    let show = move |all: Vec<Receipt>| match Movers::of(&all, today) {
        None => refused(),
        Some(movers) => match step {
            Step::Day => view! { {rules::view(&all, &movers)}{days::view(movers)} }.into_any(),
            Step::Time(date) => windows::view(movers, date),
            Step::Confirm(date, time) => confirm::view(movers, date, time),
        },
    };
    view! {
        <div class="page">
            <Back href=back />
            <Heading text=title />
            {receipts::with(show)}
        </div>
    }
    .into_any()
}

fn refused() -> AnyView {
    view! {
        <Notice kind=NoticeKind::Warning title=t(k::REFUSED_TITLE)><p>{t(k::REFUSED_TEXT)}</p></Notice>
        <p class="row"><LinkButton href=address(HouseholdStep::Booked) label=t(k::BACK) /></p>
    }
    .into_any()
}

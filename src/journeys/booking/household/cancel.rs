//! `…/huy#reference.key,…`: calling off the visits of the whole family, all of them or none.

use super::Known;
use super::receipts::{self, Done, Receipt, address};
use crate::api;
use crate::browser::{intl, location};
use crate::components::{
    Back, Button, ButtonKind, ErrorSummary, Errors, Heading, LinkButton, Notice, NoticeKind,
};
use crate::i18n::{keys::family_change as k, t, tf, tn};
use crate::routes::HouseholdStep;
use eid_domain::household::FEWEST_MEMBERS;
use eid_domain::wire::household::HouseholdCancel;
use leptos::{prelude::*, task::spawn_local};

/// Who is called off, and the question.
pub(in super::super) fn page(_: &Known) -> AnyView {
    if !receipts::has_any() {
        return receipts::page_of_none();
    }
    view! {
        <div class="page">
            <Back href=address(HouseholdStep::Booked) />
            <Heading text=t(k::CANCEL_TITLE) />
            {receipts::with(show)}
        </div>
    }
    .into_any()
}

fn show(all: Vec<Receipt>) -> AnyView {
    let (go, stay): (Vec<Receipt>, Vec<Receipt>) = all.into_iter().partition(Receipt::may_cancel);
    if go.len() < FEWEST_MEMBERS {
        return view! {
            <Notice kind=NoticeKind::Warning title=t(k::CANCEL_NONE) />
            <p class="row"><LinkButton href=address(HouseholdStep::Booked) label=t(k::BACK) /></p>
        }
        .into_any();
    }
    let errors = Errors::new();
    let gone = go.iter().map(line).collect_view();
    let stay = stay
        .iter()
        .map(|one| view! { <li>{tf(k::CANCEL_STAYS, &[("who", &one.view.full_name)])}</li> })
        .collect_view();
    view! {
        <ErrorSummary errors=errors />
        <p>{t(k::CANCEL_LEAD)}</p>
        <div class="panel"><ul class="bullets">{gone}</ul></div>
        <ul class="bullets"><li>{t(k::CANCEL_RULE)}</li>{stay}</ul>
        {buttons(&go, errors)}
    }
    .into_any()
}

fn line(one: &Receipt) -> impl IntoView + use<> {
    let time = one
        .visit()
        .map(|visit| intl::date_time(visit.starts_at))
        .unwrap_or_default();
    view! { <li>{tf(k::WHO_WHEN, &[("who", &one.view.full_name), ("time", &time)])}</li> }
}

fn buttons(go: &[Receipt], errors: Errors) -> AnyView {
    let busy = RwSignal::new(false);
    let count = u32::try_from(go.len()).unwrap_or(u32::MAX);
    let whose = HouseholdCancel {
        members: go.iter().map(Receipt::named).collect(),
    };
    let press = move |()| {
        busy.set(true);
        let whose = whose.clone();
        spawn_local(async move {
            match api::households::cancel(&whose).await {
                Ok(_) => {
                    receipts::leave(Done::Cancelled);
                    location::replace(&address(HouseholdStep::Booked));
                }
                Err(error) => {
                    busy.set(false);
                    errors.show_one(error.words());
                }
            }
        });
    };
    view! {
        <p class="row">
            <Button label=tn(k::CANCEL_DO, count) kind=ButtonKind::Danger busy=busy on_press=press />
            <LinkButton
                href=address(HouseholdStep::Booked)
                label=t(k::CANCEL_KEEP)
                kind=ButtonKind::Second
            />
        </p>
    }
    .into_any()
}

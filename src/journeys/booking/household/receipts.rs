//! The receipts of a family, named behind `#`, which no server sees: `reference.key,reference.key`.

use super::words;
use crate::api;
use crate::browser::location;
use crate::components::{Empty, Fetched, Heading, LinkButton};
use crate::i18n::{keys::household as k, t};
use crate::routes::{HouseholdStep, Route};
use eid_domain::calendar::minutes_after;
use eid_domain::dossier::State;
use eid_domain::order;
use eid_domain::wire::bookings::Booked;
use eid_domain::wire::dossiers::{DossierView, Visit};
use jiff::civil::Date;
use leptos::prelude::*;
use std::cell::Cell;

/// A receipt and the key that opens it.
#[derive(Clone)]
pub(super) struct Receipt {
    /// The dossier.
    pub(super) view: DossierView,
    /// Its key.
    pub(super) key: String,
}

impl Receipt {
    /// As a request names it.
    pub(super) fn named(&self) -> Booked {
        Booked {
            reference: self.view.reference.clone(),
            key: self.key.clone(),
        }
    }

    /// The visit to come, where there is one.
    pub(super) fn visit(&self) -> Option<&Visit> {
        let booked = self.view.state == State::Booked;
        self.view.visit.as_ref().filter(|_| booked)
    }

    /// The visit, where it can be moved together with others.
    pub(super) fn movable(&self) -> Option<&Visit> {
        self.visit().filter(|_| self.view.changes.may_reschedule)
    }

    /// Whether the visit can be called off.
    pub(super) fn may_cancel(&self) -> bool {
        self.visit().is_some() && self.view.changes.may_cancel
    }

    /// "07:30–08:00".
    pub(super) fn hours(&self) -> Option<String> {
        let visit = self.visit()?;
        let end = minutes_after(visit.starts_at, visit.minutes);
        Some(words::window(visit.starts_at.time(), end.time()))
    }
}

/// "07:30–08:20", from the first of them to the last; with the day.
pub(super) fn window(receipts: &[Receipt]) -> Option<(Date, String)> {
    let visits = || receipts.iter().filter_map(Receipt::visit);
    let first = visits().map(|visit| visit.starts_at).min()?;
    let last = visits()
        .map(|visit| minutes_after(visit.starts_at, visit.minutes))
        .max()?;
    Some((first.date(), words::window(first.time(), last.time())))
}

/// What was done, said once on the page it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// Everybody has moved.
    Moved,
    /// Everybody's visit is called off.
    Cancelled,
    /// The window chosen went to somebody else.
    Taken,
}

thread_local! {
    static DONE: Cell<Option<Done>> = const { Cell::new(None) };
}

/// To be said on the next page.
pub(super) fn leave(done: Done) {
    DONE.set(Some(done));
}

/// What is to be said, once.
pub(super) fn done() -> Option<Done> {
    DONE.take()
}

/// The address of a family's page, with the receipts behind it.
pub(super) fn address(step: HouseholdStep) -> String {
    format!("{}#{}", Route::Household(step).href(), location::hash())
}

/// Fetches the receipts and shows them; says so where the address names none.
pub(super) fn with(show: impl Fn(Vec<Receipt>) -> AnyView + 'static) -> AnyView {
    let keys = keys(&location::hash());
    if keys.is_empty() {
        return none();
    }
    let fetch = move || -> std::pin::Pin<Box<dyn Future<Output = Result<Vec<Receipt>, String>>>> {
        let keys = keys.clone();
        Box::pin(load(keys))
    };
    view! { <Fetched fetch=fetch show=show /> }.into_any()
}

/// A page around the receipts, unless the address names none.
pub(super) fn has_any() -> bool {
    !keys(&location::hash()).is_empty()
}

/// The page of an address that names no receipts.
pub(super) fn page_of_none() -> AnyView {
    view! { <div class="page"><Heading text=t(k::BOOKED_TITLE) />{none()}</div> }.into_any()
}

fn none() -> AnyView {
    view! {
        <Empty title=t(k::BOOKED_NONE)>
            <p>{t(k::BOOKED_NONE_TEXT)}</p>
            <p><LinkButton href=Route::Track.href() label=t(k::BOOKED_TRACK) /></p>
        </Empty>
    }
    .into_any()
}

fn keys(hash: &str) -> Vec<(String, String)> {
    hash.split(',')
        .filter_map(|one| one.split_once('.'))
        .map(|(reference, key)| (reference.to_owned(), key.to_owned()))
        .take(eid_domain::household::MOST_MEMBERS)
        .collect()
}

async fn load(keys: Vec<(String, String)>) -> Result<Vec<Receipt>, String> {
    let mut receipts = Vec::new();
    for (reference, key) in keys {
        let view = api::dossiers::get(&reference, &key)
            .await
            .map_err(|error| error.words())?;
        receipts.push(Receipt { view, key });
    }
    order::by_key(&mut receipts, |one| {
        one.view.visit.as_ref().map(|visit| visit.starts_at)
    });
    Ok(receipts)
}

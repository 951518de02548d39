//! Taking a window: everybody's place is kept, the former window is given back, and what went meanwhile is answered
//! with the nearest windows that are free.

use super::super::held::{Held, in_seconds};
use super::super::{draft, time::lost, time::lost::Lost};
use super::{Known, draft::window, flow};
use crate::api;
use crate::browser::{announce, focus};
use crate::components::{Errors, Refetch};
use crate::i18n::{keys::booking, t};
use eid_domain::household::Family;
use eid_domain::order;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::household::{HouseholdHold, NewHouseholdHold};
use jiff::civil::DateTime;
use leptos::{prelude::*, task::spawn_local};

/// So many other windows are offered when one is lost.
const OFFERED: usize = 4;

/// What the page shares with the choosing of a window. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Taking {
    /// A hold is being made.
    pub(super) busy: RwSignal<bool>,
    /// The window that went meanwhile.
    pub(super) lost: RwSignal<Option<Lost>>,
    /// Other failures.
    pub(super) errors: Errors,
    /// Asks for days and windows again.
    pub(super) again: Refetch,
}

impl Taking {
    /// Nothing taken yet.
    pub(super) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            lost: RwSignal::new(None),
            errors: Errors::new(),
            again: Refetch::new(),
        }
    }

    /// Takes a window and goes on.
    pub(super) fn take(self, office: String, family: Family, at: DateTime, known: Known) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.errors.clear();
        announce::polite(t(booking::TIME_KEEPING));
        spawn_local(async move {
            let wanted = NewHouseholdHold {
                office_id: office.clone(),
                starts_at: at,
                members: family.clone(),
            };
            match api::households::hold(&wanted).await {
                Ok(hold) => {
                    give_back();
                    keep(hold, at, &family);
                    self.busy.set(false);
                    // Only while the page is still there: a person who went back is not pulled forward.
                    if self.busy.try_get_untracked().is_some() {
                        flow::onward(&known).go();
                    }
                }
                Err(error) if error.is(ProblemCode::SlotTaken) || error.is(ProblemCode::SlotNotOffered) => {
                    let taken = error.is(ProblemCode::SlotTaken);
                    let offers = nearest(&office, &family, at).await;
                    self.lost.set(Some(Lost { at, taken, offers }));
                    self.busy.set(false);
                    self.again.now();
                    focus::later(lost::ID);
                }
                Err(error) => {
                    self.busy.set(false);
                    self.errors.show_one(error.words());
                }
            }
        });
    }
}

/// Gives back what was kept before, for the family or for one alone, so that others can have it; if that fails it
/// lapses by itself.
fn give_back() {
    let window = draft::family().now().held;
    let place = draft::alone().now().held;
    draft::alone().update(|booking| booking.held = None);
    spawn_local(async move {
        if let Some(window) = window {
            let _ = api::households::release(&window.id).await;
        }
        if let Some(place) = place {
            let _ = api::holds::release(&place.id).await;
        }
    });
}

fn keep(hold: HouseholdHold, at: DateTime, family: &Family) {
    let held = Held {
        starts_at: at,
        ends_at: hold.window().map(|(_, end)| end),
        until_ms: in_seconds(hold.expires_in_s),
        extensions_left: hold.extensions_left,
        purpose: family.to_string(),
        id: hold.id,
        office: hold.office_id,
    };
    window().update(|window| window.visits = hold.visits);
    draft::family().update(|booking| {
        booking.day = Some(at.date());
        booking.held = Some(held);
    });
}

/// The windows nearest to the one wanted: of that day, else the first of the next days.
async fn nearest(office: &str, family: &Family, at: DateTime) -> Vec<DateTime> {
    let found = api::households::day(office, at.date(), family).await;
    let windows = found.map(|found| found.windows).unwrap_or_default();
    let mut offers: Vec<DateTime> = windows
        .iter()
        .map(|window| at.date().to_datetime(window.start))
        .collect();
    order::by_key(&mut offers, |time| time.duration_since(at).abs());
    offers.truncate(OFFERED);
    if offers.is_empty() {
        let found = api::households::days(office, family).await;
        let days = found.map(|found| found.days).unwrap_or_default();
        let firsts = days.iter().filter(|day| day.date > at.date());
        offers = firsts
            .filter_map(|day| Some(day.date.to_datetime(day.first?)))
            .take(OFFERED)
            .collect();
    }
    order::plainly(&mut offers);
    offers
}

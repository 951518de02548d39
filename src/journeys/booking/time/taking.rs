//! Taking a place, or a family's window: it is held, the former one is given back, and what went meanwhile is answered
//! with the nearest that are free.

use super::lost::{self, Lost};
use crate::api::ApiError;
use crate::browser::{announce, focus};
use crate::components::{Errors, Refetch};
use crate::i18n::{keys::booking, t};
use crate::routes::Route;
use eid_domain::order;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::slots::Days;
use jiff::civil::{Date, DateTime};
use leptos::{prelude::*, task::spawn_local};

/// So many other times are offered when one is lost.
const OFFERED: usize = 4;

/// What is wanted: for one person, or for a family.
pub(in super::super) trait Wanted: Clone + Send + Sync + 'static {
    /// Holds it from `at` on, keeps it in the draft, and gives back what was kept before.
    async fn hold(&self, at: DateTime) -> Result<(), ApiError>;
    /// Where to go then.
    fn onward(&self) -> Route;
    /// The times of a day that are free for it; none where the server could not be asked.
    async fn times(&self, day: Date) -> Vec<DateTime>;
    /// The open days.
    async fn days(&self) -> Result<Days, ApiError>;
}

/// What the page shares with the choosing of a time. Cheap to copy.
#[derive(Clone, Copy)]
pub(in super::super) struct Taking {
    /// A hold is being made.
    pub(in super::super) busy: RwSignal<bool>,
    /// The time that went meanwhile.
    pub(in super::super) lost: RwSignal<Option<Lost>>,
    /// Other failures.
    pub(in super::super) errors: Errors,
    /// Asks for days and times again.
    pub(in super::super) again: Refetch,
}

impl Taking {
    /// Nothing taken yet.
    pub(in super::super) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            lost: RwSignal::new(None),
            errors: Errors::new(),
            again: Refetch::new(),
        }
    }

    /// Takes what begins at `at` and goes on.
    pub(in super::super) fn take(self, wanted: impl Wanted, at: DateTime) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.errors.clear();
        announce::polite(t(booking::TIME_KEEPING));
        spawn_local(async move {
            match wanted.hold(at).await {
                Ok(()) => {
                    self.busy.set(false);
                    // Only while the page is still there: a person who went back is not pulled forward.
                    if self.busy.try_get_untracked().is_some() {
                        wanted.onward().go();
                    }
                }
                Err(error) if error.is(ProblemCode::SlotTaken) || error.is(ProblemCode::SlotNotOffered) => {
                    let taken = error.is(ProblemCode::SlotTaken);
                    let offers = nearest(&wanted, at).await;
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

/// The free times nearest to the one wanted: of that day, else the first of the next days.
async fn nearest(wanted: &impl Wanted, at: DateTime) -> Vec<DateTime> {
    let mut offers = wanted.times(at.date()).await;
    order::by_key(&mut offers, |time: &DateTime| time.duration_since(at).abs());
    offers.truncate(OFFERED);
    if offers.is_empty() {
        let days = wanted.days().await.map(|found| found.days).unwrap_or_default();
        let firsts = days.iter().filter(|day| day.date > at.date());
        offers = firsts
            .filter_map(|day| Some(day.date.to_datetime(day.first?)))
            .take(OFFERED)
            .collect();
    }
    order::plainly(&mut offers);
    offers
}

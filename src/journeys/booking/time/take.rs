//! Taking a place: the hold is made, the former one is given back, and what went meanwhile is answered with the
//! nearest free times.

use super::super::{draft, flow, held::Held, known::Known};
use super::lost::Lost;
use crate::api;
use crate::browser::{announce, focus};
use crate::components::{Errors, Refetch};
use crate::i18n::{keys::booking, t};
use crate::routes::BookingStep;
use eid_domain::order;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::holds::NewHold;
use eid_domain::wire::slots::SlotQuery;
use jiff::civil::{Date, DateTime};
use leptos::{prelude::*, task::spawn_local};

/// So many other times are offered when one is lost.
const OFFERED: usize = 4;

/// What the page shares with the choosing of a time. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Taking {
    /// A hold is being made.
    pub(super) busy: RwSignal<bool>,
    /// The time that went meanwhile.
    pub(super) lost: RwSignal<Option<Lost>>,
    /// Other failures.
    pub(super) errors: Errors,
    /// Asks for days and times again.
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

    /// Takes a place and goes on.
    pub(super) fn take(self, office: String, visit: SlotQuery, at: DateTime, known: Known) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.errors.clear();
        announce::polite(t(booking::TIME_KEEPING));
        spawn_local(async move {
            let wanted = NewHold {
                office_id: office.clone(),
                starts_at: at,
                service: visit.service,
                age_group: visit.age_group,
            };
            let answer = api::holds::create(&wanted).await;
            match answer {
                Ok(hold) => {
                    let draft = draft::open();
                    let former = draft.now().held;
                    draft.update(|booking| {
                        booking.day = Some(at.date());
                        booking.held = Some(Held::new(hold, visit));
                    });
                    give_back(former);
                    self.busy.set(false);
                    // Only while the page is still there: a person who went back is not pulled forward.
                    if self.busy.try_get_untracked().is_some() {
                        flow::onward(BookingStep::Time, &known).go();
                    }
                }
                Err(error) if error.is(ProblemCode::SlotTaken) || error.is(ProblemCode::SlotNotOffered) => {
                    let taken = error.is(ProblemCode::SlotTaken);
                    let offers = nearest(&office, visit, at).await;
                    self.lost.set(Some(Lost { at, taken, offers }));
                    self.busy.set(false);
                    self.again.now();
                    focus::later(super::lost::ID);
                }
                Err(error) => {
                    self.busy.set(false);
                    self.errors.show_one(error.words());
                }
            }
        });
    }
}

/// Gives the former place back, so that others can have it; if that fails it lapses by itself.
fn give_back(former: Option<Held>) {
    if let Some(former) = former {
        spawn_local(async move {
            let _ = api::holds::release(&former.id).await;
        });
    }
}

/// The free times nearest to the one wanted: of that day, else the first of the next days.
async fn nearest(office: &str, visit: SlotQuery, at: DateTime) -> Vec<DateTime> {
    let mut offers = times_of(office, visit, at.date()).await;
    let far = |time: &DateTime| time.duration_since(at).abs();
    order::by_key(&mut offers, far);
    offers.truncate(OFFERED);
    if offers.is_empty() {
        let days = api::offices::days(office, visit)
            .await
            .map(|found| found.days)
            .unwrap_or_default();
        let firsts = days.iter().filter(|day| day.date > at.date());
        offers = firsts
            .filter_map(|day| Some(day.date.to_datetime(day.first?)))
            .take(OFFERED)
            .collect();
    }
    order::plainly(&mut offers);
    offers
}

async fn times_of(office: &str, visit: SlotQuery, day: Date) -> Vec<DateTime> {
    let found = api::offices::day(office, day, visit).await;
    found
        .map(|found| {
            found
                .slots
                .iter()
                .map(|slot| day.to_datetime(slot.time))
                .collect()
        })
        .unwrap_or_default()
}

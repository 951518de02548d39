//! Taking a place for one person.

use super::super::{draft, flow, held::Held, known::Known};
use super::taking::Wanted;
use crate::api::{self, ApiError};
use crate::routes::{BookingStep, Route};
use eid_domain::wire::holds::NewHold;
use eid_domain::wire::slots::{Days, SlotQuery};
use jiff::civil::{Date, DateTime};
use leptos::task::spawn_local;

/// A place at an office.
#[derive(Clone)]
pub(super) struct Place {
    /// The office's id.
    pub(super) office: String,
    /// What for.
    pub(super) visit: SlotQuery,
    /// What the booking knows.
    pub(super) known: Known,
}

impl Wanted for Place {
    async fn hold(&self, at: DateTime) -> Result<(), ApiError> {
        let wanted = NewHold {
            office_id: self.office.clone(),
            starts_at: at,
            service: self.visit.service,
            age_group: self.visit.age_group,
        };
        let hold = api::holds::create(&wanted).await?;
        let draft = draft::open();
        let former = draft.now().held;
        draft.update(|booking| {
            booking.day = Some(at.date());
            booking.held = Some(Held::new(hold, self.visit));
        });
        give_back(former);
        Ok(())
    }

    fn onward(&self) -> Route {
        flow::onward(BookingStep::Time, &self.known)
    }

    async fn times(&self, day: Date) -> Vec<DateTime> {
        let found = api::offices::day(&self.office, day, self.visit).await;
        let slots = found.map(|found| found.slots).unwrap_or_default();
        slots.iter().map(|slot| day.to_datetime(slot.time)).collect()
    }

    async fn days(&self) -> Result<Days, ApiError> {
        api::offices::days(&self.office, self.visit).await
    }
}

/// Gives the former place back, so that others can have it; if that fails it lapses by itself.
fn give_back(former: Option<Held>) {
    if let Some(former) = former {
        spawn_local(async move {
            let _ = api::holds::release(&former.id, false).await;
        });
    }
}

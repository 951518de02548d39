//! Taking a window of time for a family: everybody's place is kept, or nobody's.

use super::super::held::{Held, in_seconds};
use super::super::{draft, time::taking::Wanted};
use super::{Known, draft::window, flow};
use crate::api::{self, ApiError};
use crate::routes::Route;
use eid_domain::household::Family;
use eid_domain::wire::household::{HouseholdHold, NewHouseholdHold};
use eid_domain::wire::slots::Days;
use jiff::civil::{Date, DateTime};
use leptos::task::spawn_local;

/// A window at an office.
#[derive(Clone)]
pub(super) struct Window {
    /// The office's id.
    pub(super) office: String,
    /// For whom.
    pub(super) family: Family,
    /// What the booking knows.
    pub(super) known: Known,
}

impl Wanted for Window {
    async fn hold(&self, at: DateTime) -> Result<(), ApiError> {
        let wanted = NewHouseholdHold {
            office_id: self.office.clone(),
            starts_at: at,
            members: self.family.clone(),
        };
        let hold = api::households::hold(&wanted).await?;
        give_back();
        keep(hold, at, &self.family);
        Ok(())
    }

    fn onward(&self) -> Route {
        flow::onward(&self.known)
    }

    async fn times(&self, day: Date) -> Vec<DateTime> {
        let found = api::households::day(&self.office, day, &self.family).await;
        let windows = found.map(|found| found.windows).unwrap_or_default();
        windows
            .iter()
            .map(|window| day.to_datetime(window.start))
            .collect()
    }

    async fn days(&self) -> Result<Days, ApiError> {
        api::households::days(&self.office, &self.family).await
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
            let _ = api::holds::release(&window.id, true).await;
        }
        if let Some(place) = place {
            let _ = api::holds::release(&place.id, false).await;
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

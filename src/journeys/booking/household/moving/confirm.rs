//! The last step: from when to when for each of them, then it is done. The window is held and moved to in one go, so nobody
//! is left with two times or none.

use super::super::receipts::{self, Done, address};
use super::super::words;
use super::{Movers, at, windows};
use crate::api::{self, ApiError};
use crate::browser::{intl, location};
use crate::components::{Button, ButtonKind, ErrorSummary, Errors, Fetched, LinkButton};
use crate::days::Step;
use crate::i18n::{keys::family_change as k, keys::moving, t, tf, tn};
use crate::routes::HouseholdStep;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::household::{HouseholdDay, HouseholdMove, HouseholdWindow, NewHouseholdHold};
use jiff::civil::{Date, Time};
use leptos::{prelude::*, task::spawn_local};

/// The window once more, as it is now; where it has gone meanwhile, back to the others of the day.
pub(super) fn view(movers: Movers, date: Date, time: Time) -> AnyView {
    let fetch = windows::fetch(movers.clone(), date);
    let show = move |day: HouseholdDay| {
        let window = day.windows.into_iter().find(|window| window.start == time);
        match window {
            Some(window) => both(&movers, date, &window),
            None => {
                back_to(date);
                ().into_any()
            }
        }
    };
    view! { <Fetched fetch=fetch show=show /> }.into_any()
}

fn back_to(date: Date) {
    receipts::leave(Done::Taken);
    location::replace(&at(Step::Time(date)));
}

fn both(movers: &Movers, date: Date, window: &HouseholdWindow) -> AnyView {
    let (errors, busy) = (Errors::new(), RwSignal::new(false));
    let line = |who: &str, time: String| {
        view! { <li>{tf(k::WHO_WHEN, &[("who", who), ("time", &time)])}</li> }
    };
    let from = receipts::window(&movers.receipts)
        .map(|(day, hours)| format!("{hours}, {}", intl::long_date(day)))
        .unwrap_or_default();
    let to = format!(
        "{}, {}",
        words::window(window.start, window.end),
        intl::long_date(date)
    );
    let each = movers
        .receipts
        .iter()
        .zip(&window.starts)
        .map(|(one, start)| line(&one.view.full_name, intl::time(*start)))
        .collect_view();
    let count = u32::try_from(movers.receipts.len()).unwrap_or(u32::MAX);
    let wanted = NewHouseholdHold {
        office_id: movers.office_id.clone(),
        starts_at: date.to_datetime(window.start),
        members: movers.family.clone(),
    };
    let members: Vec<_> = movers.receipts.iter().map(receipts::Receipt::named).collect();
    let press = move |()| {
        busy.set(true);
        let (wanted, members) = (wanted.clone(), members.clone());
        spawn_local(async move {
            match take(&wanted, members).await {
                Ok(()) => {
                    receipts::leave(Done::Moved);
                    location::push(&address(HouseholdStep::Booked));
                }
                Err(error) if gone(&error) => back_to(date),
                Err(error) => {
                    busy.set(false);
                    errors.show_one(error.words());
                }
            }
        });
    };
    view! {
        <ErrorSummary errors=errors />
        <dl class="move panel">
            <div class="move-from"><dt>{t(moving::FROM)}</dt><dd>{from}</dd></div>
            <div class="move-to"><dt>{t(moving::TO)}</dt><dd>{to}</dd></div>
        </dl>
        <ul class="bullets">{each}</ul>
        <p class="row">
            <Button label=tn(k::DO, count) busy=busy on_press=press />
            <LinkButton href=at(Step::Day) label=t(moving::OTHER_DAY) kind=ButtonKind::Second />
        </p>
    }
    .into_any()
}

async fn take(
    wanted: &NewHouseholdHold,
    members: Vec<eid_domain::wire::bookings::Booked>,
) -> Result<(), ApiError> {
    let hold = api::households::hold(wanted).await?;
    let to = HouseholdMove {
        hold_id: hold.id.clone(),
        members,
    };
    let moved = api::households::reschedule(&to).await;
    if moved.is_err() {
        // Whatever was wrong: the new window goes back at once. Should that fail too, it lapses by itself.
        let _ = api::holds::release(&hold.id, true).await;
    }
    moved.map(drop)
}

fn gone(error: &ApiError) -> bool {
    error.is(ProblemCode::SlotTaken)
        || error.is(ProblemCode::SlotNotOffered)
        || error.is(ProblemCode::HoldExpired)
}

//! The window kept for the family, and its clock on every page of the form.

use super::super::{draft, held_bar, place};
use super::words;
use crate::api;
use crate::browser::{announce, timer};
use crate::components::Countdown;
use crate::i18n::{keys::booking, t};
use eid_domain::household::Family;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::household::HouseholdHold;
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

/// The hold, and for whom it was taken.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub(in super::super) struct Held {
    /// As the server gave it.
    pub(super) hold: HouseholdHold,
    /// The device's clock when it lapses: only distances count, so a wrong clock does no harm.
    pub(super) until_ms: f64,
    family: Family,
}

impl Held {
    /// A hold that the server has just given or extended.
    pub(super) fn new(hold: HouseholdHold, family: Family) -> Self {
        let until_ms = timer::now_ms() + f64::from(hold.expires_in_s) * 1000.0;
        Self {
            hold,
            until_ms,
            family,
        }
    }

    /// Whether it is for this office and family.
    pub(super) fn fits(&self, office: &str, family: &Family) -> bool {
        self.hold.office_id == office && self.family == *family
    }

    /// Whether its time is over.
    pub(super) fn is_over(&self, now_ms: f64) -> bool {
        now_ms >= self.until_ms
    }

    /// "07:30–08:40, Thứ Tư, 25 tháng 11, 2026".
    pub(super) fn when(&self) -> String {
        self.hold
            .window()
            .map(|(from, to)| words::window_on(from, to))
            .unwrap_or_default()
    }
}

/// Whether the window has lapsed already.
pub(in super::super) fn is_over(now_ms: f64) -> bool {
    let held = draft::open().now().household.held;
    held.is_none_or(|held| held.is_over(now_ms))
}

/// The bar. `over` becomes true when the window has lapsed.
pub(in super::super) fn bar(over: RwSignal<bool>) -> AnyView {
    let now = draft::open().now();
    let Some(held) = now.household.held else {
        return ().into_any();
    };
    let office = now.office.as_ref().map(place::name).unwrap_or_default();
    let held = RwSignal::new(held);
    let when = held.with_untracked(Held::when);
    let text = when.clone();
    let draw = move || {
        if over.get() {
            return held_bar::lapsed(&when);
        }
        view! {
            <section class="held" aria-label=t(booking::HELD_LABEL)>
                <p><b>{text.clone()}</b>" · "{office.clone()}</p>
                <Countdown
                    until_ms=Signal::derive(move || held.with(|held| held.until_ms))
                    can_extend=Signal::derive(move || held.with(|held| held.hold.extensions_left > 0))
                    on_extend=Callback::new(move |()| extend(held, over))
                    on_over=Callback::new(move |()| over.set(true))
                />
            </section>
        }
        .into_any()
    };
    draw.into_any()
}

fn extend(held: RwSignal<Held>, over: RwSignal<bool>) {
    spawn_local(async move {
        let Some(before) = held.try_get_untracked() else {
            return;
        };
        match api::households::extend(&before.hold.id).await {
            Ok(hold) => {
                let longer = Held::new(hold, before.family);
                draft::open().update(|booking| booking.household.held = Some(longer.clone()));
                held.set(longer);
                announce::polite(t(booking::HELD_EXTENDED));
            }
            Err(error) if error.is(ProblemCode::HoldExpired) => over.set(true),
            Err(error) => {
                if error.is(ProblemCode::HoldNotExtendable) {
                    held.update(|held| held.hold.extensions_left = 0);
                }
                announce::polite(&error.words());
            }
        }
    });
}

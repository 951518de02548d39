//! Until when a stay is told, said while the form is filled in.

use crate::browser::{intl, timer};
use crate::components::DateParts;
use crate::i18n::{keys::stay as k, tf, tn};
use eid_domain::stay::{due, is_long, minutes_left};
use eid_domain::when::When;
use jiff::{
    SignedDuration,
    civil::{Date, DateTime},
};
use leptos::prelude::*;

/// The office's clock: as the server told it, and gone on since.
#[derive(Clone, Copy)]
pub(super) struct OfficeClock {
    told: DateTime,
    at_ms: f64,
}

impl OfficeClock {
    pub(super) fn new(told: DateTime) -> Self {
        let at_ms = timer::now_ms();
        Self { told, at_ms }
    }

    pub(super) fn now(self) -> DateTime {
        let gone = (timer::now_ms() - self.at_ms).max(0.0) as i64;
        let gone = SignedDuration::from_millis(gone);
        self.told.checked_add(gone).unwrap_or(self.told)
    }
}

/// The hour of the law for the days chosen, followed; warns and refuses nothing.
pub(super) fn view(
    clock: OfficeClock,
    arrives: DateParts,
    late: RwSignal<bool>,
    leaves: DateParts,
) -> AnyView {
    let minute = RwSignal::new(clock.now().minute());
    timer::every_second(move || {
        let now = clock.now().minute();
        if minute.get_untracked() != now {
            minute.set(now);
        }
    });
    let text = move || {
        minute.track();
        let day = Date::of(&arrives.iso())?;
        let until = due(day, late.get());
        let at = intl::date_time(until);
        Some(match minutes_left(clock.now(), until) {
            Some(left) => {
                let time = if left < 120 {
                    tn(k::MINUTES, left)
                } else {
                    tn(k::HOURS, left / 60)
                };
                tf(k::DUE, &[("at", &at), ("left", &time)])
            }
            None => tf(k::DUE_OVER, &[("at", &at)]),
        })
    };
    let long = move || {
        let (first, last) = (Date::of(&arrives.iso())?, Date::of(&leaves.iso())?);
        is_long(first, last).then(|| view! { <p>{crate::i18n::t(k::LONG_WARNING)}</p> })
    };
    view! { <div class="stack-s" role="status"><p><b>{text}</b></p>{long}</div> }.into_any()
}

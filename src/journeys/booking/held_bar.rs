//! The kept place and its clock on every page of the form; when its time is over, the way to another one. What is
//! typed stays.

use super::{draft, held::Held, household, place, way};
use crate::api;
use crate::browser::announce;
use crate::components::{ButtonKind, Countdown, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::booking, t, tf};
use eid_domain::problem::ProblemCode;
use leptos::{prelude::*, task::spawn_local};

/// The id of the notice that the time is over.
pub(super) const OVER: &str = "held-over";

/// The bar. `over` becomes true when the place has lapsed.
pub(super) fn bar(over: RwSignal<bool>) -> AnyView {
    if way::is_family() {
        return household::held_bar(over);
    }
    let now = draft::open().now();
    let Some(held) = now.held else {
        return ().into_any();
    };
    let office = now.office.as_ref().map(place::name).unwrap_or_default();
    let held = RwSignal::new(held);
    let when = held.with_untracked(Held::when);
    let text = when.clone();
    let draw = move || {
        if over.get() {
            return lapsed(&when);
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

/// Says that the time is over, and leads to another one.
pub(super) fn lapsed(when: &str) -> AnyView {
    let text = tf(booking::HELD_OVER_TEXT, &[("time", when)]);
    let to = way::time().href();
    view! {
        <div id=OVER tabindex="-1">
            <Notice kind=NoticeKind::Warning title=t(booking::HELD_OVER_TITLE) announced=true>
                <p>{text}</p>
                <p><LinkButton href=to label=t(booking::HELD_AGAIN) kind=ButtonKind::Second /></p>
            </Notice>
        </div>
    }
    .into_any()
}

fn extend(held: RwSignal<Held>, over: RwSignal<bool>) {
    spawn_local(async move {
        let Some(before) = held.try_get_untracked() else {
            return;
        };
        match api::holds::extend(&before.hold.id).await {
            Ok(hold) => {
                let longer = before.extended(hold);
                draft::open().update(|booking| booking.held = Some(longer.clone()));
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

/// Whether the place has lapsed already: what the bar begins with.
pub(super) fn is_over() -> RwSignal<bool> {
    let now_ms = crate::browser::timer::now_ms();
    if way::is_family() {
        return RwSignal::new(household::is_over(now_ms));
    }
    RwSignal::new(draft::open().now().held.is_none_or(|held| held.is_over(now_ms)))
}

//! The kept place and its clock on every page of the form; when its time is over, the way to another one. What is
//! typed stays.

use super::{draft, held::Held, way};
use crate::api;
use crate::browser::{announce, timer};
use crate::components::{ButtonKind, Countdown, LinkButton, Notice, NoticeKind};
use crate::i18n::{keys::booking, t, tf};
use eid_domain::problem::ProblemCode;
use leptos::{prelude::*, task::spawn_local};

/// The id of the notice that the time is over.
pub(super) const OVER: &str = "held-over";

/// The bar. `over` becomes true when the place has lapsed.
pub(super) fn bar(over: RwSignal<bool>) -> AnyView {
    let now = draft::open().now();
    let Some(held) = now.held else {
        return ().into_any();
    };
    let office = now.place.map(|place| place.name()).unwrap_or_default();
    let held = RwSignal::new(held);
    let failed = RwSignal::new(String::new());
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
                    can_extend=Signal::derive(move || held.with(|held| held.extensions_left > 0))
                    on_extend=Callback::new(move |()| extend(held, over, failed))
                    on_over=Callback::new(move |()| over.set(true))
                />
                {move || Some(failed.get()).filter(|words| !words.is_empty()).map(|words| view! { <p class="error-text">{words}</p> })}
            </section>
        }
        .into_any()
    };
    draw.into_any()
}

/// Says that the time is over, and leads to another one.
fn lapsed(when: &str) -> AnyView {
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

/// Keeps the place longer. Why it did not work stands in the bar until the next press, and is spoken.
fn extend(held: RwSignal<Held>, over: RwSignal<bool>, failed: RwSignal<String>) {
    let family = way::is_family();
    let draft = draft::open();
    let _ = failed.try_set(String::new());
    spawn_local(async move {
        let Some(before) = held.try_get_untracked() else {
            return;
        };
        match api::holds::extend(&before.id, family).await {
            Ok(by) => {
                let longer = before.extended(&by);
                draft.update(|booking| booking.held = Some(longer.clone()));
                held.set(longer);
                announce::polite(t(booking::HELD_EXTENDED));
            }
            Err(error) if error.is(ProblemCode::HoldExpired) => over.set(true),
            Err(error) => {
                if error.is(ProblemCode::HoldNotExtendable) {
                    held.update(|held| held.extensions_left = 0);
                }
                let words = error.words();
                announce::polite(&words);
                let _ = failed.try_set(words);
            }
        }
    });
}

/// Whether the place has lapsed already: what the bar begins with.
pub(super) fn is_over() -> RwSignal<bool> {
    let now_ms = timer::now_ms();
    RwSignal::new(draft::open().now().held.is_none_or(|held| held.is_over(now_ms)))
}

/// The server has said so: the place is not kept any more.
pub(super) fn has_lapsed(over: RwSignal<bool>) {
    draft::open().update(|booking| {
        if let Some(held) = &mut booking.held {
            held.until_ms = 0.0;
        }
    });
    over.set(true);
    crate::browser::focus::later(OVER);
}

//! What colleagues, people and the ministry do to the dossiers of an office, told to the pages that show them.

use super::role;
use crate::api;
use crate::browser::{events, json, timer};
use crate::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::i18n::{Key, keys::desk as k, t};
use eid_domain::wire::desk::StaffView;
use eid_domain::wire::queue::QueueView;
use leptos::{prelude::*, task::spawn_local};

/// Between two looks of a page by itself, however much happens.
const PAUSE_MS: f64 = 1_000.0;
/// What moves no screen, such as a lawful date that passes, shows after so many seconds.
const REFRESH_S: u32 = 60;
/// The help desk looks at dossiers of all offices, and hears of one.
const REFRESH_EVERYWHERE_S: u32 = 15;

/// Calls `changed` soon after something has happened to the dossiers of the office or to what people ask it, for as long as the
/// calling component lives; every few seconds where no stream comes through. Who only stands in the line moves nothing here.
pub(super) fn follow(staff: &StaffView, changed: impl Fn() + Clone + 'static) {
    let seldom = Seldom::new(PAUSE_MS);
    let look = move || seldom.run(changed.clone());
    let known = StoredValue::new(None);
    let told = look.clone();
    let heard = move |text: String| {
        let Some(line) = json::read::<QueueView>(&text) else {
            return;
        };
        let now = Some((line.day, line.version, line.news));
        if known.try_get_value().is_some_and(|known| known != now) {
            known.set_value(now);
            told();
        }
    };
    let seconds = if role::is_everywhere(staff.role) {
        REFRESH_EVERYWHERE_S
    } else {
        REFRESH_S
    };
    timer::every_while_seen(seconds, look.clone());
    events::follow(api::queue::DESK_EVENTS.to_owned(), heard, look);
}

/// Says that there is something newer than what is shown, which waits because of what is typed.
pub(super) fn held(title: Key, show: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! {
        <Notice kind=NoticeKind::Warning title=t(title) announced=true>
            <p>{t(k::HELD_TEXT)}</p>
            <p><Button label=t(k::HELD_SHOW) kind=ButtonKind::Second on_press=move |()| show() /></p>
        </Notice>
    }
    .into_any()
}

/// Does something at most once in a while. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Seldom {
    pause_ms: f64,
    last_ms: StoredValue<f64>,
}

impl Seldom {
    /// With this pause in between.
    pub(super) fn new(pause_ms: f64) -> Self {
        Self {
            pause_ms,
            last_ms: StoredValue::new(0.0),
        }
    }

    /// Now, or once when the pause is over: for all that is asked for until then.
    pub(super) fn run(self, act: impl FnOnce() + 'static) {
        let now = timer::now_ms();
        let Some(last) = self.last_ms.try_get_value() else {
            return;
        };
        let pause = (last + self.pause_ms - now).clamp(0.0, self.pause_ms);
        if pause == 0.0 {
            self.last_ms.set_value(now);
            act();
        } else if last <= now {
            self.last_ms.set_value(now + pause);
            spawn_local(async move {
                timer::sleep(whole(pause)).await;
                if self.last_ms.try_get_value().is_some() {
                    act();
                }
            });
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between nought and some thousand"
)]
fn whole(ms: f64) -> u32 {
    ms.ceil() as u32
}

//! What colleagues, people and the ministry do to what a page of the desk shows, told to it.

use crate::browser::{events, json, timer};
use crate::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::i18n::{Key, keys::desk as k, t};
use eid_domain::wire::queue::DeskNews;
use leptos::{prelude::*, task::spawn_local};

/// Between two looks of a page by itself, however much happens.
const PAUSE_MS: f64 = 1_000.0;
/// What moves no screen, such as a lawful date that passes, shows after so many seconds.
const REFRESH_S: u32 = 60;

/// Calls `changed` soon after the stream at this address has told of something new, for as long as the calling component lives;
/// every few seconds where no stream comes through.
pub(in crate::journeys::desk) fn follow(events: &str, changed: impl Fn() + Clone + 'static) {
    let seldom = Seldom::new(PAUSE_MS);
    let look = move || seldom.run(changed.clone());
    let known = StoredValue::new(None);
    let told = look.clone();
    let heard = move |text: String| {
        let now = json::read::<DeskNews>(&text);
        if now.is_some() && known.try_get_value().is_some_and(|known| known != now) {
            known.set_value(now);
            told();
        }
    };
    timer::every_while_seen(REFRESH_S, look.clone());
    events::follow(events.to_owned(), heard, look);
}

/// Says that there is something newer than what is shown, which waits because of what is typed.
pub(in crate::journeys::desk) fn held(title: Key, show: impl Fn() + Send + Sync + 'static) -> AnyView {
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
pub(in crate::journeys::desk) struct Seldom {
    pause_ms: f64,
    last_ms: StoredValue<f64>,
}

impl Seldom {
    /// With this pause in between.
    pub(in crate::journeys::desk) fn new(pause_ms: f64) -> Self {
        Self {
            pause_ms,
            last_ms: StoredValue::new(0.0),
        }
    }

    /// Now, or once when the pause is over: for all that is asked for until then.
    pub(in crate::journeys::desk) fn run(self, act: impl FnOnce() + 'static) {
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

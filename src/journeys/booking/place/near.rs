//! "Near me": only after a tap, and nothing of it leaves the device.

use crate::browser::geolocation::{self, NotLocated};
use crate::browser::{announce, focus};
use crate::components::{Button, ButtonKind};
use crate::i18n::{Key, keys::booking, t};
use eid_domain::office::Position;
use leptos::{prelude::*, task::spawn_local};

/// What is known of where the person is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Where {
    /// Not asked.
    #[default]
    NotAsked,
    /// The device is looking.
    Asking,
    /// The person said no.
    Refused,
    /// The device does not know.
    Unknown,
    /// Here.
    At(Position),
}

/// The button, and below it what went wrong. Finding the place empties the search: the two exclude each other.
pub(super) fn button(near: RwSignal<Where>, query: RwSignal<String>) -> AnyView {
    let busy = Signal::derive(move || near.get() == Where::Asking);
    let press = move |()| {
        near.set(Where::Asking);
        spawn_local(async move {
            let found = match geolocation::locate().await {
                Ok((lat, lon)) => Position::new(lat, lon).map_or(Where::Unknown, Where::At),
                Err(NotLocated::Refused) => Where::Refused,
                Err(NotLocated::Unknown) => Where::Unknown,
            };
            // The page may be gone, or something else was typed meanwhile.
            if near.try_get_untracked() != Some(Where::Asking) {
                return;
            }
            near.set(found);
            match (found, fault(found)) {
                (_, Some(words)) => announce::polite(t(words)),
                (_, None) => {
                    query.set(String::new());
                    focus::later("results");
                }
            }
        });
    };
    let wrong =
        move || fault(near.get()).map(|words| view! { <p class="hint" id="near-wrong">{t(words)}</p> });
    view! {
        <div class="place-near">
            <Button label=t(booking::PLACE_NEAR) kind=ButtonKind::Second busy=busy on_press=press />
            <p class="hint">{t(booking::PLACE_NEAR_HINT)}</p>
            {wrong}
        </div>
    }
    .into_any()
}

const fn fault(of: Where) -> Option<Key> {
    match of {
        Where::Refused => Some(booking::PLACE_NEAR_REFUSED),
        Where::Unknown => Some(booking::PLACE_NEAR_UNKNOWN),
        Where::NotAsked | Where::Asking | Where::At(_) => None,
    }
}

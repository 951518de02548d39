//! The chime, and the number said aloud.

use crate::browser::{sound::Chime, speech, timer};
use crate::i18n::{keys::hall as k, lang, tf};
use eid_domain::wire::queue::HallCall;
use leptos::{prelude::*, task::spawn_local};

/// The chime is over before the voice begins.
const AFTER_CHIME_MS: u32 = 1_300;

/// Silent until somebody allows it. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Voice {
    chime: StoredValue<Option<Chime>, LocalStorage>,
    on: RwSignal<bool>,
}

impl Voice {
    /// Silent.
    pub(super) fn new() -> Self {
        Self {
            chime: StoredValue::new_local(None),
            on: RwSignal::new(false),
        }
    }

    /// From a tap: sounds from now on, and once to hear how loud.
    pub(super) fn allow(self) {
        self.chime.set_value(Chime::allow());
        self.on.set(true);
        self.strike();
    }

    /// No more sounds.
    pub(super) fn silence(self) {
        self.chime.set_value(None);
        self.on.set(false);
    }

    /// Whether sounds are wanted.
    pub(super) fn is_on(self) -> bool {
        self.on.get()
    }

    /// Whether the device has a voice for the language shown.
    pub(super) fn can_speak(self) -> bool {
        speech::has_voice(lang().as_str())
    }

    fn strike(self) {
        let _ = self.chime.try_with_value(|chime| chime.as_ref().map(Chime::play));
    }

    /// Calls these numbers.
    pub(super) fn call(self, calls: &[HallCall]) {
        if calls.is_empty() || self.on.try_get_untracked() != Some(true) {
            return;
        }
        let spoken: Vec<String> = calls.iter().map(spoken).collect();
        spawn_local(async move {
            self.strike();
            timer::sleep(AFTER_CHIME_MS).await;
            for words in spoken {
                speech::say(&words, lang().as_str());
            }
        });
    }
}

/// Without the zeros in front: nobody says them.
fn spoken(call: &HallCall) -> String {
    let values = [
        ("number", call.number.to_string()),
        ("station", call.station.to_string()),
    ];
    tf(
        k::SPOKEN,
        &values.each_ref().map(|(name, value)| (*name, value.as_str())),
    )
}

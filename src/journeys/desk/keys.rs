//! Keys for those who work here all day, and the dialog that lists them.

use super::find;
use crate::browser::{
    focus, keyboard,
    storage::{self, Keep},
};
use crate::components::{Button, Checkbox, Dialog, Errors, TextButton};
use crate::i18n::{Key, keys::desk as k, t};
use leptos::prelude::*;

/// Every row of a list at the desk.
pub(super) const ROWS: &str = ".desk-row";
const NAME: &str = "desk-keys";

/// A key of one page.
#[derive(Clone, Copy)]
pub(super) struct PageKey {
    /// The key's name.
    pub(super) key: &'static str,
    /// What it does, in words.
    pub(super) words: Key,
    /// What it does.
    pub(super) act: Callback<()>,
}

/// The keys of every list, and those of this page. Single letters can be switched off (WCAG 2.1.4): they get in the way
/// of people who speak to their computer.
#[component]
pub(super) fn Keys(
    /// The page's own keys.
    #[prop(optional)]
    own: Vec<PageKey>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let on = RwSignal::new(storage::get(Keep::Device, NAME).as_deref() != Some("off"));
    let of_page = own.clone();
    keyboard::shortcuts(move |key| {
        if matches!(key, "ArrowDown" | "ArrowUp") {
            let inside = focus::is_in(ROWS);
            if inside {
                focus::step_row(ROWS, key == "ArrowDown");
            }
            return inside;
        }
        if !on.get_untracked() {
            return false;
        }
        match key {
            "j" | "k" => focus::step_row(ROWS, key == "j"),
            "/" => focus::now(find::FIELD),
            "?" => open.set(true),
            key => match of_page.iter().find(|own| own.key == key) {
                Some(own) => own.act.run(()),
                None => return false,
            },
        }
        true
    });
    let list = StoredValue::new(list(&own));
    view! {
        <TextButton label=t(k::KEYS_OPEN) on_press=move |()| open.set(true) />
        <Dialog open=open title=t(k::KEYS_TITLE)>
            <dl class="desk-keys">
                {list.get_value().into_iter().map(|(keys, words)| line(keys, words)).collect_view()}
            </dl>
            <Switch on=on />
            <p class="row"><Button label=t(crate::i18n::keys::common::CLOSE) on_press=move |()| open.set(false) /></p>
        </Dialog>
    }
}

/// Single letters on or off, kept on this device.
#[component]
fn Switch(
    /// Whether they act.
    on: RwSignal<bool>,
) -> impl IntoView {
    Effect::new(move |_| storage::set(Keep::Device, NAME, if on.get() { "on" } else { "off" }));
    view! { <Checkbox id="keys-on" label=t(k::KEYS_ON) hint=t(k::KEYS_ON_HINT) checked=on errors=Errors::new() /> }
}

fn list(own: &[PageKey]) -> Vec<(Vec<&'static str>, Key)> {
    let mut all = vec![
        (vec!["j", "↓"], k::KEYS_DOWN),
        (vec!["k", "↑"], k::KEYS_UP),
        (vec!["Enter"], k::KEYS_ENTER),
        (vec!["/"], k::KEYS_FIND),
        (vec!["?"], k::KEYS_HELP),
    ];
    all.extend(own.iter().map(|own| (vec![own.key], own.words)));
    all
}

fn line(keys: Vec<&'static str>, words: Key) -> impl IntoView {
    let keys = keys
        .into_iter()
        .map(|key| view! { <kbd>{key}</kbd>" " })
        .collect_view();
    view! { <div><dt>{keys}</dt><dd>{t(words)}</dd></div> }
}

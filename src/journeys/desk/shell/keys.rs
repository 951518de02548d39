//! Keys for those who work here all day, and the dialog that lists them.

use crate::browser::{
    focus, keyboard,
    storage::{self, Keep},
};
use crate::components::{Button, Checkbox, Dialog, Errors, TextButton};
use crate::i18n::{Key, keys::desk as k, t};
use crate::journeys::desk::today::find;
use crate::routes::{DeskPage, Route};
use leptos::prelude::*;

/// Every row of a list at the desk.
pub(in crate::journeys::desk) const ROWS: &str = ".desk-row";
const NAME: &str = "desk-keys";

/// A key of one page.
#[derive(Clone, Copy)]
pub(in crate::journeys::desk) struct PageKey {
    /// The key's name.
    pub(in crate::journeys::desk) key: &'static str,
    /// What it does, in words.
    pub(in crate::journeys::desk) words: Key,
    /// What it does.
    pub(in crate::journeys::desk) act: Callback<()>,
}

/// The keys of the page that is being drawn, until the frame takes them.
#[derive(Clone, Copy)]
struct Own(StoredValue<Vec<PageKey>>);

/// Called by the frame before it draws a page.
pub(in crate::journeys::desk) fn begin() {
    provide_context(Own(StoredValue::new(Vec::new())));
}

/// Called by a page that has keys of its own, while it is drawn.
pub(in crate::journeys::desk) fn own(keys: Vec<PageKey>) {
    if let Some(Own(own)) = use_context() {
        own.set_value(keys);
    }
}

/// The keys of every page, and those of this one. Single letters can be switched off (WCAG 2.1.4): they get in the way
/// of people who speak to their computer.
#[component]
pub(super) fn Keys(
    /// Whether the member of staff may look for people.
    searches: bool,
) -> impl IntoView {
    let own = use_context::<Own>()
        .map(|Own(own)| own.get_value())
        .unwrap_or_default();
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
            "/" if searches => search(),
            "?" => open.set(true),
            key => match of_page.iter().find(|own| own.key == key) {
                Some(own) => own.act.run(()),
                None => return false,
            },
        }
        true
    });
    let list = StoredValue::new(list(&own, searches));
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

/// Into the search field; where the page has none, to the page of searching.
fn search() {
    if focus::is_there(find::FIELD) {
        focus::now(find::FIELD);
    } else {
        Route::Desk(DeskPage::Search).go();
    }
}

fn list(own: &[PageKey], searches: bool) -> Vec<(Vec<&'static str>, Key)> {
    let mut all = vec![
        (vec!["j", "↓"], k::KEYS_DOWN),
        (vec!["k", "↑"], k::KEYS_UP),
        (vec!["Enter"], k::KEYS_ENTER),
    ];
    if searches {
        all.push((vec!["/"], k::KEYS_FIND));
    }
    all.push((vec!["?"], k::KEYS_HELP));
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

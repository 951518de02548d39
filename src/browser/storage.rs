//! `sessionStorage` and `localStorage`. Private windows and full disks refuse them: that is "no storage", not an error.
//!
//! Identity numbers, codes and passwords never go in here.

use leptos::prelude::window;
use web_sys::Storage;

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Until the tab is closed.
    Tab,
    /// Until the person clears it.
    Device,
}

fn storage(keep: Keep) -> Option<Storage> {
    match keep {
        Keep::Tab => window().session_storage(),
        Keep::Device => window().local_storage(),
    }
    .ok()?
}

/// What was kept under this name.
pub fn get(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(name).ok()?
}

/// Keeps a text; without storage nothing happens.
pub fn set(keep: Keep, name: &str, value: &str) {
    if let Some(storage) = storage(keep) {
        let _ = storage.set_item(name, value);
    }
}

/// Forgets it.
pub fn remove(keep: Keep, name: &str) {
    if let Some(storage) = storage(keep) {
        let _ = storage.remove_item(name);
    }
}

/// Forgets everything whose name begins so.
pub fn remove_all(keep: Keep, names: &str) {
    let Some(storage) = storage(keep) else { return };
    // From the end: what is removed moves none of those still to come.
    for at in (0..storage.length().unwrap_or(0)).rev() {
        if let Ok(Some(name)) = storage.key(at)
            && name.starts_with(names)
        {
            let _ = storage.remove_item(&name);
        }
    }
}

//! Putting the visit into a calendar, handing it on, cancelling it: loaded with the first press.

use super::{calendar, cancel, live::Page, share};
use crate::api;
use crate::i18n::Key;
use eid_domain::wire::dossiers::{DossierView, Visit};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::Pin;

/// What was loaded.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    /// Offers the entry for a calendar.
    pub(super) save: fn(&DossierView, &Visit),
    /// Hands the visit on; what is to be said where the device did not say it itself.
    pub(super) share: fn(&DossierView, &Visit) -> Shared,
    /// Draws the question before cancelling, open while the signal says so.
    pub(super) cancel: fn(&Page, RwSignal<bool>) -> AnyView,
}

/// See [`Actions::share`].
pub(super) type Shared = Pin<Box<dyn Future<Output = Option<Key>>>>;

#[wasm_split(receipt_actions, wasm_split_path = ::leptos::wasm_split, fallible)]
fn code() -> Result<Actions, SplitLoaderError> {
    Ok(Actions {
        save: calendar::save,
        share: share::hand_on,
        cancel: cancel::question,
    })
}

/// Loads them.
///
/// # Errors
/// In words, where they did not arrive.
pub(super) async fn load() -> Result<Actions, String> {
    api::part(code(), &[]).await
}

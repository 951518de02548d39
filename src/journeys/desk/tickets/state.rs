//! What the page knows.

use crate::api;
use crate::journeys::desk::session;
use eid_domain::wire::tickets::{Ticket, Tickets};
use leptos::{prelude::*, task::spawn_local};

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    view: RwSignal<Option<Tickets>>,
    failed: RwSignal<Option<String>>,
    said: RwSignal<Option<String>>,
}

impl Asked {
    /// The list, on its way.
    pub(super) fn open() -> Self {
        let asked = Self {
            view: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
        };
        asked.load();
        asked
    }

    /// Fetches the list; what is shown stays until the new one is there, and where it is the same.
    pub(super) fn load(self) {
        spawn_local(async move {
            let answer = session::call(api::tickets::list()).await;
            if self.view.is_disposed() {
                return;
            }
            match answer {
                Ok(view) => {
                    self.failed.set(None);
                    if self.view.with_untracked(|known| known.as_ref() != Some(&view)) {
                        self.view.set(Some(view));
                    }
                }
                Err(error) => self.failed.set(Some(error.words())),
            }
        });
    }

    /// Those that wait, once known.
    pub(super) fn waiting(self) -> Option<Vec<Ticket>> {
        self.view
            .with(|view| view.as_ref().map(|view| view.waiting.clone()))
    }

    /// Those that were answered, once known.
    pub(super) fn answered(self) -> Option<Vec<Ticket>> {
        self.view
            .with(|view| view.as_ref().map(|view| view.answered.clone()))
    }

    /// Why the list could not be fetched.
    pub(super) fn failed(self) -> Option<String> {
        self.failed.get()
    }

    /// What is to be said above the list.
    pub(super) fn said(self) -> Option<String> {
        self.said.get()
    }

    /// Says it.
    pub(super) fn say(self, words: String) {
        let _ = self.said.try_set(Some(words));
    }
}

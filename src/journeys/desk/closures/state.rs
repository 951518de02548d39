//! What the page knows.

use crate::api;
use crate::journeys::desk::session;
use eid_domain::wire::closures::{Closure, ClosuresView};
use jiff::civil::Date;
use leptos::{prelude::*, task::spawn_local};

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Closures {
    view: RwSignal<Option<ClosuresView>>,
    failed: RwSignal<Option<String>>,
    said: RwSignal<Option<String>>,
}

impl Closures {
    /// The list, on its way.
    pub(super) fn open() -> Self {
        let closures = Self {
            view: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
        };
        closures.load();
        closures
    }

    /// Fetches the list; what is shown stays until the new one is there, and where it is the same.
    pub(super) fn load(self) {
        spawn_local(async move {
            let answer = session::call(api::closures::list()).await;
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

    /// What is closed, once known.
    pub(super) fn list(self) -> Option<Vec<Closure>> {
        self.view
            .with(|view| view.as_ref().map(|view| view.closures.clone()))
    }

    /// Today at the office, once known.
    pub(super) fn today(self) -> Option<Date> {
        self.view.with(|view| view.as_ref().map(|view| view.today))
    }

    /// Why the list could not be fetched.
    pub(super) fn failed(self) -> Option<String> {
        self.failed.get()
    }

    /// What is to be said above the form.
    pub(super) fn said(self) -> Option<String> {
        self.said.get()
    }

    /// Says it.
    pub(super) fn say(self, words: Option<String>) {
        self.said.set(words);
    }
}

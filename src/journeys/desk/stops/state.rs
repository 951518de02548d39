//! What the page knows.

use crate::api;
use crate::journeys::desk::session;
use eid_domain::wire::stops::{Stop, StopsView};
use jiff::civil::Date;
use leptos::{prelude::*, task::spawn_local};

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Stops {
    view: RwSignal<Option<StopsView>>,
    failed: RwSignal<Option<String>>,
    said: RwSignal<Option<String>>,
}

impl Stops {
    /// The list, on its way.
    pub(super) fn open() -> Self {
        let stops = Self {
            view: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
        };
        stops.load();
        stops
    }

    /// Fetches the list; what is shown stays until the new one is there.
    pub(super) fn load(self) {
        spawn_local(async move {
            let answer = session::call(api::stops::list()).await;
            if self.view.is_disposed() {
                return;
            }
            match answer {
                Ok(view) => {
                    self.failed.set(None);
                    self.view.set(Some(view));
                }
                Err(error) => self.failed.set(Some(error.words())),
            }
        });
    }

    /// The stops, once known.
    pub(super) fn list(self) -> Option<Vec<Stop>> {
        self.view
            .with(|view| view.as_ref().map(|view| view.stops.clone()))
    }

    /// Today at the office, once known.
    pub(super) fn today(self) -> Option<Date> {
        self.view.with(|view| view.as_ref().map(|view| view.today))
    }

    /// The commune of the office itself, once known.
    pub(super) fn commune(self) -> Option<String> {
        self.view
            .with(|view| view.as_ref().map(|view| view.commune_code.clone()))
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
    pub(super) fn say(self, words: Option<String>) {
        self.said.set(words);
    }
}

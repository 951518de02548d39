//! What the page knows.

use crate::api::{self, ApiError};
use crate::journeys::desk::shell::session;
use eid_domain::wire::home_visits::HomeVisitRow;
use eid_domain::wire::stops::{Stop, StopPerson, StopView};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeMap;

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct One {
    id: StoredValue<String>,
    view: RwSignal<Option<StopView>>,
    failed: RwSignal<Option<ApiError>>,
    said: RwSignal<Option<String>>,
    revealed: RwSignal<BTreeMap<String, HomeVisitRow>>,
    /// The wish that the dialog is about.
    pub(super) about: RwSignal<String>,
    /// Whether it is asked why an address is needed.
    pub(super) revealing: RwSignal<bool>,
}

impl One {
    /// The stop, on its way.
    pub(super) fn open(id: String) -> Self {
        let one = Self {
            id: StoredValue::new(id),
            view: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
            revealed: RwSignal::new(BTreeMap::new()),
            about: RwSignal::new(String::new()),
            revealing: RwSignal::new(false),
        };
        one.load();
        one
    }

    /// Its id.
    pub(super) fn id(self) -> String {
        self.id.get_value()
    }

    /// Fetches it; what is shown stays until the new one is there.
    pub(super) fn load(self) {
        spawn_local(async move {
            let answer = session::call(api::stops::get(&self.id())).await;
            if self.view.is_disposed() {
                return;
            }
            match answer {
                Ok(view) => {
                    // What is shown is not drawn anew for nothing.
                    if self.failed.with_untracked(Option::is_some) {
                        self.failed.set(None);
                    }
                    self.show(view);
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }

    /// Shows what an answer brought.
    pub(super) fn show(self, view: StopView) {
        let _ = self.view.try_set(Some(view));
    }

    /// The stop, once known.
    pub(super) fn stop(self) -> Option<Stop> {
        self.view.with(|view| view.as_ref().map(|view| view.stop.clone()))
    }

    /// The same, not followed.
    pub(super) fn stop_now(self) -> Option<Stop> {
        untrack(|| self.stop())
    }

    /// Who comes, once known.
    pub(super) fn people(self) -> Option<Vec<StopPerson>> {
        self.view
            .with(|view| view.as_ref().map(|view| view.people.clone()))
    }

    /// Why it could not be fetched.
    pub(super) fn failed(self) -> Option<ApiError> {
        self.failed.get()
    }

    /// What is to be said above the facts.
    pub(super) fn said(self) -> Option<String> {
        self.said.get()
    }

    /// Asks why the address of a wish is needed.
    pub(super) fn ask(self, wish: &str) {
        self.about.set(wish.to_owned());
        self.revealing.set(true);
    }

    /// A wish as it was revealed, followed.
    pub(super) fn revealed(self, wish: &str) -> Option<HomeVisitRow> {
        self.revealed.with(|known| known.get(wish).cloned())
    }

    /// Keeps what was revealed, in memory.
    pub(super) fn reveal(self, row: HomeVisitRow) {
        self.revealed
            .update(|known| drop(known.insert(row.reference.clone(), row)));
    }

    /// Says it.
    pub(super) fn say(self, words: Option<String>) {
        self.said.set(words);
    }
}

//! What the page knows. What was revealed lives in memory and goes with the page.

use crate::api;
use crate::journeys::desk::shell::session;
use eid_domain::wire::home_visits::{HomeVisitRow, HomeVisitsView};
use leptos::{prelude::*, task::spawn_local};
use std::collections::BTreeMap;

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Wishes {
    view: RwSignal<Option<HomeVisitsView>>,
    failed: RwSignal<Option<String>>,
    said: RwSignal<Option<String>>,
    revealed: RwSignal<BTreeMap<String, HomeVisitRow>>,
    /// References, in no order.
    chosen: RwSignal<Vec<String>>,
    /// The wish that a dialog is about.
    pub(super) about: RwSignal<String>,
    /// Whether it is asked why the address is needed.
    pub(super) revealing: RwSignal<bool>,
    /// Whether it is asked why the wish is refused.
    pub(super) refusing: RwSignal<bool>,
}

impl Wishes {
    /// The list, on its way.
    pub(super) fn open() -> Self {
        let wishes = Self {
            view: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
            revealed: RwSignal::new(BTreeMap::new()),
            chosen: RwSignal::new(Vec::new()),
            about: RwSignal::new(String::new()),
            revealing: RwSignal::new(false),
            refusing: RwSignal::new(false),
        };
        wishes.load();
        wishes
    }

    /// Asks about a wish: `dialog` is one of the two.
    pub(super) fn ask(self, dialog: RwSignal<bool>, reference: &str) {
        self.about.set(reference.to_owned());
        dialog.set(true);
    }

    /// Fetches the list; what is shown stays until the new one is there.
    pub(super) fn load(self) {
        spawn_local(async move {
            let answer = session::call(api::home_visits::open()).await;
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

    /// The list, once known.
    pub(super) fn view(self) -> Option<HomeVisitsView> {
        self.view.get()
    }

    /// Why it could not be fetched.
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

    /// A wish as it was revealed, followed.
    pub(super) fn revealed(self, reference: &str) -> Option<HomeVisitRow> {
        self.revealed.with(|known| known.get(reference).cloned())
    }

    /// Keeps what was revealed.
    pub(super) fn reveal(self, row: HomeVisitRow) {
        self.revealed
            .update(|known| drop(known.insert(row.reference.clone(), row)));
    }

    /// Whether a wish is chosen, followed.
    pub(super) fn is_chosen(self, reference: &str) -> bool {
        self.chosen
            .with(|chosen| chosen.iter().any(|one| one == reference))
    }

    /// Chooses a wish, or not.
    pub(super) fn choose(self, reference: &str, yes: bool) {
        self.chosen.update(|chosen| {
            chosen.retain(|one| one != reference);
            if yes {
                chosen.push(reference.to_owned());
            }
        });
    }

    /// Those chosen, in the order of the list, followed.
    pub(super) fn chosen(self) -> Vec<String> {
        let all = self.view.get();
        let all = all
            .iter()
            .flat_map(|view| &view.groups)
            .flat_map(|group| &group.neighbourhoods)
            .flat_map(|area| &area.wishes);
        let references = all.map(|wish| wish.reference.clone());
        references.filter(|one| self.is_chosen(one)).collect()
    }
}

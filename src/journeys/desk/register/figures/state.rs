//! What the page knows: which figures are asked for, which is the address, and the figures.

use crate::api;
use crate::browser::location;
use crate::journeys::desk::shell::session;
use crate::routes::{DeskPage, Route};
use eid_domain::wire::figures::FiguresView;
use leptos::{prelude::*, task::spawn_local};

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Figures {
    pub(super) from: RwSignal<String>,
    pub(super) to: RwSignal<String>,
    pub(super) office: RwSignal<String>,
    /// What was last asked for.
    query: RwSignal<String>,
    pub(super) view: RwSignal<Option<FiguresView>>,
    pub(super) failed: RwSignal<Option<String>>,
    pub(super) said: RwSignal<Option<String>>,
    pub(super) busy: RwSignal<bool>,
    /// The measure that the offices are compared by.
    pub(super) measure: RwSignal<String>,
}

impl Figures {
    /// What the address asks for, on its way.
    pub(super) fn open() -> Self {
        let named = |name| RwSignal::new(location::query(name).unwrap_or_default());
        let figures = Self {
            from: named("from"),
            to: named("to"),
            office: named("office"),
            query: RwSignal::new(String::new()),
            view: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
            busy: RwSignal::new(false),
            measure: RwSignal::new("received".to_owned()),
        };
        figures.query.set(figures.asked());
        figures.load();
        figures
    }

    fn asked(self) -> String {
        let value = |field: RwSignal<String>| field.get_untracked();
        api::figures::query(&value(self.from), &value(self.to), &value(self.office))
    }

    /// Asks for what stands in the form, and says so in the address.
    pub(super) fn ask(self) {
        let query = self.asked();
        location::rename(&(Route::Desk(DeskPage::Figures).href() + &query));
        self.query.set(query);
        self.said.set(None);
        self.load();
    }

    /// Fetches what was asked for; what is shown stays until it is there.
    pub(super) fn load(self) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let query = self.query.get_untracked();
        spawn_local(async move {
            let answer = session::call(api::figures::read(&query)).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => {
                    self.failed.set(None);
                    self.from.set(view.from.to_string());
                    self.to.set(view.to.to_string());
                    self.view.set(Some(view));
                }
                Err(error) => self.failed.set(Some(error.words())),
            }
        });
    }

    /// Where the same comes as a table.
    pub(super) fn csv_href(self) -> String {
        self.query.with(|query| api::figures::csv_href(query))
    }
}

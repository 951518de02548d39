//! What the page of one batch knows.

use crate::api;
use crate::browser::announce;
use crate::components::Errors;
use crate::i18n::{keys::batches as k, t};
use crate::journeys::desk::shell::session;
use eid_domain::batch::State;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::batches::{BatchRow, BatchView, PAGE};
use leptos::{prelude::*, task::spawn_local};

/// The page's state. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct One {
    /// Its id.
    pub(super) id: StoredValue<String>,
    view: RwSignal<Option<BatchView>>,
    failed: RwSignal<Option<String>>,
    rows: RwSignal<Vec<BatchRow>>,
    next: RwSignal<Option<u32>>,
    /// A call is under way that was asked for.
    pub(super) busy: RwSignal<bool>,
    /// What went wrong with it.
    pub(super) errors: Errors,
}

/// What can be asked for.
#[derive(Clone, Copy)]
pub(super) enum Ask {
    /// Take the good rows over.
    Confirm,
    /// Take nothing over.
    Discard,
}

impl One {
    /// The batch, on its way.
    pub(super) fn open(id: &str) -> Self {
        let one = Self {
            id: StoredValue::new(id.to_owned()),
            view: RwSignal::new(None),
            failed: RwSignal::new(None),
            rows: RwSignal::new(Vec::new()),
            next: RwSignal::new(None),
            busy: RwSignal::new(false),
            errors: Errors::new(),
        };
        one.load();
        one
    }

    /// Fetches it again while the server works on it.
    pub(super) fn follow(self) {
        if self.of_now(|batch| is_under_way(batch.state)) == Some(true) {
            self.load();
        }
    }

    /// Fetches it.
    pub(super) fn load(self) {
        let Some(id) = self.id.try_get_value() else {
            return;
        };
        spawn_local(async move {
            match session::call(api::batches::one(&id)).await {
                Ok(view) => self.take(view),
                Err(error) => drop(self.failed.try_set(Some(error.words()))),
            }
        });
    }

    fn take(self, view: BatchView) {
        if self.view.is_disposed() {
            return;
        }
        self.failed.set(None);
        let before = self.of_now(|batch| batch.state);
        let settled = !is_under_way(view.state);
        if before.is_some_and(is_under_way) && settled {
            announce::polite(t(match view.state {
                State::Checked => k::SAID_CHECKED,
                _ => k::SAID_DONE,
            }));
        }
        let wrong = view.bad > 0 || view.failed > 0;
        if self.view.with_untracked(|known| known.as_ref() != Some(&view)) {
            self.view.set(Some(view));
        }
        if settled && wrong && before.is_none_or(is_under_way) {
            self.rows.set(Vec::new());
            self.more(0);
        }
    }

    /// Fetches more of the rows that are wrong.
    pub(super) fn more(self, after: u32) {
        let id = self.id.get_value();
        spawn_local(async move {
            match session::call(api::batches::rows(&id, after, PAGE)).await {
                Ok(page) if !self.rows.is_disposed() => {
                    self.rows.update(|rows| rows.extend(page.rows));
                    self.next.set(page.next);
                }
                Ok(_) => {}
                Err(error) => drop(self.failed.try_set(Some(error.words()))),
            }
        });
    }

    /// Asks for something.
    pub(super) fn ask(self, what: Ask) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.errors.clear();
        let id = self.id.get_value();
        spawn_local(async move {
            let answer = match what {
                Ask::Confirm => session::call(api::batches::confirm(&id)).await,
                Ask::Discard => session::call(api::batches::discard(&id)).await,
            };
            let _ = self.busy.try_set(false);
            match answer {
                Ok(view) => self.take(view),
                Err(error) if error.is(ProblemCode::StateConflict) => {
                    self.errors.show_one(t(k::FASTER).to_owned());
                    self.load();
                }
                Err(error) => self.errors.show_one(error.words()),
            }
        });
    }

    /// Something of the batch, once known.
    pub(super) fn of<P>(self, part: impl FnOnce(&BatchView) -> P) -> Option<P> {
        self.view.with(|view| view.as_ref().map(part))
    }

    fn of_now<P>(self, part: impl FnOnce(&BatchView) -> P) -> Option<P> {
        self.view
            .try_with_untracked(|view| view.as_ref().map(part))
            .flatten()
    }

    /// Why it could not be fetched.
    pub(super) fn failed(self) -> Option<String> {
        self.failed.get()
    }

    /// The rows that are wrong, as far as they were fetched.
    pub(super) fn rows(self) -> Vec<BatchRow> {
        self.rows.get()
    }

    /// Where to go on with them.
    pub(super) fn next(self) -> Option<u32> {
        self.next.get()
    }
}

/// Whether the server works on it.
pub(super) const fn is_under_way(state: State) -> bool {
    matches!(state, State::Uploading | State::Checking | State::Applying)
}

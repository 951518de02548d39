//! A list that a page of the desk shows and asks for again from time to time.

use crate::api::ApiError;
use crate::journeys::desk::shell::session;
use leptos::{prelude::*, task::spawn_local};
use std::pin::Pin;

/// The list, on its way.
pub(in crate::journeys::desk) type Coming<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// What the page knows. Cheap to copy.
pub(in crate::journeys::desk) struct Listed<T: Send + Sync + 'static> {
    fetch: fn() -> Coming<T>,
    view: RwSignal<Option<T>>,
    /// What is newer than what is shown, and waits because it would take away what is typed.
    held: RwSignal<Option<T>>,
    failed: RwSignal<Option<String>>,
    said: RwSignal<Option<String>>,
}

impl<T: Send + Sync> Clone for Listed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Listed<T> {}

impl<T: Clone + PartialEq + Send + Sync> Listed<T> {
    /// The list, on its way.
    pub(in crate::journeys::desk) fn open(fetch: fn() -> Coming<T>) -> Self {
        let listed = Self {
            fetch,
            view: RwSignal::new(None),
            held: RwSignal::new(None),
            failed: RwSignal::new(None),
            said: RwSignal::new(None),
        };
        listed.load();
        listed
    }

    /// As [`reload`](Self::reload), without waiting for it.
    pub(in crate::journeys::desk) fn load(self) {
        spawn_local(self.reload());
    }

    /// Fetches it; what is shown stays until the new one is there, and where it is the same.
    pub(super) async fn reload(self) {
        let answer = session::call((self.fetch)()).await;
        if self.view.is_disposed() {
            return;
        }
        match answer {
            Ok(view) => self.take(view),
            Err(error) => self.failed.set(Some(error.words())),
        }
    }

    /// It was done: says so once the list shows it. Who reads that it was done and presses the next button must not have
    /// it taken away by a list that comes late.
    pub(in crate::journeys::desk) async fn done(self, words: String) {
        self.reload().await;
        self.say(Some(words));
    }

    /// The same because something may have happened, fetched in a way that keeps no session alive. What must not be shown yet waits:
    /// `may` is told what is shown and what is new.
    pub(in crate::journeys::desk) fn look(
        self,
        fetch: fn() -> Coming<T>,
        may: impl FnOnce(&T, &T) -> bool + 'static,
    ) {
        spawn_local(async move {
            let Ok(view) = session::look(fetch()).await else {
                return;
            };
            if self.view.is_disposed() {
                return;
            }
            let known = self.view.get_untracked();
            if known.is_none_or(|known| may(&known, &view)) {
                self.take(view);
            } else {
                self.held.set(Some(view));
            }
        });
    }

    fn take(self, view: T) {
        self.failed.set(None);
        self.held.set(None);
        if self.view.with_untracked(|known| known.as_ref() != Some(&view)) {
            self.view.set(Some(view));
        }
    }

    /// Whether something newer waits.
    pub(in crate::journeys::desk) fn is_held(self) -> bool {
        self.held.with(Option::is_some)
    }

    /// Shows it.
    pub(in crate::journeys::desk) fn show_held(self) {
        if let Some(view) = self.held.get_untracked() {
            self.take(view);
        }
    }

    /// Something of it, once known.
    pub(in crate::journeys::desk) fn of<P>(self, part: impl FnOnce(&T) -> P) -> Option<P> {
        self.view.with(|view| view.as_ref().map(part))
    }

    /// Why it could not be fetched.
    pub(in crate::journeys::desk) fn failed(self) -> Option<String> {
        self.failed.get()
    }

    /// What is to be said above it.
    pub(in crate::journeys::desk) fn said(self) -> Option<String> {
        self.said.get()
    }

    /// Says it.
    pub(in crate::journeys::desk) fn say(self, words: Option<String>) {
        let _ = self.said.try_set(words);
    }
}

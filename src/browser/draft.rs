//! What a person has typed, kept through errors, back, reload and a change of language.
//!
//! The whole draft lives in memory for as long as the page does. Its serialisable part also goes to `sessionStorage`
//! at every change, so that it survives a reload: mark identity numbers, codes and passwords `#[serde(skip)]`.

use super::json;
use super::storage::{self, Keep};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use std::any::Any;
use std::cell::RefCell;

thread_local! {
    static OPEN: RefCell<Vec<(&'static str, Box<dyn Any>)>> = const { RefCell::new(Vec::new()) };
}

/// Whether there is a draft of this name, in memory or kept by the tab.
pub fn exists(name: &str) -> bool {
    OPEN.with_borrow(|open| open.iter().any(|(known, _)| *known == name))
        || storage::get(Keep::Tab, name).is_some()
}

/// Forgets all drafts whose names begin so, also those that no page has opened since a reload.
pub fn forget(names: &str) {
    OPEN.with_borrow_mut(|open| open.retain(|(name, _)| !name.starts_with(names)));
    storage::remove_all(Keep::Tab, names);
}

/// A journey's draft. Cheap to clone; every clone is the same draft.
pub struct Draft<T: 'static> {
    name: &'static str,
    value: ArcRwSignal<T>,
}

impl<T> Clone for Draft<T> {
    fn clone(&self) -> Self {
        Self {
            name: self.name,
            value: self.value.clone(),
        }
    }
}

impl<T> Draft<T>
where
    T: Clone + Default + Serialize + DeserializeOwned + Send + Sync + 'static,
{
    /// The draft of this name: the one in memory, or what the tab kept, or an empty one.
    pub fn open(name: &'static str) -> Self {
        let known = OPEN.with_borrow(|open| {
            let (_, draft) = open.iter().find(|(known, _)| *known == name)?;
            draft.downcast_ref::<Self>().cloned()
        });
        known.unwrap_or_else(|| {
            let kept = storage::get(Keep::Tab, name).and_then(|kept| json::read(&kept));
            let draft = Self {
                name,
                value: ArcRwSignal::new(kept.unwrap_or_default()),
            };
            OPEN.with_borrow_mut(|open| open.push((name, Box::new(draft.clone()))));
            draft
        })
    }

    /// A copy; follows changes where it is read reactively.
    pub fn get(&self) -> T {
        self.value.get()
    }

    /// A copy, without following changes: for event handlers.
    pub fn now(&self) -> T {
        self.value.get_untracked()
    }

    /// A value derived from the draft; follows changes.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.value.with(read)
    }

    /// Changes the draft and keeps it.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.value.update(change);
        let text = self.value.with_untracked(json::write).unwrap_or_default();
        storage::set(Keep::Tab, self.name, &text);
    }

    /// Forgets everything: the journey is over.
    pub fn clear(&self) {
        self.value.set(T::default());
        storage::remove(Keep::Tab, self.name);
    }
}

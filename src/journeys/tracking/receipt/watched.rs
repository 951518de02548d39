//! What the receipt's parts follow. A signal of a type of its own brings two kilobytes of code; here every value is followed
//! by a counter, and the code for that is there already.

use leptos::prelude::*;
use std::sync::{Arc, Mutex, PoisonError};

/// A value that is drawn anew when it is set. Cheap to clone; it ends with the page that made it.
pub(super) struct Watched<T> {
    value: Arc<Mutex<Arc<T>>>,
    times_set: RwSignal<u32>,
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        Self {
            value: Arc::clone(&self.value),
            times_set: self.times_set,
        }
    }
}

impl<T> Watched<T> {
    pub(super) fn new(value: T) -> Self {
        Self {
            value: Arc::new(Mutex::new(Arc::new(value))),
            times_set: RwSignal::new(0),
        }
    }

    /// As it is now; whoever draws it is not told of the next.
    pub(super) fn peek(&self) -> Arc<T> {
        Arc::clone(&self.value.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// As it is now; whoever draws it draws again when it is set.
    pub(super) fn get(&self) -> Arc<T> {
        self.times_set.track();
        self.peek()
    }

    /// Nothing where the page is gone.
    pub(super) fn set(&self, value: T) {
        self.set_quietly(value);
        let _ = self.times_set.try_update(|times| *times = times.wrapping_add(1));
    }

    /// Sets it without telling anybody.
    pub(super) fn set_quietly(&self, value: T) {
        *self.value.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(value);
    }

    /// Whether the page that made it is gone.
    pub(super) fn is_over(&self) -> bool {
        self.times_set.is_disposed()
    }
}

impl<T: PartialEq> Watched<T> {
    /// Sets it where it is another.
    pub(super) fn set_if_new(&self, value: T) {
        if *self.peek() != value {
            self.set(value);
        }
    }
}

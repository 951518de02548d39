//! What has just been done, said once on the page it leads to.

use std::cell::Cell;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flash {
    /// The visit was moved.
    Moved,
    /// The time chosen went to somebody else meanwhile.
    Taken,
}

thread_local! {
    static LATEST: Cell<Option<Flash>> = const { Cell::new(None) };
}

/// To be said on the next page.
pub(super) fn leave(flash: Flash) {
    LATEST.set(Some(flash));
}

/// What is to be said, once.
pub(super) fn take() -> Option<Flash> {
    LATEST.take()
}

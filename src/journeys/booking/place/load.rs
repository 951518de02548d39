//! Offices and places, fetched once for as long as the page lives.

use crate::api;
use eid_domain::office::Finder;
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    static FINDER: RefCell<Option<Arc<Finder>>> = const { RefCell::new(None) };
}

/// The finder, where it has been loaded before.
pub(super) fn known() -> Option<Arc<Finder>> {
    FINDER.with_borrow(Clone::clone)
}

/// Loads the finder; the error is in words.
pub(super) async fn finder() -> Result<Arc<Finder>, String> {
    if let Some(known) = known() {
        return Ok(known);
    }
    let offices = api::offices::list().await.map_err(|error| error.words())?;
    let places = api::places::load().await.map_err(|error| error.words())?;
    let finder = Arc::new(Finder::new(Arc::new(places), offices));
    FINDER.set(Some(finder.clone()));
    Ok(finder)
}

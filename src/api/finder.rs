//! The office finder with all it needs: offices, places of today and before, and about where they lie. Fetched once for
//! as long as the page lives; after that every keystroke is answered on the device.

use super::{ApiError, both, offices, places};
use eid_domain::office::Finder;
use std::cell::RefCell;
use std::sync::Arc;

thread_local! {
    static FINDER: RefCell<Option<Arc<Finder>>> = const { RefCell::new(None) };
}

/// The finder, where it has been loaded before.
pub fn known() -> Option<Arc<Finder>> {
    FINDER.with_borrow(Clone::clone)
}

/// Loads the finder.
///
/// # Errors
/// [`ApiError`]
pub async fn load() -> Result<Arc<Finder>, ApiError> {
    if let Some(known) = known() {
        return Ok(known);
    }
    let (offices, (places, positions)) =
        both(offices::list(), both(places::load(), places::positions())).await;
    // Without positions a few answers are less helpful; that is no reason to have none.
    let finder = Finder::new(Arc::new(places?), offices?).with_positions(positions.unwrap_or_default());
    let finder = Arc::new(finder);
    FINDER.set(Some(finder.clone()));
    Ok(finder)
}

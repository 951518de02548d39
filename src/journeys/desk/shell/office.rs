//! The officer's own office: its name in the bar, its address and hours on the slip.

use crate::api;
use eid_domain::office::Office;
use std::cell::RefCell;

thread_local! {
    static KNOWN: RefCell<Option<Office>> = const { RefCell::new(None) };
}

/// The office of this id; nothing where the list did not arrive, the rest of the page does without.
pub(in crate::journeys::desk) async fn of(id: &str) -> Option<Office> {
    let known = KNOWN.with_borrow(|known| known.clone().filter(|office| office.id.as_str() == id));
    if known.is_some() {
        return known;
    }
    let all = api::offices::list().await.ok()?;
    let office = all.into_iter().find(|office| office.id.as_str() == id);
    KNOWN.set(office.clone());
    office
}

/// It was changed: the next who asks gets it as it is now.
pub(in crate::journeys::desk) fn forget() {
    KNOWN.set(None);
}

/// Its name in the language shown.
pub(in crate::journeys::desk) fn name(office: &Office) -> String {
    crate::journeys::desk::words::localised(&office.name)
}

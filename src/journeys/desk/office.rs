//! The officer's own office: its name in the bar, its address and hours on the slip.

use crate::api;
use crate::i18n::{Lang, lang};
use eid_domain::office::Office;
use std::cell::RefCell;

thread_local! {
    static KNOWN: RefCell<Option<Office>> = const { RefCell::new(None) };
}

/// The office of this id; nothing where the list did not arrive, the rest of the page does without.
pub(super) async fn of(id: &str) -> Option<Office> {
    let known = KNOWN.with_borrow(|known| known.clone().filter(|office| office.id.as_str() == id));
    if known.is_some() {
        return known;
    }
    let all = api::offices::list().await.ok()?;
    let office = all.into_iter().find(|office| office.id.as_str() == id);
    KNOWN.set(office.clone());
    office
}

/// Its name in the language shown.
pub(super) fn name(office: &Office) -> String {
    match lang() {
        Lang::Vi => office.name.vi.clone(),
        Lang::En => office.name.en.clone(),
    }
}

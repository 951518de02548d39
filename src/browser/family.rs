//! Which receipts belong together: of the family that was looked at last in this tab, so that each receipt leads to the page of
//! all. Their keys stand in the tab's addresses anyway; here they go with the tab, the day of the visit, and when the person says so.

use super::storage::{self, Keep};
use jiff::civil::Date;

const NAME: &str = "family";

/// Keeps what stands behind `#` of the family's page, until the day of the visit is over.
pub fn keep(receipts: &str, day: Date) {
    storage::set(Keep::Tab, NAME, &format!("{day} {receipts}"));
}

/// Forgets it.
pub fn forget() {
    storage::remove(Keep::Tab, NAME);
}

/// What opens the page of the family to which a receipt belongs; `None` where none is known, or its day is over.
pub fn of(reference: &str, today: Date) -> Option<String> {
    let kept = storage::get(Keep::Tab, NAME)?;
    let found = receipts(&kept, reference, today);
    if found.is_none() && day_of(&kept).is_none_or(|day| day < today) {
        forget();
    }
    found
}

fn day_of(kept: &str) -> Option<Date> {
    kept.split_once(' ')?.0.parse().ok()
}

fn receipts(kept: &str, reference: &str, today: Date) -> Option<String> {
    let (_, receipts) = kept.split_once(' ')?;
    let mut named = receipts.split(',').filter_map(|one| one.split_once('.'));
    let is_known = named.any(|(known, _)| known == reference);
    (is_known && day_of(kept)? >= today).then(|| receipts.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_receipt_leads_to_its_family_until_the_day_is_over() {
        let day = date(2026, 11, 25);
        let kept = "2026-11-25 H7KM29QTXR.key-one,H7KM29QTXS.key-two";
        let whole = Some("H7KM29QTXR.key-one,H7KM29QTXS.key-two".to_owned());
        assert_eq!(receipts(kept, "H7KM29QTXS", day), whole);
        assert_eq!(receipts(kept, "H7KM29QTX", day), None);
        assert_eq!(receipts(kept, "H7KM29QTXS", date(2026, 11, 26)), None);
        assert_eq!(receipts("rubbish", "H7KM29QTXS", day), None);
    }

    #[test]
    fn what_is_over_or_broken_is_forgotten() {
        let (day, later) = (date(2026, 11, 25), date(2026, 11, 26));
        keep("H7KM29QTXR.key", day);
        assert_eq!(of("H7KM29QTXR", day), Some("H7KM29QTXR.key".to_owned()));
        // Another receipt takes nothing away.
        assert_eq!(of("H7KM29QTXS", day), None);
        assert_eq!(of("H7KM29QTXR", day), Some("H7KM29QTXR.key".to_owned()));
        assert_eq!(of("H7KM29QTXR", later), None);
        assert_eq!(of("H7KM29QTXR", day), None);
    }
}

//! What who checks calls themselves, kept on this device so that a gate need not type it for each visitor. It is a person's or a
//! firm's name: it goes when nobody has checked for so long as a statement's own trace stays with its owner.

use crate::browser::{
    storage::{self, Keep},
    timer,
};

/// Under which name the device keeps it.
const NAME: &str = "checker";
/// Days since the last check.
const DAYS: i32 = 90;
const DAY_MS: f64 = 86_400_000.0;

fn today() -> i32 {
    (timer::now_ms() / DAY_MS) as i32
}

/// What was typed here at the last check; nothing where that is long ago.
pub(super) fn kept() -> String {
    let Some(kept) = storage::get(Keep::Device, NAME) else {
        return String::new();
    };
    if let Some(name) = still(&kept, today()) {
        return name.to_owned();
    }
    storage::remove(Keep::Device, NAME);
    String::new()
}

/// Keeps it from today on; an empty one is forgotten.
pub(super) fn keep(name: &str) {
    if name.is_empty() {
        storage::remove(Keep::Device, NAME);
    } else {
        storage::set(Keep::Device, NAME, &format!("{} {name}", today()));
    }
}

fn still(kept: &str, today: i32) -> Option<&str> {
    let (day, name) = kept.split_once(' ')?;
    let day: i32 = day.parse().ok()?;
    (day <= today && today - day <= DAYS).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_name_is_kept_until_ninety_days_after_the_last_check() {
        assert_eq!(still("20000 Bảo vệ nhà A", 20_000), Some("Bảo vệ nhà A"));
        assert_eq!(still("20000 Bảo vệ nhà A", 20_090), Some("Bảo vệ nhà A"));
        assert_eq!(still("20000 Bảo vệ nhà A", 20_091), None);
        // A clock that was set back, and what an earlier version kept without a day.
        assert_eq!(still("20000 Bảo vệ nhà A", 19_999), None);
        assert_eq!(still("Bảo vệ nhà A", 20_000), None);
    }

    #[test]
    fn what_is_kept_can_be_forgotten() {
        keep("Bảo vệ");
        assert_eq!(kept(), "Bảo vệ");
        keep("");
        assert_eq!(kept(), "");
        storage::set(Keep::Device, NAME, "Bảo vệ");
        assert_eq!(kept(), "");
        assert_eq!(storage::get(Keep::Device, NAME), None);
    }
}

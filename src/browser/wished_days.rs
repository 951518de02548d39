//! Days and offices that one page has found out and another asks for: the trip planner leaves the days of the stay that are
//! full, the waiting list fills its form in with them. In this tab alone; nothing of the person.

use super::storage::{self, Keep};
use eid_domain::office::OfficeId;
use eid_domain::when::When;
use jiff::civil::Date;

const NAME: &str = "wished-days";

/// What is wished for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WishedDays {
    /// The first day.
    pub from: Date,
    /// The last one.
    pub to: Date,
    /// Ids of the offices, the preferred one first.
    pub offices: Vec<String>,
}

impl WishedDays {
    /// Leaves it for the page that asks for it.
    pub fn leave(&self) {
        let text = format!("{} {} {}", self.from, self.to, self.offices.join(","));
        storage::set(Keep::Tab, NAME, &text);
    }

    /// What was left, as far as it can be had with a visit on `visit`: from `tomorrow` to that day, at offices of which one
    /// is `office`. Whoever has booked elsewhere meanwhile wishes for something else.
    pub fn before(tomorrow: Date, visit: Date, office: &str) -> Option<Self> {
        let kept = storage::get(Keep::Tab, NAME)?;
        let mut parts = kept.split(' ');
        let (from, to) = (Date::of(parts.next()?)?, Date::of(parts.next()?)?);
        let (from, to) = (from.max(tomorrow), to.min(visit));
        let ids = parts.next()?.split(',').filter(|id| OfficeId::parse(id).is_ok());
        let offices: Vec<String> = ids.map(str::to_owned).collect();
        let found = Self { from, to, offices };
        (from <= to && found.offices.iter().any(|id| id == office)).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_was_left_is_cut_to_what_can_be_had() {
        let (tomorrow, visit) = (date(2026, 11, 24), date(2026, 12, 1));
        let left = |from, to| {
            let offices = vec!["hcm-quan-10".to_owned(), "hcm-pc06".to_owned()];
            WishedDays { from, to, offices }.leave();
        };
        let days = |office| {
            let found = WishedDays::before(tomorrow, visit, office)?;
            Some((found.from, found.to))
        };
        left(date(2026, 11, 20), date(2026, 12, 4));
        assert_eq!(days("hcm-pc06"), Some((tomorrow, visit)));
        assert_eq!(days("dn-pc06"), None, "booked elsewhere");
        left(date(2026, 12, 2), date(2026, 12, 4));
        assert_eq!(days("hcm-pc06"), None, "after the visit");
        storage::set(Keep::Tab, NAME, "2026-11-26 Friday <b>");
        assert_eq!(days("hcm-pc06"), None);
        storage::remove(Keep::Tab, NAME);
        assert_eq!(days("hcm-pc06"), None);
    }
}

//! Days in words.

use crate::browser::intl;
use crate::i18n::{Key, Lang, keys::holidays as k, lang, t};
use eid_domain::calendar::{DayFault, DayKind, NationalDay, SpecialDay};

/// What can be said of a day, and how that is chosen; no kind is a day like any other.
pub(super) const KINDS: [(&str, Key, Key); 4] = [
    ("holiday", k::KIND_HOLIDAY, k::HINT_HOLIDAY),
    ("compensation", k::KIND_COMPENSATION, k::HINT_COMPENSATION),
    ("swap_working", k::KIND_SWAP_WORKING, k::HINT_SWAP_WORKING),
    (ORDINARY, k::KIND_ORDINARY, k::HINT_ORDINARY),
];

/// A day like its weekday.
pub(super) const ORDINARY: &str = "ordinary";

/// What a day is.
pub(super) fn kind(special: Option<&SpecialDay>) -> &'static str {
    t(match special.map(|day| day.kind) {
        Some(DayKind::Holiday) => k::KIND_HOLIDAY,
        Some(DayKind::Compensation | DayKind::LocalClosure) => k::KIND_COMPENSATION,
        Some(DayKind::SwapWorking) => k::KIND_SWAP_WORKING,
        None => k::KIND_ORDINARY,
    })
}

/// Its name in the language of the page; none for a day like any other.
pub(super) fn name(special: Option<&SpecialDay>) -> Option<String> {
    special.map(|day| match lang() {
        Lang::Vi => day.vi.clone(),
        Lang::En => day.en.clone(),
    })
}

/// "Thứ Hai, 31 tháng 8, 2026 – Nghỉ bù, nghỉ hoán đổi".
pub(super) fn day(day: &NationalDay) -> String {
    format!("{} – {}", intl::long_date(day.date), kind(day.special.as_ref()))
}

/// Several of them.
pub(super) fn days(all: &[NationalDay]) -> String {
    let all: Vec<String> = all.iter().map(day).collect();
    all.join("; ")
}

/// At which field something is wrong, and what to do.
pub(super) fn fault(wrong: DayFault) -> (&'static str, Key) {
    match wrong {
        DayFault::NotToCome => ("date", k::WRONG_DATE),
        DayFault::TooFar => ("date", k::WRONG_FAR),
        DayFault::Twice => ("date", k::WRONG_TWICE),
        DayFault::Kind => ("kind", k::WRONG_KIND),
        DayFault::NotSaturday => ("kind", k::WRONG_SATURDAY),
        DayFault::NotWeekday => ("kind", k::WRONG_WEEKDAY),
        DayFault::Vi => ("vi", k::WRONG_VI),
        DayFault::En => ("en", k::WRONG_EN),
        DayFault::Source => ("source", k::WRONG_SOURCE),
    }
}

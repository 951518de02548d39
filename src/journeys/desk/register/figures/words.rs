//! Measures and numbers in words.

use crate::browser::intl;
use crate::components::chart::Part;
use crate::i18n::{keys::figures as k, t};
use eid_domain::figures::Measure;
use eid_domain::intake::Residence;
use eid_domain::wire::figures::UnitFigures;

/// Every residence, in the order of the bars, with how it is filled.
pub(super) const RESIDENCES: [(Option<Residence>, Part); 4] = [
    (Some(Residence::Permanent), Part::Solid),
    (Some(Residence::Temporary), Part::Hatched),
    (Some(Residence::Abroad), Part::Dotted),
    (None, Part::Open),
];

/// What a measure is called.
pub(super) fn measure(measure: Measure) -> &'static str {
    t(match measure {
        Measure::Received => k::RECEIVED,
        Measure::Issued => k::ISSUED,
        Measure::Returned => k::RETURNED,
        Measure::Activated => k::ACTIVATED,
        Measure::Uncollected => k::UNCOLLECTED,
    })
}

/// How people live, in words.
pub(super) fn residence(residence: Option<Residence>) -> &'static str {
    t(match residence {
        Some(Residence::Permanent) => k::PERMANENT,
        Some(Residence::Temporary) => k::TEMPORARY,
        Some(Residence::Abroad) => k::ABROAD,
        None => k::UNKNOWN,
    })
}

/// "1.250".
pub(super) fn number(value: u32) -> String {
    intl::number(f64::from(value))
}

/// A share, "86,4 %"; nothing of nothing.
pub(super) fn percent(part: u32, whole: u32) -> Option<String> {
    (whole > 0).then(|| tenths(((f64::from(part) / f64::from(whole)) * 1000.0).round()))
}

/// Tenths of a percent in words.
pub(super) fn tenths(tenths: f64) -> String {
    format!("{}%", intl::number(tenths / 10.0))
}

/// So many of a measure, of whom.
pub(super) fn of(unit: &UnitFigures, measure: Measure, residence: Option<Residence>) -> u32 {
    let counts = unit
        .counts
        .iter()
        .filter(|one| one.measure == measure && one.residence == residence);
    counts.map(|one| one.count).sum()
}

/// The parts of a bar.
pub(super) fn parts(units: &[&UnitFigures], measure: Measure) -> Vec<(Part, u32)> {
    RESIDENCES
        .into_iter()
        .map(|(residence, part)| (part, units.iter().map(|unit| of(unit, measure, residence)).sum()))
        .collect()
}

/// What the parts stand for: those that there are.
pub(super) fn legend(units: &[&UnitFigures], measures: &[Measure]) -> Vec<(Part, String)> {
    let is_there = |residence: Option<Residence>| {
        units.iter().any(|unit| {
            let counts = unit.counts.iter();
            counts
                .filter(|one| measures.contains(&one.measure))
                .any(|one| one.residence == residence && one.count > 0)
        })
    };
    RESIDENCES
        .into_iter()
        .filter(|(residence, _)| is_there(*residence))
        .map(|(found, part)| (part, residence(found).to_owned()))
        .collect()
}

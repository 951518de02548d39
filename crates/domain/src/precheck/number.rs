//! Two numbers, and a number beside a date of birth.

use super::{Mismatch, SideNumber};
use crate::identity::{BirthDate, NumberWarning, PersonalNumber};

/// How two numbers differ.
pub(super) fn compare(a: &SideNumber, b: &SideNumber) -> Mismatch {
    match (a, b) {
        (SideNumber::Personal(a), SideNumber::Personal(b)) if a == b => Mismatch::Same,
        (SideNumber::Old(a), SideNumber::Old(b)) if a == b => Mismatch::Same,
        (SideNumber::Personal(a), SideNumber::Personal(b)) => {
            if is_slip(a.as_str(), b.as_str()) {
                Mismatch::NumberSlip
            } else {
                Mismatch::NumberOther
            }
        }
        // A person may have had several old numbers, and has one of today beside them.
        _ => Mismatch::NumberOld,
    }
}

/// Whether the year in a number is another one than in the date.
pub(super) fn year_differs(number: &PersonalNumber, birth: &BirthDate) -> bool {
    number.warnings(birth, None, |_| true).iter().any(|warning| {
        matches!(
            warning,
            NumberWarning::BirthYearDiffers | NumberWarning::CenturyDiffers
        )
    })
}

/// One digit differs, or two neighbours are the wrong way round.
fn is_slip(a: &str, b: &str) -> bool {
    let differing: Vec<usize> = (0..a.len().min(b.len()))
        .filter(|at| a.as_bytes().get(*at) != b.as_bytes().get(*at))
        .collect();
    let digit = |text: &str, at: usize| text.as_bytes().get(at).copied();
    match differing[..] {
        [_] => true,
        [first, second] => {
            second == first + 1 && digit(a, first) == digit(b, second) && digit(a, second) == digit(b, first)
        }
        _ => false,
    }
}

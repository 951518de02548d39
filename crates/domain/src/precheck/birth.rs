//! Two dates of birth.

use super::Mismatch;
use crate::identity::BirthDate;

/// How two dates differ.
pub(super) fn compare(a: &BirthDate, b: &BirthDate) -> Mismatch {
    let parts = |date: &BirthDate| (date.year(), date.month(), date.day());
    let ((year_a, month_a, day_a), (year_b, month_b, day_b)) = (parts(a), parts(b));
    let (Some(ma), Some(mb), Some(da), Some(db)) = (month_a, month_b, day_a, day_b) else {
        // Where one paper has less, the rest must agree.
        let agree = |one: Option<i8>, other: Option<i8>| one.is_none() || other.is_none() || one == other;
        return if year_a == year_b && agree(month_a, month_b) && agree(day_a, day_b) {
            Mismatch::BirthPartial
        } else {
            Mismatch::BirthOther
        };
    };
    if a == b {
        return Mismatch::Same;
    }
    if year_a == year_b && ma == db && mb == da {
        return Mismatch::BirthSwapped;
    }
    let differing = u8::from(year_a != year_b) + u8::from(ma != mb) + u8::from(da != db);
    if differing == 1 {
        Mismatch::BirthOnePart
    } else {
        Mismatch::BirthOther
    }
}

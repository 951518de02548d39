//! Dates of the card's QR code: `DDMMYYYY`; unknown parts are missing or zero.

use crate::{identity::BirthDate, typed_text::compact};

/// `15081985`, `15/08/1985`; partial: `00081985`, `081985`, `00001985`, `1985`.
pub(super) fn birth_date(column: &str) -> Option<BirthDate> {
    let column: String = compact(column)
        .chars()
        .filter(|c| !matches!(c, '/' | '-' | '.'))
        .collect();
    if column.len() > 8 || !column.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (rest, year) = column.split_at_checked(column.len().checked_sub(4)?)?;
    let (day, month) = match rest.len() {
        0 => (0, 0),
        2 => (0, rest.parse().ok()?),
        4 => (rest.get(..2)?.parse().ok()?, rest.get(2..)?.parse().ok()?),
        _ => return None,
    };
    let known = |part: i8| (part != 0).then_some(part);
    BirthDate::new(year.parse().ok()?, known(month), known(day)).ok()
}

#[cfg(test)]
mod tests {
    use super::birth_date;

    #[test]
    fn whole_and_partial() {
        for (column, iso) in [
            ("15081985", "1985-08-15"),
            ("15/08/1985", "1985-08-15"),
            ("00081985", "1985-08"),
            ("081985", "1985-08"),
            ("00001985", "1985"),
            ("1985", "1985"),
        ] {
            assert_eq!(
                birth_date(column).map(|date| date.to_string()).as_deref(),
                Some(iso),
                "{column}"
            );
        }
        for wrong in [
            "",
            "85",
            "31021985",
            "15001985",
            "150819850",
            "1508198",
            "15O81985",
            "١٩٨٥",
        ] {
            assert_eq!(birth_date(wrong), None, "{wrong}");
        }
    }
}

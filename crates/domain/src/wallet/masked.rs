//! The number of a paper, as it is shown before its owner asks to see it.

/// So many letters stay.
const SHOWN: usize = 3;

/// All but the last three letters and digits hidden; a number that short, all of it. What stands between stays.
///
/// ```
/// assert_eq!(eid_domain::wallet::masked("GD 4-790098"), "** *-***098");
/// assert_eq!(eid_domain::wallet::masked("12"), "**");
/// ```
#[must_use]
pub fn masked(number: &str) -> String {
    let letters = number.chars().filter(|c| c.is_alphanumeric()).count();
    let hidden = if letters > SHOWN { letters - SHOWN } else { letters };
    let mut seen = 0;
    number
        .chars()
        .map(|c| {
            seen += usize::from(c.is_alphanumeric());
            if c.is_alphanumeric() && seen <= hidden {
                '*'
            } else {
                c
            }
        })
        .collect()
}

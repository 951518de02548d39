//! The check digit of ICAO Doc 9303-3 §4.9.

/// Sum of the characters' values times 7, 3, 1, 7, … modulo 10. Digits count as they are, `A` is 10, `<` is 0.
pub(super) fn check_digit(characters: impl Iterator<Item = u8>) -> char {
    let sum: u32 = characters
        .zip([7, 3, 1].into_iter().cycle())
        .map(|(byte, weight)| value(byte) * weight)
        .sum();
    char::from_digit(sum % 10, 10).unwrap_or('<')
}

fn value(byte: u8) -> u32 {
    char::from(byte).to_digit(36).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::check_digit;

    #[test]
    fn step_by_step_for_the_first_sample() {
        for (text, digit) in [
            ("085000123", '5'),
            ("079085000123<<", '5'),
            ("850815", '5'),
            ("450815", '7'),
            ("991231", '5'),
            ("0850001235079085000123<<585081554508157<<<<<<<<<<<", '4'),
        ] {
            assert_eq!(check_digit(text.bytes()), digit, "{text}");
        }
    }
}

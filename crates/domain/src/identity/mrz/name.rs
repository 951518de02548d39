//! The third line: a name in thirty ASCII characters.

use crate::{identity::PersonName, search_key::search_key};

/// Characters of a line.
const WIDTH: usize = 30;

/// `FAMILY<<MIDDLE<GIVEN`, filled or cut at thirty. Apostrophes vanish, hyphens part words (ICAO Doc 9303-3 §4.6).
pub(super) fn line(name: &PersonName) -> String {
    let mut line = String::with_capacity(WIDTH);
    for word in name
        .as_str()
        .split([' ', '-', '.'])
        .map(plain)
        .filter(|word| !word.is_empty())
    {
        match line.is_empty() {
            true => line = word + "<",
            false => {
                line.push('<');
                line.push_str(&word);
            }
        }
    }
    line.truncate(WIDTH);
    while line.len() < WIDTH {
        line.push('<');
    }
    line
}

fn plain(word: &str) -> String {
    search_key(word)
        .chars()
        .filter(char::is_ascii_alphabetic)
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// The words with single spaces between them.
pub(super) fn words(line: &str) -> String {
    line.split('<')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_cuts() {
        let line = |name: &str| line(&PersonName::parse(name).unwrap());
        assert_eq!(line("H'Hen Niê"), "HHEN<<NIE<<<<<<<<<<<<<<<<<<<<<");
        assert_eq!(line("Y-Bhiu Êban"), "Y<<BHIU<EBAN<<<<<<<<<<<<<<<<<<");
        assert_eq!(line("Thử"), "THU<<<<<<<<<<<<<<<<<<<<<<<<<<<");
        assert_eq!(line(&"Đ".repeat(40)), "D".repeat(30));
        assert_eq!(words("NGUYEN<<VAN<THU<<<<<<<<<<<<<<<"), "NGUYEN VAN THU");
    }
}

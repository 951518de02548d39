//! Which wishes are of one neighbourhood, however it was spelt.

use crate::search_key::search_key;

/// A neighbourhood, hamlet or street group by what it is and its number: `Khu phố 4`, `khu pho 04` and `KP4` are one. Ordered
/// as people count, 4 before 12; where none was given comes last.
///
/// ```
/// use eid_domain::campaign::NeighbourhoodKey;
/// assert_eq!(NeighbourhoodKey::of("KP.4"), NeighbourhoodKey::of("Khu phố 04"));
/// assert!(NeighbourhoodKey::of("Khu phố 4") < NeighbourhoodKey::of("Khu phố 12"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NeighbourhoodKey {
    unnamed: bool,
    words: Vec<Word>,
}

/// Numbers come before words, and by what they are worth.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Word {
    Number(u32),
    Text(String),
}

impl NeighbourhoodKey {
    /// Reads what was typed; any text is one.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        // Points part words, but not those of "K.P.".
        let plain = search_key(&typed.to_lowercase().replace("k.p", "kp"));
        let words: Vec<Word> = words(&plain).iter().flat_map(|word| long(word)).collect();
        Self {
            unnamed: words.is_empty(),
            words,
        }
    }
}

/// Runs of letters and runs of digits: `kp4` is two words.
fn words(plain: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for letter in plain.chars() {
        let kind = letter.is_alphanumeric().then_some(letter.is_ascii_digit());
        match (kind, words.last_mut()) {
            (None, _) => {}
            (Some(_), Some(word)) if kind == last => word.push(letter),
            (Some(_), _) => words.push(letter.into()),
        }
        last = kind;
    }
    words
}

/// A word as it is meant: people shorten "khu phố" and "tổ dân phố".
fn long(word: &str) -> Vec<Word> {
    let text = |word: &str| Word::Text(word.to_owned());
    match word {
        "kp" => ["khu", "pho"].map(text).to_vec(),
        "tdp" => ["to", "dan", "pho"].map(text).to_vec(),
        word => vec![word.parse().map_or_else(|_| text(word), Word::Number)],
    }
}

#[cfg(test)]
mod tests {
    use super::NeighbourhoodKey;

    #[test]
    fn spellings_of_one_neighbourhood_are_one() {
        for (one, others) in [
            ("Khu phố 4", ["khu pho 4", "KP4", "K.P. 04", "  khu  phố\t4 "]),
            (
                "Tổ dân phố Đông Hải",
                [
                    "TDP Đông Hải",
                    "to dan pho dong hai",
                    "TDP. Đông Hải",
                    "tổ dân phố, Đông Hải",
                ],
            ),
            ("", ["  ", "-", ".", ", "]),
        ] {
            for other in others {
                assert_eq!(
                    NeighbourhoodKey::of(one),
                    NeighbourhoodKey::of(other),
                    "{other:?}"
                );
            }
        }
        for (one, other) in [
            ("Khu phố 4", "Khu phố 14"),
            ("Tổ 1.2", "Tổ 12"),
            ("Thôn 4", "Ấp 4"),
        ] {
            assert_ne!(NeighbourhoodKey::of(one), NeighbourhoodKey::of(other), "{other}");
        }
    }

    #[test]
    fn they_are_ordered_as_people_count_and_the_unnamed_come_last() {
        let mut typed = ["", "Khu phố 12", "Thôn Đoài", "KP 4", "Ấp 3"];
        typed.sort_by_key(|typed| NeighbourhoodKey::of(typed));
        assert_eq!(typed, ["Ấp 3", "KP 4", "Khu phố 12", "Thôn Đoài", ""]);
    }
}

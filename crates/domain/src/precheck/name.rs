//! Two names.

use super::Mismatch;
use crate::{
    identity::PersonName,
    search_key::{search_key, split_tone},
};

/// As many letters may differ for it to look like a slip of the pen.
const SLIP: usize = 2;

/// How two names differ.
pub(super) fn compare(a: &PersonName, b: &PersonName) -> Mismatch {
    if a.same_as(b) {
        return Mismatch::Same;
    }
    let spelt = |name: &PersonName| name.words().map(split_tone).collect::<Vec<_>>();
    if spelt(a) == spelt(b) {
        return Mismatch::NameTonePlace;
    }
    let (key_a, key_b) = (a.search_key(), b.search_key());
    if key_a == key_b {
        return Mismatch::NameMarks;
    }
    if key_a.replace('y', "i") == key_b.replace('y', "i") {
        return Mismatch::NameLetters;
    }
    let words = |key: &str| key.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (words_a, words_b) = (words(&key_a), words(&key_b));
    if sorted(&words_a) == sorted(&words_b) {
        return Mismatch::NameOrder;
    }
    if is_part(&words_a, &words_b) || is_part(&words_b, &words_a) {
        return Mismatch::NameWordMissing;
    }
    if key_a.replace(' ', "") == key_b.replace(' ', "") || distance(&key_a, &key_b) <= SLIP {
        return Mismatch::NameLetters;
    }
    Mismatch::NameOther
}

/// The plain key, for a look at the number of differing letters.
pub(super) fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (search_key(a).chars().collect(), search_key(b).chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let above = *cell;
            left = (corner + usize::from(x != y)).min(above + 1).min(left + 1);
            corner = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

fn sorted(words: &[String]) -> Vec<&String> {
    let mut words: Vec<&String> = words.iter().collect();
    crate::order::plainly(&mut words);
    words
}

/// Whether all words of the first stand in the second, in their order, with more between them.
fn is_part(few: &[String], many: &[String]) -> bool {
    let mut rest = many.iter();
    few.len() < many.len() && few.iter().all(|word| rest.any(|other| other == word))
}

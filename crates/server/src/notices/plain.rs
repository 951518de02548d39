//! Text that fits into one SMS: GSM 03.38 letters only, at most 160 of them. With diacritics it would be 70.

use eid_domain::search_key::{compose_vietnamese, search_key};

/// Letters in one SMS.
pub const SMS_LETTERS: usize = 160;

/// Vietnamese without its marks: `Công an phường Bến Thành` → `Cong an phuong Ben Thanh`. Anything an SMS
/// cannot carry becomes a blank or a hyphen.
#[must_use]
pub fn without_marks(text: &str) -> String {
    compose_vietnamese(text).chars().map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        '–' | '—' | '‑' => '-',
        '’' | '‘' => '\'',
        '[' | ']' | '{' | '}' | '\\' | '^' | '~' | '|' | '`' => ' ',
        _ if c.is_ascii() => c,
        _ => {
            let letter = search_key(&c.to_string())
                .chars()
                .next()
                .filter(char::is_ascii_alphanumeric);
            match letter {
                Some(letter) if c.is_uppercase() => letter.to_ascii_uppercase(),
                Some(letter) => letter,
                None => ' ',
            }
        }
    }
}

/// Shortens a name at a word so that it takes at most `room` letters.
#[must_use]
pub fn shortened(name: &str, room: usize) -> &str {
    if name.len() <= room {
        return name;
    }
    let cut = name
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|at| *at <= room)
        .last()
        .unwrap_or(0);
    let head = name.get(..cut).unwrap_or_default();
    head.rsplit_once(' ')
        .map_or(head, |(words, _)| words)
        .trim_end_matches([' ', '-', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_case_stays() {
        assert_eq!(
            without_marks("Công an phường Bến Thành"),
            "Cong an phuong Ben Thanh"
        );
        assert_eq!(without_marks("Đà Nẵng – ĐẶC KHU"), "Da Nang - DAC KHU");
        assert_eq!(without_marks("e\u{302}\u{301} ấy 😀"), "e ay  ");
    }

    #[test]
    fn names_are_cut_at_a_word() {
        assert_eq!(
            shortened("Cong an phuong Ben Thanh", 50),
            "Cong an phuong Ben Thanh"
        );
        assert_eq!(shortened("Cong an phuong Ben Thanh", 16), "Cong an phuong");
        assert_eq!(shortened("Cong", 2), "Co");
    }
}

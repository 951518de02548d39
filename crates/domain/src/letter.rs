//! Large and small letters of the alphabets that names here are written in: Latin with all its signs, and Cyrillic.
//!
//! The standard library knows every script; its tables are ten kilobytes of a page. Letters of other scripts stay as
//! they are.

/// The small form of a letter.
pub(crate) fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let step = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        'Ÿ' => return 'ÿ',
        _ => u32::from(is_first_of_pair(letter)),
    };
    char::from_u32(code + step).unwrap_or(letter)
}

/// The large form of a letter.
pub(crate) fn upper(letter: char) -> char {
    let code = u32::from(letter);
    let step = match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' | 'а'..='я' => 32,
        'ѐ'..='џ' => 80,
        'ÿ' => return 'Ÿ',
        _ => u32::from(char::from_u32(code.saturating_sub(1)).is_some_and(is_first_of_pair)),
    };
    char::from_u32(code - step).unwrap_or(letter)
}

/// A text in small letters.
pub(crate) fn all_lower(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text in large letters.
pub(crate) fn all_upper(text: &str) -> String {
    text.chars().map(upper).collect()
}

/// Whether it is a large letter whose small one comes right behind it.
fn is_first_of_pair(letter: char) -> bool {
    let is_even = u32::from(letter).is_multiple_of(2);
    match letter {
        // The Turkish letters with and without a dot are no pair.
        '\u{130}' | '\u{131}' => false,
        '\u{100}'..='\u{136}'
        | '\u{14A}'..='\u{176}'
        | 'Ơ'
        | '\u{1E00}'..='\u{1E94}'
        | '\u{1EA0}'..='\u{1EFE}' => is_even,
        '\u{139}'..='\u{147}' | '\u{179}'..='\u{17D}' | 'Ư' => !is_even,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{lower, upper};

    fn single(mut forms: impl Iterator<Item = char>) -> Option<char> {
        forms.next().filter(|_| forms.next().is_none())
    }

    #[test]
    fn as_unicode_has_it() {
        let ranges = [
            '\0'..='\u{17E}',
            'Ơ'..='ơ',
            'Ư'..='ư',
            'Ѐ'..='џ',
            '\u{1E00}'..='\u{1EFF}',
        ];
        // Letters without a partner in these alphabets.
        let odd = [
            '\u{130}', '\u{131}', 'µ', 'ß', '\u{149}', '\u{1E96}', '\u{1E9B}', '\u{1E9E}',
        ];
        for letter in ranges
            .into_iter()
            .flatten()
            .filter(|letter| !odd.contains(letter))
        {
            if let Some(small) = single(letter.to_lowercase()) {
                assert_eq!(lower(letter), small, "{letter}");
            }
            if let Some(large) = single(letter.to_uppercase()) {
                assert_eq!(upper(letter), large, "{letter}");
            }
        }
        assert_eq!((lower('字'), upper('字')), ('字', '字'));
    }
}

//! *Họ, chữ đệm và tên khai sinh*: one field, never split into first and last name.

use crate::letter;
use crate::{
    field::FieldCode,
    search_key::{compose_vietnamese, search_key},
    text_type::{redacted_debug, text_newtype},
    typed_text::{is_dash, one_line},
};

/// A full name: family, middle and given names, composed (NFC), single spaces, 2 to 100 characters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PersonName(String);

/// Fewest and most characters of a name.
const LENGTH: std::ops::RangeInclusive<usize> = 2..=100;

impl PersonName {
    /// Reads a typed name.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::NameLength`], [`FieldCode::NameCharacters`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let name: String = compose_vietnamese(&one_line(text))
            .chars()
            .map(same_sign)
            .collect();
        if name.is_empty() {
            return Err(FieldCode::Required);
        }
        if !LENGTH.contains(&name.chars().count()) {
            return Err(FieldCode::NameLength);
        }
        if !name.starts_with(char::is_alphabetic) || !name.chars().all(is_allowed) {
            return Err(FieldCode::NameCharacters);
        }
        Ok(Self(name))
    }

    /// For finding people: no diacritics, lower case. Never decide on identity with it alone.
    #[must_use]
    pub fn search_key(&self) -> String {
        search_key(&self.0)
    }

    /// As the card prints it: upper case with diacritics.
    #[must_use]
    pub fn upper(&self) -> String {
        letter::all_upper(&self.0)
    }

    /// The same name, whatever the case; diacritics count (`Quý` is not `Quí`).
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        letter::all_lower(&self.0) == letter::all_lower(&other.0)
    }

    /// For lists where the person need not be known: `Nguyễn V*** T***`.
    #[must_use]
    pub fn masked(&self) -> String {
        let mut words = self.0.split(' ');
        let family = words.next().unwrap_or_default();
        let mut masked = String::new();
        for word in words {
            masked.push(' ');
            masked.extend(word.chars().next());
            masked.push_str("***");
        }
        if masked.is_empty() {
            masked.extend(family.chars().next());
            return masked + "***";
        }
        format!("{family}{masked}")
    }

    /// The words of the name, family name first.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ')
    }
}

/// One sign for all kinds of apostrophes and of dashes, so that names compare.
fn same_sign(c: char) -> char {
    match c {
        '\'' | '`' | '´' | '\u{2018}' | '\u{2019}' | '\u{2BC}' | '\u{2032}' => '\u{2019}',
        c if is_dash(c) => '-',
        c => c,
    }
}

/// Letters and marks of any script, and the signs that names of ethnic minorities and mixed families have.
fn is_allowed(c: char) -> bool {
    c.is_alphabetic() || is_mark(c) || matches!(c, '\u{2019}' | '-' | '.' | ' ')
}

/// Combining marks that stand alone after composition.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

redacted_debug!(PersonName);
text_newtype!(
    PersonName,
    "Family, middle and given name as in the birth certificate.",
    "Nguyễn Văn Thử"
);

#[cfg(test)]
#[path = "person_name_tests.rs"]
mod tests;

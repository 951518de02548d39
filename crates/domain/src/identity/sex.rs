//! Sex as the card carries it.

use crate::{search_key::search_key, str_enum::str_enum};

str_enum! {
    /// The two values of the identity card: `Nam` and `Nữ`.
    pub enum Sex {
        /// `Nam`.
        Male = "male",
        /// `Nữ`.
        Female = "female",
    }
}

impl Sex {
    /// Reads the word of the card (`Nam`, `Nữ`), with or without diacritics, any case.
    #[must_use]
    pub fn from_card(text: &str) -> Option<Self> {
        match search_key(text).trim() {
            "nam" => Some(Self::Male),
            "nu" => Some(Self::Female),
            _ => None,
        }
    }

    /// The word of the card.
    #[must_use]
    pub const fn on_card(self) -> &'static str {
        match self {
            Self::Male => "Nam",
            Self::Female => "Nữ",
        }
    }

    /// The letter of the machine-readable zone (ICAO Doc 9303-5).
    #[must_use]
    pub const fn mrz(self) -> char {
        match self {
            Self::Male => 'M',
            Self::Female => 'F',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sex;

    #[test]
    fn words_of_the_card() {
        for sex in Sex::ALL {
            assert_eq!(Sex::from_card(sex.on_card()), Some(*sex));
        }
        assert_eq!(
            Sex::from_card("NU\u{31B}\u{303}"),
            Some(Sex::Female),
            "decomposed"
        );
        assert_eq!(Sex::from_card("nu"), Some(Sex::Female));
        assert_eq!(Sex::from_card("x"), None);
        assert_eq!(serde_json::to_string(&Sex::Female).unwrap(), "\"female\"");
    }
}

//! The public reference of an appointment and its dossier: short enough to read out, wrong when mistyped.

use crate::{
    field::FieldCode,
    text_type::text_newtype,
    typed_text::{is_dash, visible},
};
use std::fmt;

/// Eight random symbols and a check symbol, shown in threes: `K7M-2XP-94R`.
///
/// Twenty-three symbols, no vowels (no words occur) and none that looks like another: what is mistaken for
/// a digit is read as the digit. 23 is prime and every position has its own weight, so the check symbol
/// finds every single wrong symbol and every two symbols in each other's place, neighbours or not.
/// About 36 random bits: a handle, not a key.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Reference(String);

const ALPHABET: &[u8; 23] = b"0123456789CFHJKMNPRTVWX";
const BASE: u32 = 23;
/// Symbols with the check symbol.
const LENGTH: usize = 9;
/// What weighted sums leave over; not 0, so that nine zeros are no reference.
const REMAINDER: u32 = 1;

impl Reference {
    /// From sixteen random bytes. The bias of the remainder is below 2⁻⁹⁰.
    #[must_use]
    pub fn from_random(bytes: [u8; 16]) -> Self {
        let mut rest = u128::from_le_bytes(bytes);
        let mut values = [0u32; LENGTH];
        for value in values.iter_mut().take(LENGTH - 1) {
            *value = u32::try_from(rest % u128::from(BASE)).unwrap_or(0);
            rest /= u128::from(BASE);
        }
        let check = (BASE + REMAINDER - weighted_sum(&values)) % BASE;
        values[LENGTH - 1] = check;
        Self::show(&values)
    }

    /// Reads what a person typed: any case, with or without dashes and spaces, look-alikes put right
    /// (`O` is 0, `I` and `L` are 1, `B` is 8 …).
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::ReferenceFormat`], [`FieldCode::ReferenceCheck`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        let mut values = [0u32; LENGTH];
        let mut count = 0;
        for c in visible(text).filter(|c| !c.is_whitespace() && !is_dash(*c) && !matches!(c, '.' | '_')) {
            let value = value_of(c).ok_or(FieldCode::ReferenceFormat)?;
            *values.get_mut(count).ok_or(FieldCode::ReferenceFormat)? = value;
            count += 1;
        }
        match count {
            0 => Err(FieldCode::Required),
            LENGTH if weighted_sum(&values) == REMAINDER => Ok(Self::show(&values)),
            LENGTH => Err(FieldCode::ReferenceCheck),
            _ => Err(FieldCode::ReferenceFormat),
        }
    }

    fn show(values: &[u32; LENGTH]) -> Self {
        let mut text = String::with_capacity(LENGTH + 2);
        for (index, value) in values.iter().enumerate() {
            if index > 0 && index % 3 == 0 {
                text.push('-');
            }
            let symbol = usize::try_from(*value).ok().and_then(|value| ALPHABET.get(value));
            text.push(symbol.map_or('0', |byte| char::from(*byte)));
        }
        Self(text)
    }
}

/// Weights 9 to 2 for the random symbols, 1 for the check symbol.
fn weighted_sum(values: &[u32; LENGTH]) -> u32 {
    values
        .iter()
        .zip((1..=9).rev())
        .map(|(value, weight)| value * weight)
        .sum::<u32>()
        % BASE
}

fn value_of(c: char) -> Option<u32> {
    let c = match c.to_ascii_uppercase() {
        'O' | 'Q' | 'D' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        'U' => 'V',
        c => c,
    };
    ALPHABET
        .iter()
        .position(|symbol| char::from(*symbol) == c)
        .and_then(|value| u32::try_from(value).ok())
}

/// Enough to follow one case through a log, not enough to look it up.
impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reference({}…)", self.0.get(..3).unwrap_or_default())
    }
}

text_newtype!(
    Reference,
    "Public reference of an appointment and its dossier, with a check symbol.",
    "000-000-001"
);

#[cfg(test)]
#[path = "reference_tests.rs"]
mod tests;

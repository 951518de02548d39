//! The password of the account.

use super::secret_type;
use crate::field::FieldCode;

/// 8 to 20 ASCII letters, digits and `! @ # $ ^ * ( ) _`, with a digit, a lower-case and an upper-case
/// letter and one of these signs; the rule people know from the official app.
pub struct Password(String);

/// Signs that a password may have and of which it needs one.
pub(super) const SPECIAL: &str = "!@#$^*()_";
const LENGTH: std::ops::RangeInclusive<usize> = 8..=20;

/// Which rules a password keeps, for the list beside the field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PasswordChecklist {
    /// 8 to 20 characters.
    pub length: bool,
    /// A digit.
    pub digit: bool,
    /// A lower-case letter.
    pub lower: bool,
    /// An upper-case letter.
    pub upper: bool,
    /// One of `! @ # $ ^ * ( ) _`.
    pub special: bool,
    /// Something that may not be in it, such as a space, `%`, `&` or a letter with diacritics.
    pub forbidden: bool,
}

impl PasswordChecklist {
    /// The codes of the rules that are not kept, in the order of the list.
    pub fn unmet(self) -> impl Iterator<Item = FieldCode> {
        [
            (!self.forbidden, FieldCode::PasswordForbiddenCharacter),
            (self.length, FieldCode::PasswordLength),
            (self.digit, FieldCode::PasswordDigit),
            (self.lower, FieldCode::PasswordLower),
            (self.upper, FieldCode::PasswordUpper),
            (self.special, FieldCode::PasswordSpecial),
        ]
        .into_iter()
        .filter(|(kept, _)| !kept)
        .map(|(_, code)| code)
    }
}

impl Password {
    /// Looks at a password while it is typed.
    #[must_use]
    pub fn check(text: &str) -> PasswordChecklist {
        let special = |c: char| SPECIAL.contains(c);
        PasswordChecklist {
            length: LENGTH.contains(&text.chars().count()),
            digit: text.contains(|c: char| c.is_ascii_digit()),
            lower: text.contains(|c: char| c.is_ascii_lowercase()),
            upper: text.contains(|c: char| c.is_ascii_uppercase()),
            special: text.contains(special),
            forbidden: text.contains(|c: char| !c.is_ascii_alphanumeric() && !special(c)),
        }
    }

    /// Takes a new password. Nothing is trimmed: every character was meant.
    ///
    /// # Errors
    /// [`FieldCode::Required`], or the first of [`PasswordChecklist::unmet`].
    pub fn parse(text: &str) -> Result<Self, FieldCode> {
        if text.is_empty() {
            return Err(FieldCode::Required);
        }
        match Self::check(text).unmet().next() {
            Some(code) => Err(code),
            None => Ok(Self(text.to_owned())),
        }
    }
}

secret_type!(Password);

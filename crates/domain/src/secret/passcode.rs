//! The six digits that confirm what is done in the account.

use super::secret_type;
use crate::{
    field::FieldCode,
    identity::BirthDate,
    typed_text::{compact, digits, has_constant_step},
};

/// Six digits that are not the first ones a stranger would try.
pub struct Passcode(String);

/// Which rules a passcode keeps, for the list beside the field. That it is not the birth date is known to the server alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PasscodeChecklist {
    /// Six digits.
    pub digits: bool,
    /// Six digits that do not repeat: not 111111, 121212, 123123.
    pub varied: bool,
    /// Six digits that do not count: not 123456, 654321, 112233.
    pub uncounted: bool,
}

impl Passcode {
    /// Looks at a passcode while it is typed.
    #[must_use]
    pub fn check(text: &str) -> PasscodeChecklist {
        let values = digits::<6>(&compact(text));
        PasscodeChecklist {
            digits: values.is_some(),
            varied: values.is_some_and(|values| !repeats(&values)),
            uncounted: values.is_some_and(|values| !counts(&values)),
        }
    }

    /// Takes a new passcode; `birth` is the person's own date, if known.
    ///
    /// # Errors
    /// [`FieldCode::Required`], [`FieldCode::PasscodeFormat`], [`FieldCode::PasscodeTrivial`] for repeated
    /// digits, pairs or threes and for counting, [`FieldCode::PasscodeBirthDate`].
    pub fn parse(text: &str, birth: Option<&BirthDate>) -> Result<Self, FieldCode> {
        let text = compact(text);
        if text.is_empty() {
            return Err(FieldCode::Required);
        }
        let values = digits::<6>(&text).ok_or(FieldCode::PasscodeFormat)?;
        if repeats(&values) || counts(&values) {
            return Err(FieldCode::PasscodeTrivial);
        }
        if birth.is_some_and(|birth| tells_birth(&text, birth)) {
            return Err(FieldCode::PasscodeBirthDate);
        }
        Ok(Self(text))
    }

    /// The passcode was typed the same again.
    ///
    /// # Errors
    /// [`FieldCode::PasscodeMismatch`].
    pub fn confirm(&self, again: &str) -> Result<(), FieldCode> {
        if compact(again) == self.0 {
            Ok(())
        } else {
            Err(FieldCode::PasscodeMismatch)
        }
    }
}

/// 111111, 121212, 123123, 111222.
fn repeats(values: &[u8; 6]) -> bool {
    let [a, b, c, d, e, f] = *values;
    let halves = (a, b) == (b, c) && (d, e) == (e, f);
    halves || (a, b, c) == (d, e, f) || (a, b, c, d) == (c, d, e, f)
}

/// 123456, 654321, 890123, 112233, 123321.
fn counts(values: &[u8; 6]) -> bool {
    let [a, b, c, d, e, f] = *values;
    let steps = |digits: &[u8]| [1, 9].iter().any(|step| has_constant_step(digits, *step));
    let pairs = a == b && c == d && e == f && steps(&[a, c, e]);
    let mirrored = (a, b, c) == (f, e, d) && steps(&[a, b, c]);
    pairs || mirrored || steps(values)
}

/// Every usual way to put a birth date, or what is known of it, in six digits.
fn tells_birth(text: &str, birth: &BirthDate) -> bool {
    let yyyy = format!("{:04}", birth.year());
    let yy = format!("{:02}", birth.year().rem_euclid(100));
    let Some(month) = birth.month() else { return false };
    let mm = format!("{month:02}");
    let mut forms = vec![format!("{mm}{yyyy}"), format!("{yyyy}{mm}")];
    if let Some(day) = birth.day() {
        let dd = format!("{day:02}");
        forms.extend([
            format!("{dd}{mm}{yy}"),
            format!("{mm}{dd}{yy}"),
            format!("{yy}{mm}{dd}"),
            format!("{yy}{dd}{mm}"),
            format!("{dd}{yyyy}"),
            format!("{yyyy}{dd}"),
            format!("{day}{month}{yyyy}"),
            format!("{yyyy}{month}{day}"),
        ]);
    }
    forms.iter().any(|form| form == text)
}

secret_type!(Passcode);

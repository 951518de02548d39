//! Security questions and their answers.

use crate::{
    field::FieldCode,
    search_key::{compose_vietnamese, search_key},
    str_enum::str_enum,
    text_type::redacted_debug,
    typed_text::one_line,
};
use zeroize::Zeroize;

str_enum! {
    /// The questions to choose two of. The names are stable; none asks for what papers say.
    pub enum SecurityQuestion {
        /// Name of the first school.
        FirstSchool = "first_school",
        /// Name of the teacher one remembers best.
        FavouriteTeacher = "favourite_teacher",
        /// Name of the best friend as a child.
        ChildhoodFriend = "childhood_friend",
        /// What one was called at home as a child.
        ChildhoodNickname = "childhood_nickname",
        /// Where one first worked.
        FirstWorkplace = "first_workplace",
        /// Where the first long journey went.
        FirstJourney = "first_journey",
        /// The book one likes best.
        FavouriteBook = "favourite_book",
        /// The dish one likes best from home.
        FavouriteDish = "favourite_dish",
    }
}

/// Most characters of an answer.
const LONGEST: usize = 100;

/// An answer in the two forms that are compared, so that nobody is locked out by a keyboard without
/// Vietnamese letters. Keep only keyed hashes of them.
#[derive(Clone, PartialEq, Eq)]
pub struct AnswerKeys {
    /// Trimmed, composed, lower case, diacritics kept.
    pub exact: String,
    /// The same without diacritics and signs. Never empty.
    pub plain: String,
}

impl AnswerKeys {
    /// Typed without any diacritics: then compare the plain forms, else the exact ones.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.exact.is_ascii()
    }

    /// Whether this answer is the `stored` one: the same diacritics, or one of the two without any.
    #[must_use]
    pub fn matches(&self, stored: &Self) -> bool {
        self.exact == stored.exact || ((self.is_plain() || stored.is_plain()) && self.plain == stored.plain)
    }
}

impl Drop for AnswerKeys {
    fn drop(&mut self) {
        self.exact.zeroize();
        self.plain.zeroize();
    }
}

redacted_debug!(AnswerKeys);

/// One line, composed, lower case; diacritics kept.
///
/// # Errors
/// [`FieldCode::AnswerRequired`], [`FieldCode::TextTooLong`] over 100 characters.
pub fn normalise_answer(text: &str) -> Result<String, FieldCode> {
    let answer = crate::letter::all_lower(&compose_vietnamese(&one_line(text)));
    if answer.is_empty() {
        return Err(FieldCode::AnswerRequired);
    }
    if answer.chars().count() > LONGEST {
        return Err(FieldCode::TextTooLong);
    }
    Ok(answer)
}

/// Both forms of an answer.
///
/// # Errors
/// As [`normalise_answer`]; [`FieldCode::AnswerRequired`] also when there is neither letter nor digit.
pub fn answer_keys(text: &str) -> Result<AnswerKeys, FieldCode> {
    let exact = normalise_answer(text)?;
    let plain = search_key(&exact);
    if plain.is_empty() {
        Err(FieldCode::AnswerRequired)
    } else {
        Ok(AnswerKeys { exact, plain })
    }
}

/// No question is asked twice.
///
/// # Errors
/// [`FieldCode::QuestionRepeated`].
pub fn all_different(questions: &[SecurityQuestion]) -> Result<(), FieldCode> {
    let repeated = questions
        .iter()
        .enumerate()
        .any(|(index, question)| questions.iter().take(index).any(|q| q == question));
    if repeated {
        Err(FieldCode::QuestionRepeated)
    } else {
        Ok(())
    }
}

//! `/api/dossiers/{reference}/questions` (with the access key): a question to the office. `/api/desk/tickets`: its answer, and
//! data that must be put right.

mod late;

pub use late::{Late, Passed};

use crate::{
    field::{FieldCode, FieldError},
    intake::Fault,
    mending::{Origin, Place, Stage},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Fewest letters of a question or an answer that says something.
pub const SHORTEST: usize = 5;
/// Most letters of a question or an answer.
pub const LONGEST: usize = 1_000;

/// What somebody wrote, without the space around it.
///
/// # Errors
/// `required` for less than five letters, `text_too_long` for more than a thousand.
pub fn written(text: &str) -> Result<&str, FieldCode> {
    let text = text.trim();
    match text.chars().count() {
        ..SHORTEST => Err(FieldCode::Required),
        SHORTEST..=LONGEST => Ok(text),
        _ => Err(FieldCode::TextTooLong),
    }
}

/// `POST /api/dossiers/{reference}/questions`: please tell me. One question waits at a time.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewQuestion {
    /// 5 to 1000 letters.
    pub text: String,
}

/// `POST /api/desk/tickets/{id}/answer`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAnswer {
    /// 5 to 1000 letters; read by the person.
    pub text: String,
}

/// A question as its asker sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Question {
    /// When it was asked.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub asked_at: Timestamp,
    /// What was asked; empty where `not_me_at` says it.
    pub text: String,
    /// The owner of the account said of something that it was not them, which locked it: when that happened. The server asks
    /// for them, and whoever reads it words it.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "crate::when::read")]
    pub not_me_at: Option<Timestamp>,
    /// When it was answered.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub answered_at: Option<Timestamp>,
    /// The office's answer.
    pub answer: Option<String>,
}

/// `GET /api/desk/tickets`: what the office has been asked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tickets {
    /// Those that wait, oldest first.
    pub waiting: Vec<Ticket>,
    /// Those answered in the last thirty days, newest first.
    pub answered: Vec<Ticket>,
    /// Data to be put right, the longest waiting first.
    #[serde(default)]
    pub mendings: Vec<Mending>,
}

/// A question as the office sees it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ticket {
    /// Its id.
    pub id: String,
    /// The dossier it is about.
    pub reference: String,
    /// Question and answer.
    pub question: Question,
}

/// Data of a dossier that must be put right.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Mending {
    /// Its id.
    pub id: String,
    /// The dossier it is about.
    pub reference: String,
    /// Who found it.
    pub origin: Origin,
    /// What is wrong; empty where words alone say it.
    pub what: Vec<Fault>,
    /// In words; may be empty.
    pub words: String,
    /// The paper of the wallet that differs from the card, where its owner says that the card is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<crate::office::Localised>,
    /// Since when.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub opened_at: Timestamp,
    /// How far it is.
    pub so_far: SoFar,
    /// What was written to who can put it right; may be empty.
    pub sent_words: String,
}

/// How far the putting right is, as its owner sees it too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SoFar {
    /// How far.
    pub stage: Stage,
    /// Who can put it right, or is asked to.
    pub place: Place,
    /// When it was sent there.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub sent_at: Option<Timestamp>,
    /// When they answered.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub answered_at: Option<Timestamp>,
    /// What they answered; none for a key that may only read.
    pub answer: Option<String>,
}

/// `POST /api/dossiers/{reference}/mismatches`: something in my data is wrong.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewMismatch {
    /// What; at least one.
    pub what: Vec<Fault>,
    /// What stands there and what should, 5 to 1000 letters.
    pub words: String,
}

impl NewMismatch {
    /// The words, without the space around them.
    ///
    /// # Errors
    /// `what`: `required`; `words`: as [`written`].
    pub fn parse(&self) -> Result<&str, Vec<FieldError>> {
        let words = written(&self.words).map_err(|code| FieldError::new("words", code));
        let what = if self.what.is_empty() {
            Err(FieldError::new("what", FieldCode::Required))
        } else {
            Ok(())
        };
        match (what, words) {
            (Ok(()), Ok(words)) => Ok(words),
            (what, words) => Err(what.err().into_iter().chain(words.err()).collect()),
        }
    }
}

/// `GET /api/dossiers/{reference}/mismatches`: wrong data that is being put right, for its owner.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Mismatches {
    /// What is being put right now.
    pub open: Option<Mending>,
    /// Whether something can be told now: one at a time, until the card is approved.
    pub may_tell: bool,
}

/// `POST /api/desk/tickets/{id}/send-on`: this is for them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SendOn {
    /// Who can put it right.
    pub place: Place,
    /// What is written to them, at most 1000 letters; may be empty.
    #[serde(default)]
    pub words: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_data_is_named_and_described() {
        let wrong = |what: &[Fault], words: &str| -> Vec<String> {
            let told = NewMismatch {
                what: what.to_vec(),
                words: words.into(),
            };
            let errors = told.parse().err().unwrap_or_default();
            errors
                .iter()
                .map(|error| format!("{}:{}", error.field, error.code))
                .collect()
        };
        assert!(wrong(&[Fault::Name], "Thiếu chữ đệm").is_empty());
        assert_eq!(wrong(&[], " "), ["what:required", "words:required"]);
    }

    #[test]
    fn letters_count_without_the_space_around() {
        assert_eq!(written("  Khi nào?  "), Ok("Khi nào?"));
        assert_eq!(written("   ạ   "), Err(FieldCode::Required));
        assert_eq!(written(&"ạ".repeat(LONGEST)).map(str::len), Ok(3 * LONGEST));
        assert_eq!(written(&"ạ".repeat(LONGEST + 1)), Err(FieldCode::TextTooLong));
    }
}

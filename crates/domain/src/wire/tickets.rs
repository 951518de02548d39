//! `/api/dossiers/{reference}/questions` (with the access key): a question to the office. `/api/desk/tickets`: its answer.

use crate::field::FieldCode;
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
    /// What was asked.
    pub text: String,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_count_without_the_space_around() {
        assert_eq!(written("  Khi nào?  "), Ok("Khi nào?"));
        assert_eq!(written("   ạ   "), Err(FieldCode::Required));
        assert_eq!(written(&"ạ".repeat(LONGEST)).map(str::len), Ok(3 * LONGEST));
        assert_eq!(written(&"ạ".repeat(LONGEST + 1)), Err(FieldCode::TextTooLong));
    }
}

//! `GET /api/rescue/{lang}`: what to do when the account cannot be used, in one language. The same for everybody.

use serde::{Deserialize, Serialize};

/// One of the answers to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RescueChoice {
    /// The id of a question or an answer.
    pub to: String,
    /// Its words.
    pub words: String,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RescueQuestion {
    /// Its id.
    pub id: String,
    /// Its words.
    pub title: String,
    /// What can be said.
    pub choices: Vec<RescueChoice>,
}

/// A way out of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RescueWay {
    /// Where to: see [`crate::rescue::Goal::parse`].
    pub to: String,
    /// Its words.
    pub words: String,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RescueAnswer {
    /// Its id.
    pub id: String,
    /// Which of the messages that people report it answers: `E01` to `E22`.
    pub troubles: Vec<String>,
    /// What went wrong.
    pub title: String,
    /// The cause.
    pub why: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// What to bring.
    pub bring: Vec<String>,
    /// What it rests on.
    pub basis: Vec<String>,
    /// The ways on, the shortest first.
    pub ways: Vec<RescueWay>,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RescueView {
    /// The day whose law it says.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub dated: jiff::civil::Date,
    /// What that day means.
    pub dated_words: String,
    /// The first is the one to begin with.
    pub questions: Vec<RescueQuestion>,
    /// What to do.
    pub answers: Vec<RescueAnswer>,
}

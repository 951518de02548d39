//! `/api/wallet/{lang}`: which papers can be integrated. `/api/account/wallet`: those of who is signed in.

use super::tickets::SoFar;
use crate::wallet::{AskedBy, Asking, Mark, Refusal, State, Step};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// A kind of paper, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WalletKind {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who keeps it.
    pub agency: String,
    /// Where people go to have it put right.
    pub place: String,
    /// How sure it is that it can be integrated.
    pub mark: Mark,
    /// How it comes into the wallet.
    pub asking: Asking,
    /// What is to be known about it.
    pub note: Option<String>,
}

/// Kinds that stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WalletGroup {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// In the order in which they are shown.
    pub papers: Vec<WalletKind>,
}

/// `GET /api/wallet/{lang}`: all kinds. The same for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WalletKinds {
    /// The day whose texts it says.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub dated: Date,
    /// What that day means.
    pub dated_words: String,
    /// In the order in which they are shown.
    pub groups: Vec<WalletGroup>,
}

/// Why an agency did not give a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WalletRefused {
    /// Why.
    pub why: Refusal,
    /// What the agency says, in plain Vietnamese; may be empty.
    pub words: String,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// Whether the office that made the card can be told that the card is wrong.
    pub may_tell: bool,
    /// How far that is, where the office was told.
    pub told: Option<SoFar>,
}

/// A paper that was asked for, as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WalletPaper {
    /// The id of its kind.
    pub kind: String,
    /// How far it is.
    pub state: State,
    /// Since when it is so.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub state_at: Timestamp,
    /// When it was asked for.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub asked_at: Timestamp,
    /// By whom.
    pub asked_by: AskedBy,
    /// Its number: all but the last three letters hidden in the list; empty where there is none.
    pub number: String,
    /// Who issued it; empty where that is not known.
    pub issuer: String,
    /// What else it says, e.g. the class of a licence; may be empty.
    pub detail: String,
    /// Day of issue.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub issued_on: Option<Date>,
    /// Last day; none where it has none.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    #[serde(default, deserialize_with = "crate::when::read")]
    pub valid_until: Option<Date>,
    /// Whether its last day is within a month.
    pub ends_soon: bool,
    /// Why not, where it was refused.
    pub refused: Option<WalletRefused>,
}

/// `GET /api/account/wallet`: those that were asked for, the latest first. What is not among them was not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wallet {
    /// Whether papers can be asked for: a level-2 account in use, with a card that has not expired.
    pub may_ask: bool,
    /// The papers.
    pub papers: Vec<WalletPaper>,
    /// Name of the child whose wallet it is; none where it is one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<String>,
}

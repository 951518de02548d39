//! `/api/dev`: only where the server runs with demo data. Simulated messages and the demo clock.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// `GET /api/dev/messages`: simulated messages, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Messages {
    /// At most 200.
    pub messages: Vec<Message>,
}

/// One simulated SMS or mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Message {
    /// When it was "sent".
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: Timestamp,
    /// `sms` or `mail`.
    pub channel: String,
    /// Where to.
    pub to: String,
    /// Subject of a mail; empty for SMS.
    pub subject: String,
    /// The text as sent.
    pub body: String,
}

/// `POST /api/dev/clock`: moves the product's clock forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AdvanceClock {
    /// By how many seconds, up to 40 days.
    pub seconds: u32,
}

//! `GET /api/config`: what a client must know before it starts, nothing personal.

use serde::{Deserialize, Serialize};

/// The server's settings that concern a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClientConfig {
    /// The server's time; clients do not trust the phone's clock for rules.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub now: jiff::Timestamp,
    /// The office-local date of `now`.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub today: jiff::civil::Date,
    /// True where messages are simulated and shown at `/inbox`.
    pub demo: bool,
    /// Days from notice to activation (Decree 69/2024, art. 14).
    pub activate_within_days: u16,
    /// Working days for a card (Law on Identification 26/2023, art. 26).
    pub card_working_days: u16,
    /// Working days for a level-2 account with a valid card (Decree 69/2024, art. 13).
    pub account_working_days: u16,
    /// How many days ahead can be booked.
    pub horizon_days: u16,
    /// Number to call for help; a made-up one in the demo.
    pub hotline: String,
    /// The fee table as the data file has it (CSV).
    pub fees: String,
}

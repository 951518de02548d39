//! `/api/dev`: simulated messages and the demo clock; `not_found` on a server without demo data.

use super::{ApiError, Call};
use eid_domain::wire::dev::{AdvanceClock, Message, Messages};

/// Simulated messages, newest first.
///
/// # Errors
/// `not_found`
pub async fn messages() -> Result<Vec<Message>, ApiError> {
    Ok(Call::get("/api/dev/messages").send::<Messages>().await?.messages)
}

/// Moves the demo clock forward.
///
/// # Errors
/// `not_found`
pub async fn advance_clock(seconds: u32) -> Result<(), ApiError> {
    Call::post("/api/dev/clock", &AdvanceClock { seconds })
        .send::<serde::de::IgnoredAny>()
        .await
        .map(drop)
}

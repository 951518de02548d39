//! `/api/config`: what a client must know before it starts.

use super::{ApiError, Call};
use eid_domain::wire::config::ClientConfig;
use std::cell::RefCell;

thread_local! {
    static KNOWN: RefCell<Option<ClientConfig>> = const { RefCell::new(None) };
}

/// The server's settings. Fetched once for as long as the page lives; `now` and `today` are of that moment.
///
/// # Errors
/// [`ApiError`]
pub async fn get() -> Result<ClientConfig, ApiError> {
    if let Some(known) = KNOWN.with_borrow(Clone::clone) {
        return Ok(known);
    }
    fresh().await
}

/// The same, asked again: where the date matters after a long stay on the page.
///
/// # Errors
/// [`ApiError`]
pub async fn fresh() -> Result<ClientConfig, ApiError> {
    let config: ClientConfig = Call::get("/api/config").send().await?;
    KNOWN.set(Some(config.clone()));
    Ok(config)
}

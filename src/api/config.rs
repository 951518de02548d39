//! `/api/config` and `/api/calendar`: what a client must know before it starts.

use super::{ApiError, Call};
use eid_domain::wire::config::ClientConfig;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static KNOWN: RefCell<Option<ClientConfig>> = const { RefCell::new(None) };
    static CALENDAR: RefCell<Option<Rc<str>>> = const { RefCell::new(None) };
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

/// Public holidays and moved days, as the data file has them (CSV). Fetched once for as long as the page lives.
///
/// # Errors
/// [`ApiError`]
pub async fn calendar() -> Result<Rc<str>, ApiError> {
    if let Some(known) = CALENDAR.with_borrow(Clone::clone) {
        return Ok(known);
    }
    let calendar: String = Call::get("/api/calendar").send().await?;
    let calendar: Rc<str> = calendar.into();
    CALENDAR.set(Some(calendar.clone()));
    Ok(calendar)
}

/// The number to call for help, where the settings have come already.
pub fn hotline() -> Option<String> {
    KNOWN.with_borrow(|known| known.as_ref().map(|config| config.hotline.clone()))
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

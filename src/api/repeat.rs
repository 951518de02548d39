//! Which idempotency key a changing request carries.
//!
//! A request that got no answer may have been done all the same. When the person presses the button again, the very
//! same request carries the very same key, and the server answers as it did the first time. Kept in memory alone.

use crate::browser::{http::Request, random};
use std::cell::RefCell;

/// A request and its key.
pub(super) struct Ticket {
    what: String,
    /// The key.
    pub(super) key: String,
}

thread_local! {
    static UNANSWERED: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The key for this request: the one it had when it was last sent without an answer, or a new one.
pub(super) fn ticket(request: &Request) -> Ticket {
    let what = format!(
        "{} {} {}",
        request.method,
        request.path,
        request.body.as_deref().unwrap_or_default()
    );
    UNANSWERED.with_borrow_mut(|all| {
        let known = all
            .iter()
            .find(|(known, _)| *known == what)
            .map(|(_, key)| key.clone());
        let key = known.unwrap_or_else(|| {
            let key = random::hex128();
            all.push((what.clone(), key.clone()));
            key
        });
        Ticket { what, key }
    })
}

/// The server has decided: the same request sent again is a new one.
pub(super) fn answered(ticket: Option<Ticket>) {
    if let Some(ticket) = ticket {
        UNANSWERED.with_borrow_mut(|all| all.retain(|(what, _)| *what != ticket.what));
    }
}

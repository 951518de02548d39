//! For whom a request acts. What staff do with the key of a person is theirs in the audit, whatever code does it.

use axum::{extract::Request, middleware::Next, response::Response};
use std::cell::OnceCell;

tokio::task_local! {
    static STAFF: OnceCell<String>;
}

/// From here on the request acts for a person: this member of staff does.
pub fn begin(staff_id: &str) {
    // Outside of a request nobody acts for anybody.
    let _ = STAFF.try_with(|staff| staff.set(staff_id.to_owned()));
}

/// The member of staff by whom a person's dossier is changed in this request, where it is not the person.
#[must_use]
pub fn staff() -> Option<String> {
    STAFF.try_with(|staff| staff.get().cloned()).ok().flatten()
}

/// Keeps it for everything inside.
pub async fn attach(request: Request, next: Next) -> Response {
    STAFF.scope(OnceCell::new(), next.run(request)).await
}

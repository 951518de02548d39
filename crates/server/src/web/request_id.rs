//! Every request gets an id: in the log, in the answer's header, in every problem document.

use crate::{secret, state::App};
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use eid_domain::wire::REQUEST_ID;

tokio::task_local! {
    static CURRENT: String;
}

/// The id of the request this task works on; empty outside of one.
#[must_use]
pub fn current() -> String {
    CURRENT.try_with(Clone::clone).unwrap_or_default()
}

/// Draws the id and keeps it for everything inside.
pub async fn attach(State(app): State<App>, request: Request, next: Next) -> Response {
    let id = secret::token::<12>(app.rng.as_ref()).unwrap_or_default();
    let header = HeaderValue::from_str(&id).ok();
    let mut response = CURRENT.scope(id, next.run(request)).await;
    if let Some(value) = header {
        response
            .headers_mut()
            .insert(HeaderName::from_static(REQUEST_ID), value);
    }
    response
}

//! No request holds a connection for ever.

use crate::problem::ApiError;
use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use eid_domain::problem::ProblemCode;
use std::time::Duration;

const LONGEST: Duration = Duration::from_secs(10);

/// Gives up after ten seconds; a transaction that was open is rolled back.
pub async fn enforce(request: Request, next: Next) -> Response {
    match tokio::time::timeout(LONGEST, next.run(request)).await {
        Ok(response) => response,
        Err(_) => ApiError::from(ProblemCode::Unavailable).into_response(),
    }
}

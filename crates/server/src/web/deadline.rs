//! No request holds a connection for ever.

use crate::problem::ApiError;
use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use eid_domain::{problem::ProblemCode, wire::batches::IMPORT_PATH};
use std::time::Duration;

const LONGEST: Duration = Duration::from_secs(10);
/// A file of 32 MB over a slow line.
const LONGEST_FILE: Duration = Duration::from_secs(600);

/// Gives up after ten seconds, or ten minutes where a file is brought; a transaction that was open is rolled back.
pub async fn enforce(request: Request, next: Next) -> Response {
    let longest = if request.uri().path() == IMPORT_PATH {
        LONGEST_FILE
    } else {
        LONGEST
    };
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => ApiError::from(ProblemCode::Unavailable).into_response(),
    }
}

//! A panic costs one request, not the server, and answers like every other fault.

use crate::{problem::ApiError, web::request_id};
use axum::response::{IntoResponse, Response};
use eid_domain::problem::ProblemCode;
use std::any::Any;

/// The answer to a request whose handler panicked. The panic's text may hold data and is not logged here.
pub fn answer(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!(request_id = %request_id::current(), "a handler panicked");
    ApiError::from(ProblemCode::Internal).into_response()
}

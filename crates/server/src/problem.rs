//! Everything that goes wrong leaves the server as one kind of answer: `application/problem+json`.

use crate::{rng::NoRandomness, web::request_id};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    field::FieldError,
    problem::{Problem, ProblemCode},
};
use eid_store::StoreError;

/// A refusal or a failure, ready to be answered.
#[derive(Debug)]
pub struct ApiError(Box<Problem>);

impl ApiError {
    /// The problem that will be answered, still without a request id.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.0
    }

    /// Our fault: logged with what was being done, answered without any detail.
    pub fn internal(doing: &'static str, error: &dyn std::fmt::Display) -> Self {
        tracing::error!(request_id = %request_id::current(), doing, %error, "internal error");
        ProblemCode::Internal.into()
    }

    /// A refusal at a field.
    #[must_use]
    pub fn field(field: &str, code: eid_domain::field::FieldCode) -> Self {
        Problem::invalid(vec![FieldError::new(field, code)]).into()
    }
}

impl From<Problem> for ApiError {
    fn from(problem: Problem) -> Self {
        Self(Box::new(problem))
    }
}

impl From<ProblemCode> for ApiError {
    fn from(code: ProblemCode) -> Self {
        Problem::new(code).into()
    }
}

impl From<Vec<FieldError>> for ApiError {
    fn from(fields: Vec<FieldError>) -> Self {
        Problem::invalid(fields).into()
    }
}

impl From<NoRandomness> for ApiError {
    fn from(error: NoRandomness) -> Self {
        Self::internal("randomness", &error)
    }
}

impl From<serde_json::Error> for ApiError {
    fn from(error: serde_json::Error) -> Self {
        Self::internal("json", &error)
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        match error {
            // Somebody else was faster; what was asked for was judged by what is not true any more.
            StoreError::Stale(_) => ProblemCode::StateConflict.into(),
            StoreError::Unavailable(_) | StoreError::Busy => {
                tracing::warn!(request_id = %request_id::current(), %error, "database out of reach");
                ProblemCode::Unavailable.into()
            }
            other => Self::internal("database", &other),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut problem = *self.0;
        problem.request_id = request_id::current();
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if let Some(seconds) = problem.retry_after_s {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

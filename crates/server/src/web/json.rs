//! JSON in, JSON out, problems for everything that is not.

use crate::{problem::ApiError, state::App};
use axum::{
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::problem::ProblemCode;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The body of a request that needs to say nothing: empty, or `{}`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// U+0000 as JSON writes it.
const NUL: &[u8] = br"\u0000";

/// Reads the whole body, within the router's limit.
///
/// # Errors
/// `body_too_large`, or `malformed_body` when the connection broke.
pub async fn read_body(request: Request, app: &App) -> Result<Bytes, ApiError> {
    Bytes::from_request(request, app)
        .await
        .map_err(|rejection| match rejection {
            BytesRejection::FailedToBufferBody(failure)
                if failure.status() == StatusCode::PAYLOAD_TOO_LARGE =>
            {
                ProblemCode::BodyTooLarge.into()
            }
            _ => ProblemCode::MalformedBody.into(),
        })
}

/// Parses a body that may be empty. What is wrong with it is not told: it may be a person's data.
///
/// # Errors
/// `unsupported_media_type` or `malformed_body`.
pub fn parse<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8]) -> Result<T, ApiError> {
    if !body.is_empty() && !is_json(headers) {
        return Err(ProblemCode::UnsupportedMediaType.into());
    }
    // PostgreSQL keeps no NUL in a text, and no field of ours means one.
    if body.windows(NUL.len()).any(|bytes| bytes == NUL) {
        return Err(ProblemCode::MalformedBody.into());
    }
    let body = if body.is_empty() { b"{}" } else { body };
    serde_json::from_slice(body).map_err(|_| ProblemCode::MalformedBody.into())
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    kind.split(';')
        .next()
        .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// A JSON answer.
#[derive(Clone, Copy, Debug)]
pub struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => bytes(StatusCode::OK, body),
            Err(error) => ApiError::from(error).into_response(),
        }
    }
}

/// A JSON answer whose bytes stand already.
pub fn bytes(status: StatusCode, body: impl Into<Bytes>) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body.into()).into_response()
}

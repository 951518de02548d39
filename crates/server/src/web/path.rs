//! Path parameters; one that does not parse names no resource.

use crate::problem::ApiError;
use axum::{extract::FromRequestParts, http::request::Parts};
use eid_domain::problem::ProblemCode;
use serde::de::DeserializeOwned;

/// The path's parameters, parsed.
#[derive(Clone, Copy, Debug)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        // PostgreSQL keeps no NUL in a text, so nothing is named with one.
        if parts.uri.path().contains("%00") {
            return Err(ProblemCode::NotFound.into());
        }
        let path = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        path.map(|path| Self(path.0))
            .map_err(|_| ProblemCode::NotFound.into())
    }
}

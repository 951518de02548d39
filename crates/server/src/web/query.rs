//! Query parameters.

use crate::problem::ApiError;
use axum::{extract::FromRequestParts, http::request::Parts};
use eid_domain::problem::ProblemCode;
use serde::de::DeserializeOwned;

/// The query, parsed.
#[derive(Clone, Copy, Debug)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        // PostgreSQL keeps no NUL in a text, so nothing is found by one.
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(ProblemCode::InvalidFields.into());
        }
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        query
            .map(|query| Self(query.0))
            .map_err(|_| ProblemCode::InvalidFields.into())
    }
}

//! `/api/desk/figures`: how many of what.

use super::{ApiError, Call, audit};
use eid_domain::wire::figures::{FiguresView, SetTarget};

/// The figures of some days, of one office or of all.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`
pub async fn read(query: &str) -> Result<FiguresView, ApiError> {
    Call::get(format!("/api/desk/figures{query}")).send().await
}

/// What is asked for, as a query; what is empty is left out.
pub fn query(from: &str, to: &str, office: &str) -> String {
    audit::query(&[("from", from), ("to", to), ("office", office)])
}

/// The address under which the same comes as a table.
pub fn csv_href(query: &str) -> String {
    format!("/api/desk/figures.csv{query}")
}

/// Sets what an office wants to reach.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `state_conflict`
pub async fn set_target(office: &str, target: &SetTarget) -> Result<(), ApiError> {
    Call::put(format!("/api/desk/figures/targets/{office}"), target)
        .send()
        .await
}

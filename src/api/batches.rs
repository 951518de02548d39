//! `/api/desk/batches` and `/api/desk/uncollected`: files to and from the ministry, and cards nobody has come for.

use super::{ApiError, Call};
use eid_domain::batch::{Format, Kind};
use eid_domain::wire::batches::{
    BatchRows, BatchView, BatchesView, IMPORT_PATH, TellUncollected, ToldUncollected, UncollectedView,
};
use eid_domain::wire::queue::BACKGROUND;

/// A file of 32 MB over a slow line.
const PATIENCE_MS: i32 = 600_000;

/// What waits, and the office's batches.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn list() -> Result<BatchesView, ApiError> {
    Call::get("/api/desk/batches")
        .header(BACKGROUND, "1")
        .send()
        .await
}

/// Everything that waits goes into one batch.
///
/// # Errors
/// `state_conflict` where nothing waits
pub async fn export() -> Result<BatchView, ApiError> {
    Call::post_empty("/api/desk/batches/export").send().await
}

/// Brings a file.
///
/// # Errors
/// `body_too_large`, `too_many_requests`
pub async fn import(kind: Kind, format: Format, name: &str, text: String) -> Result<BatchView, ApiError> {
    let kind = kind.as_str();
    let query = super::audit::query(&[("kind", kind), ("format", format.as_str()), ("name", name)]);
    let media = match format {
        Format::Csv => "text/csv",
        Format::Json => "application/json",
    };
    Call::post_text(format!("{IMPORT_PATH}{query}"), media, text, PATIENCE_MS)
        .send()
        .await
}

/// A batch; asked for by the page itself.
///
/// # Errors
/// `not_found`
pub async fn one(id: &str) -> Result<BatchView, ApiError> {
    Call::get(format!("/api/desk/batches/{id}"))
        .header(BACKGROUND, "1")
        .send()
        .await
}

/// The rows that are wrong, behind a place, so many at most.
///
/// # Errors
/// `not_found`
pub async fn rows(id: &str, after: u32, most: u32) -> Result<BatchRows, ApiError> {
    Call::get(format!("/api/desk/batches/{id}/rows?after={after}&most={most}"))
        .send()
        .await
}

/// Takes the good rows over.
///
/// # Errors
/// `state_conflict`
pub async fn confirm(id: &str) -> Result<BatchView, ApiError> {
    Call::post_empty(format!("/api/desk/batches/{id}/confirm"))
        .send()
        .await
}

/// Takes nothing over.
///
/// # Errors
/// `state_conflict`
pub async fn discard(id: &str) -> Result<BatchView, ApiError> {
    Call::post_empty(format!("/api/desk/batches/{id}/discard"))
        .send()
        .await
}

/// The address of an export's file.
pub fn file_href(id: &str, format: Format) -> String {
    format!("/api/desk/batches/{id}/file?format={format}")
}

/// The address of what the simulated ministry sends back about an export.
pub fn answer_href(id: &str, kind: Kind) -> String {
    format!("/api/dev/batches/{id}/{kind}?format=csv")
}

/// Cards that nobody has come for.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn uncollected() -> Result<UncollectedView, ApiError> {
    Call::get("/api/desk/uncollected")
        .header(BACKGROUND, "1")
        .send()
        .await
}

/// Writes to people whose cards wait.
///
/// # Errors
/// `not_allowed`, `invalid_fields`
pub async fn tell_uncollected(references: Vec<String>) -> Result<ToldUncollected, ApiError> {
    Call::post("/api/desk/uncollected/messages", &TellUncollected { references })
        .send()
        .await
}

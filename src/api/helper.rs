//! `/api/account/helper` and `/api/desk/helper-sessions`: letting the help desk look along, and looking.

use super::{ApiError, Call};
use eid_domain::wire::helper::{
    EnterHelperCode, HelperCode, HelperGoesOn, HelperOpened, HelperPart, HelperView, LookAlong, MyHelper,
};

/// A code for the helper; ends whatever was open.
///
/// # Errors
/// `not_signed_in`, `too_many_requests`
pub async fn ask() -> Result<HelperCode, ApiError> {
    Call::post_empty("/api/account/helper").send().await
}

/// How far it is, and every look.
///
/// # Errors
/// `not_signed_in`
pub async fn mine() -> Result<MyHelper, ApiError> {
    Call::get("/api/account/helper").send().await
}

/// Ends it.
///
/// # Errors
/// `not_signed_in`
pub async fn stop() -> Result<(), ApiError> {
    Call::delete("/api/account/helper").send().await
}

/// Enters the code that somebody has read out.
///
/// # Errors
/// `invalid_fields`, `code_wrong`, `locked_out`
pub async fn begin(given: &EnterHelperCode) -> Result<HelperOpened, ApiError> {
    Call::post("/api/desk/helper-sessions", given).send().await
}

/// Whether it goes on.
///
/// # Errors
/// `journey_expired`
pub async fn goes_on(id: &str) -> Result<HelperGoesOn, ApiError> {
    Call::get(format!("/api/desk/helper-sessions/{id}")).send().await
}

/// Looks at one part.
///
/// # Errors
/// `journey_expired`
pub async fn look(id: &str, part: HelperPart) -> Result<HelperView, ApiError> {
    let path = format!("/api/desk/helper-sessions/{id}/looks");
    Call::post(path, &LookAlong { part }).send().await
}

/// The helper is done.
///
/// # Errors
/// `journey_expired`
pub async fn end(id: &str) -> Result<(), ApiError> {
    Call::delete(format!("/api/desk/helper-sessions/{id}"))
        .send()
        .await
}

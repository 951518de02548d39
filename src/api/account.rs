//! `/api/session` and `/api/account`: the citizen's own account.

use super::{ApiError, Call};
use crate::i18n::lang;
use eid_domain::wire::account::{AccountView, LockByLink, NotMe, NotMeDone, SignIn};
use eid_domain::wire::devices::{
    ChangeDevice, DeviceCode, DeviceCodeSent, SendDeviceCode, Sessions, SignedIn,
};
use jiff::Timestamp;

/// Signs in, or says what is still to come.
///
/// # Errors
/// `sign_in_refused`, `locked_out`, `account_locked`
pub async fn sign_in(given: &SignIn) -> Result<SignedIn, ApiError> {
    Call::post("/api/session", given).send().await
}

/// Has a code sent to the phone of the account, after the password.
///
/// # Errors
/// `not_signed_in`, `too_many_requests`
pub async fn send_device_code() -> Result<DeviceCodeSent, ApiError> {
    Call::post("/api/session/device/code", &SendDeviceCode { lang: lang() })
        .send()
        .await
}

/// Moves the account to this device, or opens what its owner has locked.
///
/// # Errors
/// `not_signed_in`, `code_wrong`, `code_expired`, `invalid_fields`, `locked_out`
pub async fn change_device(given: &ChangeDevice) -> Result<SignedIn, ApiError> {
    Call::post("/api/session/device", given).send().await
}

/// Signs out.
///
/// # Errors
/// [`ApiError`]
pub async fn sign_out() -> Result<(), ApiError> {
    Call::delete("/api/session").send().await
}

/// The account of the person signed in.
///
/// # Errors
/// `not_signed_in`
pub async fn get() -> Result<AccountView, ApiError> {
    Call::get("/api/account").send().await
}

/// Where the person is signed in.
///
/// # Errors
/// `not_signed_in`
pub async fn sessions() -> Result<Sessions, ApiError> {
    Call::get("/api/account/sessions").send().await
}

/// Signs out where the person is signed in elsewhere.
///
/// # Errors
/// `not_signed_in`, `not_found`
pub async fn end_session(id: &str) -> Result<(), ApiError> {
    Call::delete(format!("/api/account/sessions/{id}")).send().await
}

/// Signs out everywhere, here too.
///
/// # Errors
/// `not_signed_in`
pub async fn end_sessions() -> Result<(), ApiError> {
    Call::delete("/api/account/sessions").send().await
}

/// A code for the new device, shown by this one.
///
/// # Errors
/// `not_signed_in`, `too_many_requests`
pub async fn device_code() -> Result<DeviceCode, ApiError> {
    Call::post_empty("/api/account/device-code").send().await
}

/// Locks the account, and signs out everywhere.
///
/// # Errors
/// `not_signed_in`, `state_conflict`
pub async fn lock() -> Result<(), ApiError> {
    Call::post_empty("/api/account/lock").send().await
}

/// "This was not me": locks the account and asks the office to look into it.
///
/// # Errors
/// `not_signed_in`, `state_conflict`
pub async fn not_me(at: Timestamp) -> Result<NotMeDone, ApiError> {
    Call::post("/api/account/not-me", &NotMe { at }).send().await
}

/// Locks the account of a message by its link.
///
/// # Errors
/// `no_match`, `too_many_requests`
pub async fn lock_by_link(key: String) -> Result<NotMeDone, ApiError> {
    Call::post("/api/lock-links", &LockByLink { key }).send().await
}

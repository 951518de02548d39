//! `/api/account/phone` and the desk's way: another phone for an account.

use super::{ApiError, Call};
use crate::i18n::lang;
use eid_domain::wire::desk::DeskDossier;
use eid_domain::wire::lost_phone::{ChangeLostPhone, LostPhoneChanged};
use eid_domain::wire::new_phone::{
    ChangeAccountPhone, NewPhoneCode, NewPhoneView, ResendNewPhone, StartNewPhone,
};

/// Begins: a code goes to the number until now.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`, `too_many_requests`
pub async fn start(given: &StartNewPhone) -> Result<NewPhoneView, ApiError> {
    Call::post("/api/account/phone", given).send().await
}

/// Gives the code that was sent last.
///
/// # Errors
/// `not_signed_in`, `journey_expired`, `invalid_fields`, `code_wrong`, `code_expired`, `too_many_requests`
pub async fn code(code: String) -> Result<NewPhoneView, ApiError> {
    Call::post("/api/account/phone/code", &NewPhoneCode { code })
        .send()
        .await
}

/// Has another code sent.
///
/// # Errors
/// `not_signed_in`, `journey_expired`, `too_many_requests`
pub async fn resend() -> Result<NewPhoneView, ApiError> {
    Call::post("/api/account/phone/resend", &ResendNewPhone { lang: lang() })
        .send()
        .await
}

/// At the counter, for who has lost the number.
///
/// # Errors
/// `not_allowed`, `no_match`, `invalid_fields`, `state_conflict`, `too_many_requests`
pub async fn at_desk(reference: &str, given: &ChangeAccountPhone) -> Result<DeskDossier, ApiError> {
    Call::post(format!("/api/desk/dossiers/{reference}/account-phone"), given)
        .send()
        .await
}

/// The same by the card, at whatever office.
///
/// # Errors
/// `not_allowed`, `no_match`, `invalid_fields`, `state_conflict`, `too_many_requests`
pub async fn lost(given: &ChangeLostPhone) -> Result<LostPhoneChanged, ApiError> {
    Call::post("/api/desk/account-phone", given).send().await
}

//! `/api/account/aid`, `/api/desk/aid` and `/api/bookings/exemption`: social assistance.

use super::{ApiError, Call};
use eid_domain::wire::aid::{
    AidList, AidListView, AidPeopleView, AidView, AskExemption, ConfirmAidList, KnownExemption, LinkPayout,
    RemovePayout, TellAid,
};
use eid_domain::wire::batches::ToldUncollected;
use eid_domain::wire::queue::BACKGROUND;

/// The social assistance of who is signed in.
///
/// # Errors
/// `not_signed_in`, `state_conflict`
pub async fn get() -> Result<AidView, ApiError> {
    Call::get("/api/account/aid").send().await
}

/// Links an account at a bank or wallet.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`, `state_conflict`
pub async fn link(wanted: &LinkPayout) -> Result<AidView, ApiError> {
    Call::put("/api/account/aid/payout", wanted).send().await
}

/// Links none.
///
/// # Errors
/// As [`link`].
pub async fn remove(wanted: &RemovePayout) -> Result<AidView, ApiError> {
    Call::post("/api/account/aid/payout/remove", wanted).send().await
}

/// What frees a person from the fee, for who has proved the right phone.
///
/// # Errors
/// `phone_not_proved`, `invalid_fields`, `too_many_requests`
pub async fn exemption(asked: &AskExemption) -> Result<KnownExemption, ApiError> {
    Call::post("/api/bookings/exemption", asked).send().await
}

/// People on the own office's lists to whom something is missing.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn people() -> Result<AidPeopleView, ApiError> {
    Call::get("/api/desk/aid").header(BACKGROUND, "1").send().await
}

/// What would become of a list.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `body_too_large`
pub async fn preview(list: &AidList) -> Result<AidListView, ApiError> {
    Call::post("/api/desk/aid/preview", list).send().await
}

/// Takes over what was seen.
///
/// # Errors
/// As [`preview`]; `state_conflict` where something has changed since.
pub async fn confirm(list: &ConfirmAidList) -> Result<AidListView, ApiError> {
    Call::post("/api/desk/aid", list).send().await
}

/// Writes to people.
///
/// # Errors
/// `not_allowed`, `invalid_fields`, `too_many_requests`
pub async fn tell(ids: Vec<String>) -> Result<ToldUncollected, ApiError> {
    Call::post("/api/desk/aid/messages", &TellAid { ids })
        .send()
        .await
}

//! `/api/home-visits`: who cannot walk asks for a team; `/api/desk/home-visits`: the planner answers.

use super::{ApiError, Call};
use eid_domain::campaign::HomeLook;
use eid_domain::wire::home_visits::{
    HomeVisitMade, HomeVisitRow, HomeVisitView, HomeVisitsPlanned, HomeVisitsView, NewHomeVisit,
    PlanHomeVisits, RefuseHomeVisit, RevealHomeVisit,
};

/// Asks for a visit.
///
/// # Errors
/// `invalid_fields`, `phone_not_proved`, `booking_exists`, `too_many_requests`
pub async fn ask(wish: &NewHomeVisit) -> Result<HomeVisitMade, ApiError> {
    Call::post("/api/home-visits", wish).send().await
}

/// Where a wish stands.
///
/// # Errors
/// `no_match`
pub async fn get(reference: &str, key: &str) -> Result<HomeVisitView, ApiError> {
    Call::get(format!("/api/home-visits/{reference}"))
        .access_key(key)
        .send()
        .await
}

/// Takes it back.
///
/// # Errors
/// `no_match`, `state_conflict`
pub async fn withdraw(reference: &str, key: &str) -> Result<HomeVisitView, ApiError> {
    Call::post_empty(format!("/api/home-visits/{reference}/withdraw"))
        .access_key(key)
        .send()
        .await
}

/// Open wishes in the own province.
///
/// # Errors
/// `not_signed_in`, `not_allowed`
pub async fn open() -> Result<HomeVisitsView, ApiError> {
    Call::get("/api/desk/home-visits").send().await
}

/// Shows one, for a reason.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `state_conflict`
pub async fn reveal(reference: &str, reason: HomeLook) -> Result<HomeVisitRow, ApiError> {
    let path = format!("/api/desk/home-visits/{reference}/reveal");
    Call::post(path, &RevealHomeVisit { reason }).send().await
}

/// Puts people onto a stop.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `state_conflict`, `slot_taken`, `booking_exists`
pub async fn plan(wanted: &PlanHomeVisits) -> Result<HomeVisitsPlanned, ApiError> {
    Call::post("/api/desk/home-visits/plan", wanted).send().await
}

/// It cannot be done.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`, `invalid_fields`, `state_conflict`
pub async fn refuse(reference: &str, reason: &str) -> Result<(), ApiError> {
    let refusal = RefuseHomeVisit {
        reason: reason.to_owned(),
    };
    Call::post(format!("/api/desk/home-visits/{reference}/refuse"), &refusal)
        .send()
        .await
}

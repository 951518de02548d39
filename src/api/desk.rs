//! `/api/desk`: what staff see and do.

use super::{ApiError, Call};
use eid_domain::delivery::ReturnReason;
use eid_domain::wire::acting::Acting;
use eid_domain::wire::delivery::{GivenToPost, PostReturned};
use eid_domain::wire::desk::{
    CardsView, DayView, DeskDossier, LookReason, Ministry, Reveal, StaffSignIn, StaffView,
};
use eid_domain::wire::hand_over::HandOver;
use eid_domain::wire::intake::{AskCorrection, Receive, WithReason};
use eid_domain::wire::queue::BACKGROUND;
use eid_domain::wire::search::{Search, SearchResult};
use eid_domain::wire::second_factor::StaffSignedIn;
use eid_domain::wire::staff_admin::ChangePassword;
use jiff::civil::Date;
use serde::Serialize;

/// Signs in, or says what is still to come.
///
/// # Errors
/// `sign_in_refused`, `locked_out`
pub async fn sign_in(given: &StaffSignIn) -> Result<StaffSignedIn, ApiError> {
    Call::post("/api/desk/session", given).send().await
}

/// Changes one's own password.
///
/// # Errors
/// `sign_in_refused`, `invalid_fields`, `locked_out`
pub async fn change_password(given: &ChangePassword) -> Result<(), ApiError> {
    Call::put("/api/desk/password", given).send().await
}

/// Signs out.
///
/// # Errors
/// [`ApiError`]
pub async fn sign_out() -> Result<(), ApiError> {
    Call::delete("/api/desk/session").send().await
}

/// Who is signed in.
///
/// # Errors
/// `not_signed_in`
pub async fn who() -> Result<StaffView, ApiError> {
    Call::get("/api/desk/session").send().await
}

/// The day at the officer's office; today where no date is given.
///
/// # Errors
/// `not_signed_in`
pub async fn day(date: Option<Date>) -> Result<DayView, ApiError> {
    let query = date.map(|date| format!("?date={date}")).unwrap_or_default();
    Call::get(format!("/api/desk/day{query}")).send().await
}

/// The same, asked for by the page itself.
///
/// # Errors
/// `not_signed_in`
pub async fn look_at_day(date: Option<Date>) -> Result<DayView, ApiError> {
    let query = date.map(|date| format!("?date={date}")).unwrap_or_default();
    Call::get(format!("/api/desk/day{query}"))
        .header(BACKGROUND, "1")
        .send()
        .await
}

/// Cards on the way to or at the office.
///
/// # Errors
/// `not_signed_in`
pub async fn cards() -> Result<CardsView, ApiError> {
    Call::get("/api/desk/cards").send().await
}

/// The same, asked for by the page itself.
///
/// # Errors
/// `not_signed_in`
pub async fn look_at_cards() -> Result<CardsView, ApiError> {
    Call::get("/api/desk/cards").header(BACKGROUND, "1").send().await
}

/// Where it is told that something has happened to a dossier; nothing that could be in no address is in this one.
#[must_use]
pub fn dossier_events(reference: &str) -> String {
    format!("/api/desk/dossiers/{reference}/events")
}

/// Where it is told that cards have moved.
pub const CARDS_EVENTS: &str = "/api/desk/cards/events";

/// One dossier, masked unless revealed.
///
/// # Errors
/// `not_signed_in`, `no_match`
pub async fn dossier(reference: &str) -> Result<DeskDossier, ApiError> {
    Call::get(format!("/api/desk/dossiers/{reference}")).send().await
}

/// The same, asked for by the page itself.
///
/// # Errors
/// `not_signed_in`, `no_match`
pub async fn look_at_dossier(reference: &str) -> Result<DeskDossier, ApiError> {
    Call::get(format!("/api/desk/dossiers/{reference}"))
        .header(BACKGROUND, "1")
        .send()
        .await
}

/// Shows the person's data, for a reason.
///
/// # Errors
/// `not_allowed`
pub async fn reveal(reference: &str, reason: LookReason) -> Result<DeskDossier, ApiError> {
    act(reference, "reveal", &Reveal { reason }).await
}

/// Borrows a key to the person's own page, to do there for them what they could.
///
/// # Errors
/// `not_allowed`, `too_many_requests`; `state_conflict` where no reason was given in this session
pub async fn borrow(reference: &str) -> Result<Acting, ApiError> {
    Call::post_empty(format!("/api/desk/dossiers/{reference}/act"))
        .send()
        .await
}

/// Records the intake.
///
/// # Errors
/// `state_conflict`, `invalid_fields`
pub async fn receive(reference: &str, done: &Receive) -> Result<DeskDossier, ApiError> {
    act(reference, "receive", done).await
}

/// The person at the office does not go on.
///
/// # Errors
/// `state_conflict`, `invalid_fields`
pub async fn withdraw(reference: &str, reason: &str) -> Result<DeskDossier, ApiError> {
    let reason = reason.to_owned();
    act(reference, "withdraw", &WithReason { reason }).await
}

/// Refuses in writing.
///
/// # Errors
/// `state_conflict`, `invalid_fields`
pub async fn refuse(reference: &str, reason: &str) -> Result<DeskDossier, ApiError> {
    let reason = reason.to_owned();
    act(reference, "refuse", &WithReason { reason }).await
}

/// Sends the person to correct something first.
///
/// # Errors
/// `state_conflict`, `invalid_fields`
pub async fn ask_correction(reference: &str, asked: &AskCorrection) -> Result<DeskDossier, ApiError> {
    act(reference, "data-correction", asked).await
}

/// The card goes into somebody's hands.
///
/// # Errors
/// `state_conflict`, `invalid_fields`
pub async fn hand_over(reference: &str, given: &HandOver) -> Result<DeskDossier, ApiError> {
    act(reference, "hand-over", given).await
}

/// The card was given to the post.
///
/// # Errors
/// `state_conflict`, `invalid_fields`
pub async fn give_to_post(reference: &str, given: &GivenToPost) -> Result<DeskDossier, ApiError> {
    act(reference, "post", given).await
}

/// The post has brought the card back.
///
/// # Errors
/// `state_conflict`
pub async fn post_returned(reference: &str, reason: ReturnReason) -> Result<DeskDossier, ApiError> {
    act(reference, "post-returned", &PostReturned { reason }).await
}

/// A step that needs nothing but the press of a button.
///
/// # Errors
/// `state_conflict`
pub async fn step(reference: &str, step: PlainStep) -> Result<DeskDossier, ApiError> {
    Call::post_empty(format!("/api/desk/dossiers/{reference}/{}", step.path()))
        .send()
        .await
}

async fn act<B: Serialize>(reference: &str, action: &str, body: &B) -> Result<DeskDossier, ApiError> {
    Call::post(format!("/api/desk/dossiers/{reference}/{action}"), body)
        .send()
        .await
}

/// Steps without a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlainStep {
    /// The person has come.
    CheckIn,
    /// The person has not come after all, or has left again.
    UndoCheckIn,
    /// The intake begins.
    StartIntake,
    /// The card is at the office.
    CardArrived,
    /// The post has handed the card over.
    PostDelivered,
    /// The seven days begin anew.
    ReopenActivation,
}

impl PlainStep {
    const fn path(self) -> &'static str {
        match self {
            Self::CheckIn => "check-in",
            Self::UndoCheckIn => "undo-check-in",
            Self::StartIntake => "start-intake",
            Self::CardArrived => "card-arrived",
            Self::PostDelivered => "post-delivered",
            Self::ReopenActivation => "reopen-activation",
        }
    }
}

/// Finds dossiers without a reference.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`
pub async fn search(wanted: &Search) -> Result<SearchResult, ApiError> {
    Call::post("/api/desk/search", wanted).send().await
}

/// The simulated ministry.
///
/// # Errors
/// `not_found` on a server without demo data
pub async fn ministry() -> Result<Ministry, ApiError> {
    Call::get("/api/desk/ministry").send().await
}

/// Sets the pace of the simulated ministry.
///
/// # Errors
/// `not_found` on a server without demo data
pub async fn set_ministry(wanted: Ministry) -> Result<Ministry, ApiError> {
    Call::put("/api/desk/ministry", &wanted).send().await
}

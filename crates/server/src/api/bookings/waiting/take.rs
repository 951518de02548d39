//! `POST /api/bookings/{reference}/waiting/take`.

use super::view;
use crate::{
    app::{
        keys::{self, AccessKey, Link},
        moves, waiting as queue_of,
    },
    notices::Kind,
    problem::ApiError,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::waiting::{AnswerOffer, WaitingView},
};
use eid_store::{
    holds::{self, Moved},
    waiting::{self, EntryState, OfferState},
};

/// Takes the place that is kept, and gives the old one back; it goes to the next who waits. Not counted as a change by
/// the person.
///
/// # Errors
/// `no_match`; `hold_expired` where the place is not kept any more; `change_not_allowed` without a visit to come.
#[utoipa::path(post, path = "/api/bookings/{reference}/waiting/take", tag = "waiting",
    params(("reference" = String, Path)), request_body = AnswerOffer, security(("access_key" = [])), responses(
    (status = 200, body = WaitingView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"),
    (status = 410, body = Problem, description = "`hold_expired`")))]
pub async fn take(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
    Mutation { body, once }: Mutation<AnswerOffer>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let (mut dossier, manages) = keys::open_for(&mut tx, &reference, &key, Link::Offer, now).await?;
    waiting::lock_visit(&mut tx, &dossier.id).await?;
    let visit = view::booked(&mut tx, &dossier).await?;
    let visit = visit.ok_or(ApiError::from(ProblemCode::ChangeNotAllowed))?;
    let offer = view::answered(&mut tx, &dossier, &body.offer_id, now).await?;
    if !waiting::settle(&mut tx, &offer, OfferState::Taken, now).await? {
        return Err(ProblemCode::HoldExpired.into());
    }
    waiting::end(&mut tx, &offer.entry_id, EntryState::Taken, now).await?;
    let place = match holds::move_booked(&mut tx, &visit.reservation_id, &offer.reservation_id, now).await? {
        Moved::To(place) => place,
        Moved::NotHeld => return Err(ProblemCode::HoldExpired.into()),
        Moved::NotBooked => return Err(ProblemCode::StateConflict.into()),
    };
    moves::relocate(&app, &mut tx, &mut dossier, &visit, &place, now).await?;
    let to = (place.office_id.as_str(), place.starts_at);
    moves::tell(&app, &mut tx, &dossier, Kind::Moved, to, now).await?;
    queue_of::nudge(&app, &mut tx, &visit.office_id, now).await?;
    let seen = view::of(&app, &mut tx, &dossier, manages, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.days.forget(&visit.office_id);
    app.days.forget(&place.office_id);
    app.wake.notify_one();
    answer
}

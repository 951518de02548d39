//! `POST /api/bookings/{reference}/waiting/take`.

use super::{family, view};
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
    Tx,
    dossiers::{self, Dossier},
    holds::{self, Moved},
    waiting::{self, EntryState, OfferState},
};
use jiff::Timestamp;

/// Takes the place that is kept, and gives the old one back; it goes to the next who waits. Not counted as a change by
/// the person. Of a family that is moved as one, one takes the window for all.
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
    let changed = match family::of(&mut tx, &dossier).await? {
        Some(family_id) => {
            let changed = family::take(&app, &mut tx, &family_id, &body.offer_id, now).await?;
            if let Some(moved) = dossiers::by_id(&mut tx, &dossier.id).await? {
                dossier = moved;
            }
            changed
        }
        None => alone(&app, &mut tx, &mut dossier, &body.offer_id, now).await?,
    };
    let seen = view::of(&app, &mut tx, &dossier, manages, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    changed.iter().for_each(|office| app.days.forget(office));
    app.wake.notify_one();
    answer
}

/// Takes it for one person. Returns the offices whose free places have changed.
async fn alone(
    app: &App,
    tx: &mut Tx,
    dossier: &mut Dossier,
    offer_id: &str,
    now: Timestamp,
) -> Result<Vec<String>, ApiError> {
    waiting::lock_visit(tx, &dossier.id).await?;
    let visit = view::booked(tx, dossier).await?;
    let visit = visit.ok_or(ApiError::from(ProblemCode::ChangeNotAllowed))?;
    let offer = view::answered(tx, dossier, offer_id, now).await?;
    if !waiting::settle(tx, &offer, OfferState::Taken, now).await? {
        return Err(ProblemCode::HoldExpired.into());
    }
    waiting::end(tx, &offer.entry_id, EntryState::Taken, now).await?;
    let place = match holds::move_booked(tx, &visit.reservation_id, &offer.reservation_id, now).await? {
        Moved::To(place) => place,
        Moved::NotHeld => return Err(ProblemCode::HoldExpired.into()),
        Moved::NotBooked => return Err(ProblemCode::StateConflict.into()),
    };
    moves::relocate(app, tx, dossier, &visit, &place, now).await?;
    let to = (place.office_id.as_str(), place.starts_at);
    moves::tell(app, tx, dossier, Kind::Moved, to, now).await?;
    queue_of::nudge(app, tx, &visit.office_id, now).await?;
    Ok(vec![visit.office_id, place.office_id])
}

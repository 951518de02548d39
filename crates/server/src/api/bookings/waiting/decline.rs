//! `POST /api/bookings/{reference}/waiting/decline`.

use super::{family, view};
use crate::{
    app::{
        audit::{self, Done},
        keys::{self, AccessKey, Link},
        waiting as queue_of,
    },
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
    dossiers::Dossier,
    waiting::{self, OfferState},
};
use jiff::Timestamp;

/// Says no to the place that is kept. It goes to the next; the person keeps their turn for others. Of a family that is
/// moved as one, one says no for all.
///
/// # Errors
/// `no_match`; `hold_expired` where it is not kept any more.
#[utoipa::path(post, path = "/api/bookings/{reference}/waiting/decline", tag = "waiting",
    params(("reference" = String, Path)), request_body = AnswerOffer, security(("access_key" = [])), responses(
    (status = 200, body = WaitingView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 410, body = Problem, description = "`hold_expired`")))]
pub async fn decline(
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
    let (dossier, manages) = keys::open_for(&mut tx, &reference, &key, Link::Offer, now).await?;
    match family::of(&mut tx, &dossier).await? {
        Some(family_id) => family::decline(&app, &mut tx, &family_id, &body.offer_id, now).await?,
        None => alone(&app, &mut tx, &dossier, &body.offer_id, now).await?,
    }
    let done = Done::by_owner(&dossier.id, "waiting.decline");
    audit::note(&app, &mut tx, now, done).await?;
    let seen = view::of(&app, &mut tx, &dossier, manages, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.wake.notify_one();
    answer
}

/// Says no for one person.
async fn alone(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    offer_id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    waiting::lock_visit(tx, &dossier.id).await?;
    let offer = view::answered(tx, dossier, offer_id, now).await?;
    if !waiting::settle(tx, &offer, OfferState::Declined, now).await? {
        return Err(ProblemCode::HoldExpired.into());
    }
    queue_of::pass_on(app, tx, &offer, now).await?;
    let entry = waiting::entry(tx, &offer.entry_id).await?;
    for office in entry.map(|entry| entry.offices).unwrap_or_default() {
        // Another place may suit.
        queue_of::nudge(app, tx, &office, now).await?;
    }
    Ok(())
}

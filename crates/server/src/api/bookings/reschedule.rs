//! `POST /api/bookings/{reference}/reschedule`.

use crate::{
    app::{
        assist::Helper,
        audit::{self, Done},
        keys::{self, AccessKey},
        moves, view, visits, waiting,
    },
    notices::Kind,
    problem::ApiError,
    secret,
    state::App,
    web::{
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::{
        bookings::Reschedule,
        dossiers::{AccessScope, DossierView},
    },
};
use eid_store::{
    appointments::AppointmentState,
    dossiers::Dossier,
    holds::{self, Moved},
    waiting as stored_waiting,
};

/// Moves a visit to a held place. The visit stays the same appointment. Who must come again with what was asked for, and
/// has no visit to come, gets one there. A contact number typed on the way is kept with it.
///
/// # Errors
/// `no_match`, `hold_expired`, `change_not_allowed`; `invalid_fields` at `contact_phone`.
#[utoipa::path(post, path = "/api/bookings/{reference}/reschedule", tag = "booking",
    params(("reference" = String, Path)), request_body = Reschedule, security(("access_key" = [])), responses(
    (status = 200, body = DossierView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"),
    (status = 410, body = Problem, description = "`hold_expired`"),
    (status = 422, body = Problem, description = "`invalid_fields`")))]
pub async fn reschedule(
    State(app): State<App>,
    Path(reference): Path<String>,
    key: AccessKey,
    helper: Helper,
    Mutation { body, once }: Mutation<Reschedule>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let contact = body.contact()?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut dossier = keys::open_to_change(&mut tx, &reference, &key, now).await?;
    stored_waiting::lock_visit(&mut tx, &dossier.id).await?;
    let movable = moves::movable(&mut tx, &dossier, now).await?;
    let visit = &movable.visit;
    let hash = secret::digest(&body.hold_id);
    let held = holds::get(&mut tx, &hash).await?.filter(|held| held.is_held(now));
    let held = held.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
    helper.may_book(&held)?;
    // Who brings what was asked for brings it to the office that has the dossier.
    let elsewhere =
        movable.state.asks_to_return() && app.catalog.home_of(&held.office_id) != dossier.office_id;
    if !moves::fits(&app, &dossier, &held)? || elsewhere {
        return Err(ProblemCode::ChangeNotAllowed.into());
    }
    let known = dossier.contact_phone.clone();
    if let Some(contact) = contact.filter(|new| dossier.contact_phone.as_deref() != Some(new.as_str())) {
        // Stored by the step that follows.
        dossier.contact_phone = Some(contact.as_str().to_owned());
        let done = Done::by_owner(&dossier.id, "dossier.contact");
        audit::note(&app, &mut tx, now, done).await?;
    }
    let place = if visit.state == AppointmentState::Booked {
        stored_waiting::lock_change(&mut tx, &dossier.id, &[&visit.reservation_id, &hash]).await?;
        let place = match holds::move_booked(&mut tx, &visit.reservation_id, &hash, now).await? {
            Moved::To(place) => place,
            Moved::NotHeld => return Err(ProblemCode::HoldExpired.into()),
            Moved::NotBooked => return Err(ProblemCode::StateConflict.into()),
        };
        dossier.reschedules += u32::from(movable.counts());
        moves::relocate(&app, &mut tx, &mut dossier, visit, &place, now).await?;
        waiting::after_move(&app, &mut tx, &dossier.id, place.starts_at, now).await?;
        waiting::nudge(&app, &mut tx, &visit.office_id, now).await?;
        place
    } else {
        let place = holds::book(&mut tx, &hash, now).await?;
        let place = place.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
        visits::insert(&app, &mut tx, &dossier.id, &place, now).await?;
        moves::settle(&app, &mut tx, &mut dossier, &place, now).await?;
        place
    };
    let to = (place.office_id.as_str(), place.starts_at);
    // To the numbers known before: who puts another one there cannot keep the owner from learning of the move.
    let told = Dossier {
        contact_phone: known,
        ..dossier.clone()
    };
    moves::tell(&app, &mut tx, &told, Kind::Moved, to, now).await?;
    let seen = view::of(&app, &mut tx, &dossier, AccessScope::Manage, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.days.forget(&visit.office_id);
    app.days.forget(&place.office_id);
    app.wake.notify_one();
    answer
}

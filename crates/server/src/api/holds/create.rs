//! `POST /api/holds`.

use super::view;
use crate::{
    app::{
        assist::{self, Helper},
        ids,
        keys::{self, AccessKey},
        plan::{self, Stretch},
    },
    problem::ApiError,
    proof, secret,
    state::App,
    web::{
        client::Proved,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    booking::{hold_until, is_bookable},
    calendar::{office_date, office_timestamp},
    capacity::is_released,
    office::Office,
    problem::{Problem, ProblemCode},
    wire::holds::{Hold, NewHold},
};
use eid_store::holds::{self, Taken, Way};
use jiff::Timestamp;

/// Keeps a place for ten minutes. A place of a stop that is not public is kept for who has a visit there already, shown by
/// their access key.
///
/// # Errors
/// `slot_not_offered`, `slot_taken`, `proof_required`, `too_many_requests`.
#[utoipa::path(post, path = "/api/holds", tag = "booking", request_body = NewHold, responses(
    (status = 201, body = Hold), (status = 409, body = Problem, description = "`slot_taken`"),
    (status = 422, body = Problem, description = "`slot_not_offered`"),
    (status = 429, body = Problem, description = "`proof_required`, `too_many_requests`")))]
pub async fn create(
    State(app): State<App>,
    who: Proved,
    key: AccessKey,
    helper: Helper,
    Mutation { body: wanted, once }: Mutation<NewHold>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let not_offered = || ApiError::from(ProblemCode::SlotNotOffered);
    let office = app
        .catalog
        .office_of_path(&wanted.office_id)
        .map_err(|_| not_offered())?;
    let visit = visit(&app, &office, &wanted, now)?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let for_all = app.catalog.open_to_all(&wanted.office_id).is_some();
    if !for_all && !keys::has_visit_at(&mut tx, &key, &wanted.office_id, now).await? {
        return Err(not_offered());
    }
    if !helper.spend(&app, &mut tx, now).await? {
        proof::spend(&app, &mut tx, &app.config.limits.hold_source, &who, now).await?;
    }
    let token = ids::handle(app.rng.as_ref())?;
    let place = holds::NewHold {
        id: &secret::digest(&token),
        office_id: &wanted.office_id,
        starts_at: office_timestamp(wanted.starts_at),
        capacities: &visit.capacities,
        service: wanted.service.as_str(),
        age_group: wanted.age_group.as_str(),
        expires_at: hold_until(now),
        source_hash: &who.source,
        now,
    };
    let way = Way {
        channel: assist::stored(helper.channel_at(&office)),
        kept: &visit.kept,
    };
    let Taken::Held(held) = holds::create_by(&mut tx, &place, &way).await? else {
        app.days.forget(&wanted.office_id);
        return Err(ProblemCode::SlotTaken.into());
    };
    let answer = once
        .finish(tx, StatusCode::CREATED, &view::hold(token, held, now))
        .await;
    app.days.forget(&wanted.office_id);
    answer
}

/// The places of each tick of the visit by the office's plan.
fn visit(app: &App, office: &Office, wanted: &NewHold, now: Timestamp) -> Result<Stretch, ApiError> {
    let not_offered = || ApiError::from(ProblemCode::SlotNotOffered);
    let date = wanted.starts_at.date();
    if !is_bookable(date, office_date(now)) || !is_released(office.id.as_str(), date, now) {
        return Err(not_offered());
    }
    let needed = usize::from(office.visit_lengths.ticks(wanted.service, wanted.age_group));
    let ticks = plan::ticks(office, &app.catalog.calendar(), date);
    let first = ticks
        .iter()
        .position(|tick| tick.start == wanted.starts_at.time())
        .ok_or_else(not_offered)?;
    let visit = ticks.get(first..first + needed).ok_or_else(not_offered)?;
    // One session after another may leave a gap (noon) within these ticks.
    let minutes = visit.last().map_or(0, |last| {
        wanted.starts_at.time().duration_until(last.start).as_mins()
    });
    let unbroken = usize::try_from(minutes / 10).is_ok_and(|steps| steps + 1 == needed);
    if !unbroken || visit.iter().any(|tick| tick.capacity == 0) {
        return Err(not_offered());
    }
    let kept = plan::kept(office, &ticks, date, &app.config.assisted_share, now);
    Stretch::of(&ticks, &kept, first, needed).ok_or_else(not_offered)
}

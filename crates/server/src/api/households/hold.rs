//! `POST /api/household-holds`.

use super::view;
use crate::{
    app::{
        assist::Helper,
        availability::Asking,
        family_window::{self, Wanted},
        ids, plan,
    },
    limits,
    problem::ApiError,
    proof,
    state::App,
    web::{
        client::Proved,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    booking::hold_until,
    capacity::{FreeTick, Tick, is_released},
    household::window_at,
    problem::{Problem, ProblemCode},
    wire::household::{HouseholdHold, NewHouseholdHold},
};

/// Keeps a window for a family for ten minutes: everybody's place, or none.
///
/// # Errors
/// `slot_not_offered`, `slot_taken`, `too_many_requests`.
#[utoipa::path(post, path = "/api/household-holds", tag = "household", request_body = NewHouseholdHold, responses(
    (status = 201, body = HouseholdHold), (status = 409, body = Problem, description = "`slot_taken`"),
    (status = 422, body = Problem, description = "`slot_not_offered`")))]
pub async fn hold(
    State(app): State<App>,
    who: Proved,
    helper: Helper,
    Mutation { body: wanted, once }: Mutation<NewHouseholdHold>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let not_offered = || ApiError::from(ProblemCode::SlotNotOffered);
    let office = app
        .catalog
        .open_to_all(&wanted.office_id)
        .ok_or_else(not_offered)?;
    let date = wanted.starts_at.date();
    if !is_released(office.id.as_str(), date, now) {
        return Err(not_offered());
    }
    let plan = plan::ticks(&office, &app.catalog.calendar(), date);
    // By the plan alone: is this a time at all?
    let planned: Vec<FreeTick> = plan.iter().map(free).collect();
    let (lengths, start) = (office.visit_lengths, wanted.starts_at.time());
    window_at(&planned, &wanted.members, lengths, start).ok_or_else(not_offered)?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut by_staff = false;
    for _ in wanted.members.members() {
        by_staff = helper.spend(&app, &mut tx, now).await?;
        if !by_staff {
            limits::spend(&mut tx, &app.config.limits.hold_source, &who.source, now).await?;
        }
    }
    if !by_staff {
        proof::ask(&app, &mut tx, &app.config.limits.hold_source, &who, now).await?;
    }
    let token = ids::handle(app.rng.as_ref())?;
    let channel = helper.channel_at(&office);
    let asking = Asking { channel, now };
    let window = Wanted {
        office: &office,
        starts_at: wanted.starts_at,
        family: &wanted.members,
        token: &token,
        source: &who.source,
        expires_at: hold_until(now),
    };
    let found = family_window::find(&app, &mut tx, &window, asking).await?;
    let kept = match &found {
        Some(found) => found.keep(&mut tx, &window, now).await?,
        None => None,
    };
    let kept = kept.and_then(|places| view::hold(token.clone(), &places, now));
    let Some(kept) = kept else {
        app.days.forget(&wanted.office_id);
        return Err(ProblemCode::SlotTaken.into());
    };
    let answer = once.finish(tx, StatusCode::CREATED, &kept).await;
    app.days.forget(&wanted.office_id);
    answer
}

const fn free(tick: &Tick) -> FreeTick {
    FreeTick {
        start: tick.start,
        free: tick.capacity,
    }
}

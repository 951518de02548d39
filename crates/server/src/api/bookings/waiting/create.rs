//! `POST /api/bookings/{reference}/waiting`.

use super::view;
use crate::{
    app::{
        audit::{self, Done},
        ids,
        owner::{Begun, Owner},
        waiting as queue_of,
    },
    problem::ApiError,
    state::App,
    web::once::Mutation,
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::{office_date, office_now},
    field::FieldCode,
    problem::{Problem, ProblemCode},
    waiting::Kind,
    wire::waiting::{NewWish, WaitingView},
};
use eid_store::{
    holds,
    waiting::{self, Entry, EntryState},
};

/// Puts a person with a visit into the queue for an earlier one, behind all who wait already; a former wish is replaced.
///
/// # Errors
/// `invalid_fields`; `change_not_allowed` without a visit to come, and where the office has closed it: then every place
/// is looked for anyway.
#[utoipa::path(post, path = "/api/bookings/{reference}/waiting", tag = "waiting",
    params(("reference" = String, Path)), request_body = NewWish, security(("access_key" = [])), responses(
    (status = 201, body = WaitingView), (status = 404, body = Problem, description = "`no_match`"),
    (status = 409, body = Problem, description = "`change_not_allowed`"), (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    owner: Owner,
    Mutation { body, once }: Mutation<NewWish>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (mut tx, dossier) = match owner
        .begin(&app, &once, Some(&app.config.limits.waiting_source), now)
        .await?
    {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    waiting::lock_visit(&mut tx, &dossier.id).await?;
    let not_allowed = || ApiError::from(ProblemCode::ChangeNotAllowed);
    let visit = view::booked(&mut tx, &dossier).await?.ok_or_else(not_allowed)?;
    if visit.starts_at <= now || queue_of::is_to_be_moved(queue_of::mark(&mut tx, &dossier.id).await?) {
        return Err(not_allowed());
    }
    let wish = body.parse(office_date(now), office_now(visit.starts_at))?;
    if wish
        .offices
        .iter()
        .any(|id| app.catalog.open_to_all(id).is_none())
    {
        return Err(ApiError::field("offices", FieldCode::ChoiceUnknown));
    }
    queue_of::end(&app, &mut tx, &dossier.id, EntryState::Withdrawn, now).await?;
    let place = holds::get(&mut tx, &visit.reservation_id).await?;
    let entry = Entry {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        dossier_id: dossier.id.clone(),
        kind: Kind::Earlier.as_str().to_owned(),
        exception_id: None,
        offices: wish.offices,
        from: wish.from,
        to: wish.to,
        earliest: wish.earliest,
        latest: wish.latest,
        visit_at: visit.starts_at,
        service: dossier.service.clone(),
        age_group: place.map(|place| place.age_group).unwrap_or_default(),
        ticks: visit.ticks,
        state: EntryState::Waiting,
        silent: 0,
        created_at: now,
        family_id: None,
    };
    waiting::insert(&mut tx, &entry).await?;
    for office in &entry.offices {
        queue_of::nudge(&app, &mut tx, office, now).await?;
    }
    let done = Done::by_owner(&dossier.id, "waiting.join");
    audit::note(&app, &mut tx, now, done).await?;
    let seen = view::of(&app, &mut tx, &dossier, true, now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &seen).await;
    app.wake.notify_one();
    answer
}

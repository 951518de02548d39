//! `POST /api/desk/stops`.

use super::view;
use crate::{
    app::{
        audit::{self, Done, Who},
        staff::{Right, Staff},
    },
    data, limits,
    problem::ApiError,
    rng,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::{DayKind, office_timestamp},
    capacity::VisitLengths,
    field::FieldCode,
    office::{Localised, Office, OfficeId, OfficeKind, WeeklyHours},
    place::Commune,
    problem::Problem,
    wire::stops::{NewStop, Stop, StopPlan},
};
use eid_store::stops::{self, StopState};
use jiff::{
    Timestamp,
    civil::{Date, Time},
};

/// Plans a stop: a place that can be booked for one day.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/stops", tag = "desk", request_body = NewStop, security(("staff" = [])),
    responses((status = 201, body = Stop), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 422, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<NewStop>,
) -> Result<Response, ApiError> {
    staff.need(Right::Plan)?;
    let plan = body.parse(app.today())?;
    // Teams work at weekends, too, but not on a public holiday.
    let special = app.catalog.calendar().special(plan.date).map(|day| day.kind);
    if matches!(special, Some(DayKind::Holiday | DayKind::Compensation)) {
        return Err(ApiError::field("date", FieldCode::ChoiceUnknown));
    }
    let commune = data::commune(plan.commune_code);
    let commune = commune.map_err(|error| ApiError::internal("communes", &error))?;
    let commune = commune.ok_or_else(|| ApiError::field("commune_code", FieldCode::ChoiceUnknown))?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.stop_plan_staff, &staff.id, now).await?;
    let id = fresh_id(&app)?;
    let row = stops::Stop {
        id: id.as_str().to_owned(),
        office_id: staff.office_id.clone(),
        kind: plan.kind.as_str().to_owned(),
        date: plan.date,
        ends_at: end_of(plan.date),
        is_public: plan.is_public,
        state: StopState::Planned,
        data: serde_json::to_string(&place(id, plan, commune)?)?,
        staff_id: staff.id.clone(),
        created_at: now,
        version: 1,
    };
    stops::insert(&mut tx, &row).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "stop.plan",
        kind: "stop",
        id: &row.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let seen = view::of(&mut tx, &row).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &seen).await?;
    refresh(&app, now).await;
    Ok(answer)
}

/// This server knows at once; should it fail here, it knows in a second, as the others do.
pub(super) async fn refresh(app: &App, now: Timestamp) {
    if let Err(error) = app.catalog.refresh(&app.store, now).await {
        tracing::warn!(%error, "stops were not read");
    }
}

/// Not to be guessed: who was given the id of a stop may see its times.
fn fresh_id(app: &App) -> Result<OfficeId, ApiError> {
    let chance = u128::from_le_bytes(rng::bytes::<16>(app.rng.as_ref())?);
    OfficeId::parse(&format!("ld-{chance:032x}")).map_err(|code| ApiError::internal("stop id", &code))
}

fn end_of(date: Date) -> Timestamp {
    office_timestamp(date.tomorrow().unwrap_or(date).to_datetime(Time::midnight()))
}

/// A stop as the rest of the product knows it: an office for one day, all by appointment.
fn place(id: OfficeId, plan: StopPlan, commune: Commune) -> Result<Office, ApiError> {
    let hours = WeeklyHours::new(plan.sessions, Vec::new());
    Ok(Office {
        id,
        name: Localised {
            vi: plan.name.clone(),
            en: plan.name,
        },
        kind: OfficeKind::Mobile,
        street: Some(plan.street),
        commune: commune.label(),
        commune_code: commune.code,
        province_code: commune.province,
        legacy_name: None,
        legacy_districts: Vec::new(),
        stations: plan.stations,
        visit_lengths: VisitLengths::USUAL,
        walk_in_share: 0,
        assisted_shares: Vec::new(),
        rota: Vec::new(),
        exceptions: Vec::new(),
        hours: hours.ok_or_else(|| ApiError::internal("stop", &"sessions"))?,
        hours_verified: true,
        address_verified: true,
        valid_from: plan.date,
        valid_to: Some(plan.date),
        card_intake_enabled: true,
        step_free: None,
        note: Some(Localised {
            vi: "Điểm lưu động: tổ làm thẻ đến đây trong một ngày.".to_owned(),
            en: "Mobile team: here for one day.".to_owned(),
        }),
        source: "stop".to_owned(),
    })
}

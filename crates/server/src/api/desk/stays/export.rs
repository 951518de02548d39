//! `GET /api/desk/stays/export`.

use super::office_of;
use crate::{
    api::venue::checks::DayQuery,
    app::{
        audit::{self, Done, Who},
        staff::{Right, Staff},
        stays::{
            desk::{COLUMNS, cells, of_office},
            view::Names,
        },
    },
    limits,
    problem::ApiError,
    state::App,
    web::{
        query::Query,
        spreadsheet::{MARK, plain},
    },
};
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use eid_domain::problem::Problem;

/// More than a province has in a day.
const MOST: u32 = 20_000;

/// The same with names and numbers, as CSV (RFC 4180) for the ward's police. That it was taken out is written into the audit.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(get, path = "/api/desk/stays/export", tag = "desk", params(DayQuery), security(("staff" = [])),
    responses((status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 429, body = Problem)))]
pub async fn export(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<DayQuery>,
) -> Result<Response, ApiError> {
    staff.need(Right::Stays)?;
    let office = office_of(&app, &staff)?;
    let (now, day) = (app.now(), query.day.unwrap_or_else(|| app.today()));
    let mut tx = app.store.begin().await?;
    limits::spend(&mut tx, &app.config.limits.stay_export_staff, &staff.id, now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "stay.export",
        kind: "office",
        id: &staff.office_id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    tx.commit().await?;
    let failed = |error: csv::Error| ApiError::internal("file of stays", &error);
    let mut text = csv::Writer::from_writer(MARK.as_bytes().to_vec());
    text.write_record(COLUMNS).map_err(failed)?;
    let mut tx = app.store.read().await?;
    let mut names = Names::default();
    for stay in of_office(&mut tx, &office, day, MOST).await? {
        let row = cells(&mut tx, &mut names, &stay).await?;
        text.write_record(row.into_iter().map(plain)).map_err(failed)?;
    }
    let bytes = text
        .into_inner()
        .map_err(|error| ApiError::internal("file of stays", &error))?;
    let name = format!("attachment; filename=\"luu-tru-{day}.csv\"");
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/csv; charset=utf-8"),
        ),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ];
    Ok((headers, bytes).into_response())
}

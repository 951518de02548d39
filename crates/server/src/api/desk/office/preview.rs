//! `POST /api/desk/office/preview`.

use super::{OfficeQuery, stored, target};
use crate::{
    app::{office_admin, staff::Staff},
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation, query::Query},
};
use axum::extract::State;
use eid_domain::{
    calendar::office_date,
    problem::Problem,
    wire::office_admin::{OfficePreview, WantedSettings},
};

/// What other settings would make and break, day by day. Nothing is changed.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`, `invalid_fields`.
#[utoipa::path(post, path = "/api/desk/office/preview", tag = "desk", params(OfficeQuery),
    request_body = WantedSettings, security(("staff" = [])), responses((status = 200, body = OfficePreview),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 422, body = Problem)))]
pub async fn preview(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<OfficeQuery>,
    Mutation { body, .. }: Mutation<WantedSettings>,
) -> Result<Json<OfficePreview>, ApiError> {
    let id = target(&app, &staff, query)?;
    let now = app.now();
    let mut tx = app.store.read().await?;
    let (before, version) = stored(&mut tx, &id).await?;
    let after = office_admin::wanted(&app, &before, body.settings, office_date(now))?;
    office_admin::preview(&app, &mut tx, (&before, version), &after, now)
        .await
        .map(Json)
}

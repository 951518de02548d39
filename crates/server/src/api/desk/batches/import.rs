//! `POST /api/desk/batches/import`.

use crate::{
    app::{
        batches::{self, upload},
        staff::{Right, Staff},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{json, query::Query},
};
use axum::{
    body::Body,
    extract::{Request, State},
    http::StatusCode,
    response::Response,
};
use eid_domain::{
    batch::{Format, Kind},
    field::FieldCode,
    problem::Problem,
    shown,
    wire::batches::BatchView,
};
use serde::Deserialize;

const LONGEST_NAME: usize = 120;

/// What is brought.
#[derive(Clone, Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct ImportQuery {
    /// `results` or `arrived`.
    pub kind: Kind,
    /// `csv` or `json`.
    pub format: Format,
    /// The file's name, shown in lists; at most 120 characters of it are kept.
    #[serde(default)]
    pub name: String,
}

/// A file of decisions or of cards that have come, up to 32 MB; the body is the file. It is looked at afterwards, and
/// nothing is taken over until somebody confirms it. It needs no idempotency key: the very same file is known by its
/// digest, and `again` says so.
///
/// # Errors
/// `invalid_fields`; `body_too_large`; `malformed_body` where it breaks off; `too_many_requests`.
#[utoipa::path(post, path = "/api/desk/batches/import", tag = "desk", params(ImportQuery),
    request_body(content = String, content_type = "text/csv"), security(("staff" = [])), responses(
    (status = 201, body = BatchView), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 413, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn import(
    State(app): State<App>,
    staff: Staff,
    Query(query): Query<ImportQuery>,
    request: Request,
) -> Result<Response, ApiError> {
    staff.need(Right::Receive)?;
    staff.need(batches::right(query.kind))?;
    if query.kind == Kind::Export {
        return Err(ApiError::field("kind", FieldCode::ChoiceUnknown));
    }
    let now = app.now();
    let mut tx = app.store.begin().await?;
    limits::spend(&mut tx, &app.config.limits.batch_import_staff, &staff.id, now).await?;
    tx.commit().await?;
    let name = shown(&query.name)
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_NAME)
        .collect();
    let body: Body = request.into_body();
    let view = upload::take(&app, &staff, (query.kind, query.format, name), body, now).await?;
    Ok(json::bytes(StatusCode::CREATED, serde_json::to_vec(&view)?))
}

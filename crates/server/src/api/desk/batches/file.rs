//! `GET /api/desk/batches/{id}/file`.

use crate::{
    app::{
        batches::{self, file},
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{path::Path, query::Query},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    batch::{Format, Kind},
    problem::{Problem, ProblemCode},
};
use serde::Deserialize;

/// How the file is written.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct FileQuery {
    /// `csv` or `json`.
    pub format: Format,
}

/// An export as a file, the same rows each time. It names people, so each look at it is written into the audit.
///
/// # Errors
/// `not_found`; `not_allowed`.
#[utoipa::path(get, path = "/api/desk/batches/{id}/file", tag = "desk", params(("id" = String, Path), FileQuery),
    security(("staff" = [])), responses((status = 200, body = String, content_type = "text/csv"),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<FileQuery>,
) -> Result<Response, ApiError> {
    staff.need(Right::Batches)?;
    let mut tx = app.store.begin().await?;
    let batch = batches::own(&mut tx, &staff, &id).await?;
    if batches::kind_of(&batch)? != Kind::Export {
        return Err(ProblemCode::NotFound.into());
    }
    batches::note(&app, &mut tx, &staff, "batch.download", &batch, app.now()).await?;
    tx.commit().await?;
    Ok(file::answer(&app, batch.id, query.format, file::SENT))
}

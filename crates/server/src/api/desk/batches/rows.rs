//! `GET /api/desk/batches/{id}/rows`.

use crate::{
    app::{
        batches,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path, query::Query},
};
use axum::extract::State;
use eid_domain::{
    batch::{Column, Fault, RowState},
    problem::Problem,
    wire::batches::{BatchRow, BatchRows, PAGE},
};
use eid_store::batches::rows::{self as stored, Row};
use serde::Deserialize;

/// Where to go on.
#[derive(Clone, Copy, Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct RowsQuery {
    /// `next` of the page before.
    #[serde(default)]
    pub after: u32,
}

/// The rows that are wrong, in order: which line, what is wrong, in which column.
///
/// # Errors
/// `not_found`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/batches/{id}/rows", tag = "desk", params(("id" = String, Path), RowsQuery),
    security(("staff" = [])), responses((status = 200, body = BatchRows), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn rows(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<RowsQuery>,
) -> Result<Json<BatchRows>, ApiError> {
    staff.need(Right::Receive)?;
    let mut tx = app.store.read().await?;
    let batch = batches::own(&mut tx, &staff, &id).await?;
    let found = stored::wrong_after(&mut tx, &batch.id, query.after, PAGE).await?;
    let full = found.len() >= PAGE as usize;
    let next = found.last().map(|row| row.n).filter(|_| full);
    Ok(Json(BatchRows {
        rows: found.into_iter().map(seen).collect(),
        next,
    }))
}

fn seen(row: Row) -> BatchRow {
    BatchRow {
        n: row.n,
        line: row.line,
        state: RowState::parse(&row.state).unwrap_or(RowState::Bad),
        fault: row
            .fault
            .as_deref()
            .and_then(Fault::parse)
            .unwrap_or(Fault::Internal),
        column: row.column.as_deref().and_then(Column::parse),
        code: row.code,
    }
}

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
    batch::RowState,
    problem::Problem,
    wire::batches::{BatchRow, BatchRows, MOST_ROWS, PAGE},
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
    /// How many at most, from 1 to 2000; 100 where it is not said.
    #[serde(default = "page")]
    pub most: u32,
}

const fn page() -> u32 {
    PAGE
}

/// The rows that are wrong, in order: which line, all that is wrong with it, in which columns.
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
    let most = query.most.clamp(1, MOST_ROWS);
    let found = stored::wrong_after(&mut tx, &batch.id, query.after, most).await?;
    let full = found.len() >= most as usize;
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
        wrong: batches::wrong_of(row.fault.as_deref(), row.column.as_deref()),
        code: row.code,
    }
}

//! `GET /api/dev/batches/{id}/{what}`: the simulated ministry's files about an export.

use crate::{
    api::desk::batches::file::FileQuery,
    app::{
        batches::{self, file},
        staff::{Right, Staff},
    },
    authority::simulated::files,
    problem::ApiError,
    state::App,
    web::{path::Path, query::Query},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    batch::Kind,
    problem::{Problem, ProblemCode},
};

/// What the simulated ministry sends back about an export: `results` or `arrived`.
///
/// # Errors
/// `not_found` outside a demo, and for what is no export of the own office.
#[utoipa::path(get, path = "/api/dev/batches/{id}/{what}", tag = "dev",
    params(("id" = String, Path), ("what" = String, Path), FileQuery), security(("staff" = [])), responses(
    (status = 200, body = String, content_type = "text/csv"), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn file(
    State(app): State<App>,
    staff: Staff,
    Path((id, what)): Path<(String, String)>,
    Query(query): Query<FileQuery>,
) -> Result<Response, ApiError> {
    if !app.config.demo {
        return Err(ProblemCode::NotFound.into());
    }
    staff.need(Right::Batches)?;
    let batch = batches::own(&mut app.store.peek().await?, &staff, &id).await?;
    let content = match Kind::parse(&what) {
        Some(Kind::Results) => files::RESULTS,
        Some(Kind::Arrived) => files::ARRIVED,
        _ => return Err(ProblemCode::NotFound.into()),
    };
    if batches::kind_of(&batch)? != Kind::Export {
        return Err(ProblemCode::NotFound.into());
    }
    Ok(file::answer(&app, batch.id, query.format, content))
}

//! `DELETE /api/desk/session`.

use crate::{
    app::sessions,
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_store::sessions::SessionKind;

/// Signs out; also fine when nobody is signed in.
///
/// # Errors
/// When the database is out of reach.
#[utoipa::path(delete, path = "/api/desk/session", tag = "desk", responses((status = 204)))]
pub async fn delete(
    State(app): State<App>,
    headers: HeaderMap,
    _: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut tx = app.store.begin().await?;
    let cookie = sessions::end(&app, &mut tx, &headers, SessionKind::Staff).await?;
    tx.commit().await?;
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie)]).into_response())
}

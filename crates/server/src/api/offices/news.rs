//! `GET /api/offices/news`.

use crate::{state::App, web::json::Json};
use axum::extract::State;
use eid_domain::wire::announcements::OfficesNews;

/// What offices say of themselves now, for the list in which people choose one. Kept apart from the offices, whose list is
/// kept by browsers until one of them changes.
#[utoipa::path(get, path = "/api/offices/news", tag = "offices", responses((status = 200, body = OfficesNews)))]
pub async fn news(State(app): State<App>) -> Json<OfficesNews> {
    Json(OfficesNews {
        news: app.news.of_offices(app.now()),
    })
}

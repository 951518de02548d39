//! `GET /api/dev/messages`.

use crate::{problem::ApiError, state::App, web::json::Json};
use axum::extract::State;
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::dev::{Message, Messages},
};
use eid_store::messages;

const MOST: u32 = 200;

/// Simulated messages, newest first.
///
/// # Errors
/// `not_found` outside a demo.
#[utoipa::path(get, path = "/api/dev/messages", tag = "dev", responses(
    (status = 200, body = Messages), (status = 404, body = Problem)))]
pub async fn messages(State(app): State<App>) -> Result<Json<Messages>, ApiError> {
    if !app.config.demo {
        return Err(ProblemCode::NotFound.into());
    }
    let rows = messages::latest(&mut app.store.peek().await?, MOST).await?;
    let shown = |row: messages::Message| Message {
        at: row.at,
        channel: row.channel,
        to: row.to_address,
        subject: row.subject,
        body: row.body,
    };
    Ok(Json(Messages {
        messages: rows.into_iter().map(shown).collect(),
    }))
}

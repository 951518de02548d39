//! `GET /api/account/sessions`.

use crate::{
    app::{citizens::Citizen, sessions},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    problem::Problem,
    wire::devices::{SessionView, Sessions},
};
use eid_store::sessions::{Proved, SessionKind};

/// Where one is signed in, this browser too.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account/sessions", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = Sessions), (status = 401, body = Problem)))]
pub async fn list(State(app): State<App>, citizen: Citizen) -> Result<Json<Sessions>, ApiError> {
    let mut tx = app.store.peek().await?;
    let kind = SessionKind::Citizen;
    let open = sessions::open(&mut tx, kind, &citizen.account.id, app.now()).await?;
    let view = |session: &eid_store::sessions::Session| SessionView {
        id: sessions::handle(session),
        agent: session.agent.clone(),
        since: session.created_at,
        seen_at: session.seen_at,
        by_passkey: session.proved == Proved::Passkey,
        here: session.hash == citizen.session.hash,
    };
    Ok(Json(Sessions {
        sessions: open.iter().map(view).collect(),
        one_device: app.config.one_device,
    }))
}

//! `/api/desk/dossiers/{reference}/representatives`: who represents a child under 14.

pub mod end;
pub mod list;
pub mod record;

use crate::{
    app::{
        children::desk,
        desk::{Case, REVEALED},
        staff::Staff,
    },
    problem::ApiError,
    state::App,
    web::once::Once,
};
use axum::{http::StatusCode, response::Response};
use eid_domain::wire::children::Represented;
use eid_store::{Tx, dossiers::Dossier, sessions};
use jiff::Timestamp;

/// As this member of staff sees it.
async fn seen(
    tx: &mut Tx,
    dossier: &Dossier,
    staff: &Staff,
    now: Timestamp,
) -> Result<Represented, ApiError> {
    let since = now.saturating_sub(REVEALED).unwrap_or(Timestamp::MIN);
    let revealed = sessions::is_revealed(tx, &staff.session_hash, &dossier.id, since).await?;
    desk::seen(tx, dossier, revealed, now).await
}

/// Answers with who represents the child now, and commits.
async fn answer(app: &App, mut case: Case, once: &Once, staff: &Staff) -> Result<Response, ApiError> {
    let shown = seen(&mut case.tx, &case.dossier, staff, case.now).await?;
    let answer = once.finish(case.tx, StatusCode::OK, &shown).await;
    app.wake.notify_one();
    answer
}

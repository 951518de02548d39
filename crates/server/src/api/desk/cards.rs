//! `GET /api/desk/cards`.

use crate::{
    app::{
        desk::masked_name,
        dossiers as cases,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    delivery::Way,
    dossier::State as DossierState,
    problem::Problem,
    wire::desk::{CardRow, CardsView},
};
use eid_store::{
    deliveries,
    dossiers::{self, Dossier},
};

/// Cards on their way to the office, in it, waiting for their owner, or with the post.
const STATES: [DossierState; 6] = [
    DossierState::InTransit,
    DossierState::AtOffice,
    DossierState::Notified,
    DossierState::Unclaimed,
    DossierState::WithPost,
    DossierState::ReturnedByPost,
];
const MOST: u32 = 500;

/// The cards on the way to or at the officer's office, the longest waiting first.
///
/// # Errors
/// `not_signed_in`, `not_allowed`.
#[utoipa::path(get, path = "/api/desk/cards", tag = "desk", security(("staff" = [])), responses(
    (status = 200, body = CardsView), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn cards(State(app): State<App>, staff: Staff) -> Result<Json<CardsView>, ApiError> {
    staff.need(Right::Look)?;
    let mut tx = app.store.read().await?;
    let by_post = deliveries::open_by_way(&mut tx, &staff.office_id, Way::Post.as_str()).await?;
    let mut rows = Vec::new();
    for state in STATES {
        let found = dossiers::at_office(&mut tx, &staff.office_id, state.as_str(), MOST).await?;
        for dossier in found {
            let by_post = by_post.contains(&dossier.id);
            rows.push(row(&app, dossier, by_post)?);
        }
    }
    rows.sort_by_key(|row| row.since);
    Ok(Json(CardsView { rows }))
}

fn row(app: &App, dossier: Dossier, by_post: bool) -> Result<CardRow, ApiError> {
    Ok(CardRow {
        state: cases::state_of(&dossier)?,
        by_post,
        name_masked: masked_name(&dossier.full_name),
        since: dossier.state_at,
        due_on: cases::due_on(app, &dossier)?,
        dossier_code: dossier.code.unwrap_or_default(),
        reference: dossier.reference,
    })
}

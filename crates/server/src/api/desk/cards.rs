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
    dossier::State as DossierState,
    problem::Problem,
    wire::desk::{CardRow, CardsView},
};
use eid_store::dossiers::{self, Dossier};

/// Cards on their way to the office, in it, or waiting for their owner.
const STATES: [DossierState; 5] = [
    DossierState::InTransit,
    DossierState::AtOffice,
    DossierState::Notified,
    DossierState::Unclaimed,
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
    let mut rows = Vec::new();
    for state in STATES {
        let found = dossiers::at_office(&mut tx, &staff.office_id, state.as_str(), MOST).await?;
        for dossier in found {
            rows.push(row(dossier)?);
        }
    }
    rows.sort_by_key(|row| row.since);
    Ok(Json(CardsView { rows }))
}

fn row(dossier: Dossier) -> Result<CardRow, ApiError> {
    Ok(CardRow {
        state: cases::state_of(&dossier)?,
        name_masked: masked_name(&dossier.full_name),
        since: dossier.state_at,
        due_on: dossier.due_on,
        dossier_code: dossier.code.unwrap_or_default(),
        reference: dossier.reference,
    })
}

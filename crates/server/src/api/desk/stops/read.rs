//! `GET /api/desk/stops/{id}`.

use super::{own, view};
use crate::{
    api::desk::closures::people,
    app::{
        desk::masked_name,
        dossiers as cases,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{json::Json, path::Path},
};
use axum::extract::State;
use eid_domain::{
    calendar::office_now,
    problem::Problem,
    wire::{
        closures::{Concerned, Moving},
        stops::{StopPerson, StopView},
    },
};
use eid_store::{
    Tx,
    appointments::{self, Visit},
    closures, home_visits, pupils,
    stops::{Stop, StopState},
};
use std::collections::BTreeMap;

/// A stop of the own office and who comes, names masked; of a cancelled one, who had a visit and where they stand.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found`.
#[utoipa::path(get, path = "/api/desk/stops/{id}", tag = "desk", params(("id" = String, Path)),
    security(("staff" = [])), responses((status = 200, body = StopView), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem)))]
pub async fn read(
    State(app): State<App>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Json<StopView>, ApiError> {
    staff.need(Right::Plan)?;
    let mut tx = app.store.read().await?;
    let row = own(&mut tx, &staff, &id).await?;
    Ok(Json(seen(&mut tx, &row).await?))
}

/// A stop with its people.
///
/// # Errors
/// When the database is out of reach.
pub async fn seen(tx: &mut Tx, row: &Stop) -> Result<StopView, ApiError> {
    Ok(StopView {
        stop: view::of(tx, row).await?,
        people: match row.state {
            StopState::Planned => comes(tx, row).await?,
            StopState::Cancelled => came_not(tx, row).await?,
        },
    })
}

async fn comes(tx: &mut Tx, row: &Stop) -> Result<Vec<StopPerson>, ApiError> {
    let classes: BTreeMap<String, String> = pupils::of_stop(tx, &row.id)
        .await?
        .into_iter()
        .map(|pupil| (pupil.dossier_id, pupil.class_name))
        .collect();
    let wishes: BTreeMap<String, String> = home_visits::of_stop(tx, &row.id)
        .await?
        .into_iter()
        .filter_map(|wish| Some((wish.dossier_id?, wish.id)))
        .collect();
    let (from, to) = view::day(row);
    let visits = appointments::at_office(tx, &row.id, from, to).await?;
    let person = |Visit {
                      appointment, dossier, ..
                  }| {
        Ok(StopPerson {
            class_name: classes.get(&dossier.id).cloned().unwrap_or_default(),
            wish: wishes.get(&dossier.id).cloned().unwrap_or_default(),
            person: Concerned {
                name_masked: masked_name(&dossier.full_name),
                time: office_now(appointment.starts_at).time(),
                state: cases::state_of(&dossier)?,
                moving: Moving::Booked,
                family: None,
                reference: dossier.reference,
            },
        })
    };
    visits.into_iter().map(person).collect()
}

async fn came_not(tx: &mut Tx, row: &Stop) -> Result<Vec<StopPerson>, ApiError> {
    let (from, _) = view::day(row);
    let mut found = Vec::new();
    for closure in closures::of_office(tx, &row.id, from).await? {
        let people = people::of(tx, &closure).await?;
        found.extend(people.into_iter().map(|person| StopPerson {
            person,
            class_name: String::new(),
            wish: String::new(),
        }));
    }
    Ok(found)
}

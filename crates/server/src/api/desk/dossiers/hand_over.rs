//! `POST /api/desk/dossiers/{reference}/hand-over`.

use crate::{
    app::{
        audit::{self, Done, Who},
        deliveries,
        desk::{Case, Opened},
        locks,
        staff::{Right, Staff},
    },
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    dossier::State as DossierState,
    problem::Problem,
    wire::{
        desk::DeskDossier,
        hand_over::{Collector, HandOver},
    },
};
use eid_store::hand_overs;

/// The card is in its owner's hands, or in those of somebody who collects it for them and has shown a card of their own.
///
/// # Errors
/// `state_conflict`; `invalid_fields` at `seen`, `same_person`, or at `name`, `relation`, `card_shown`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/hand-over", tag = "desk",
    params(("reference" = String, Path)), request_body = HandOver, security(("staff" = [])), responses((status = 200, body = DeskDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`"), (status = 422, body = Problem)))]
pub async fn hand_over(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<HandOver>,
) -> Result<Response, ApiError> {
    let collector = body.parse()?;
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    deliveries::is_in_office(&case.dossier)?;
    case.step(&app, &staff, DossierState::HandedOver, None).await?;
    note(&app, &mut case, &staff, collector).await?;
    locks::new_card(&app, &mut case.tx, &case.dossier, case.now).await?;
    queue::tell(
        &app,
        &mut case.tx,
        &case.dossier,
        Kind::HandedOver,
        Facts::default(),
        case.now,
    )
    .await?;
    case.answer(&app, &once, &staff).await
}

/// Keeps who collected, and what they showed. The audit says that it was somebody else, and what they are to the owner; never their name.
async fn note(app: &App, case: &mut Case, staff: &Staff, collector: Collector) -> Result<(), ApiError> {
    let (seen, other) = match collector {
        Collector::Owner { seen } => (seen.as_str(), None),
        Collector::Other { name, relation } => {
            let done = Done {
                who: Who::Staff(&staff.id),
                action: "dossier.collected_by_other",
                kind: "dossier",
                id: &case.dossier.id,
                reason: Some(relation.as_str()),
            };
            audit::note(app, &mut case.tx, case.now, done).await?;
            let other = (name.as_str().to_owned(), relation.as_str().to_owned());
            ("card", Some(other))
        }
    };
    let given = hand_overs::HandOver {
        dossier_id: case.dossier.id.clone(),
        at: case.now,
        staff_id: staff.id.clone(),
        seen: seen.to_owned(),
        other,
    };
    Ok(hand_overs::insert(&mut case.tx, &given).await?)
}

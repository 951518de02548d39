//! `POST /api/desk/dossiers/{reference}/post`, `…/post-returned`, `…/post-delivered`: a card that the post brings.

use crate::{
    app::{
        deliveries,
        desk::{Case, Opened},
        locks,
        staff::{Right, Staff},
    },
    notices::{
        Kind, queue,
        text::{Facts, return_words},
    },
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    dossier::State as DossierState,
    problem::Problem,
    wire::{
        Lang,
        delivery::{GivenToPost, PostReturned},
        desk::DeskDossier,
    },
};

/// The card was given to the post, under this number. Only where its owner has chosen so.
///
/// # Errors
/// `invalid_fields` at `tracking_number`; `state_conflict`: not here, or to be collected.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/post", tag = "desk",
    params(("reference" = String, Path)), request_body = GivenToPost, security(("staff" = [])), responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`"),
    (status = 422, body = Problem)))]
pub async fn given(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<GivenToPost>,
) -> Result<Response, ApiError> {
    let number = body.parse()?;
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    deliveries::posted(&mut case.tx, &case.dossier.id, &number).await?;
    case.step(&app, &staff, DossierState::WithPost, Some(number.as_str()))
        .await?;
    let facts = Facts {
        number: number.as_str().to_owned(),
        ..Facts::default()
    };
    queue::tell(&app, &mut case.tx, &case.dossier, Kind::Posted, facts, case.now).await?;
    case.answer(&app, &once, &staff).await
}

/// The post has brought the card back. Its owner collects it, or gives another address.
///
/// # Errors
/// `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/post-returned", tag = "desk",
    params(("reference" = String, Path)), request_body = PostReturned, security(("staff" = [])), responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn returned(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<PostReturned>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    case.step(&app, &staff, DossierState::ReturnedByPost, None)
        .await?;
    deliveries::returned(&mut case.tx, &case.dossier.id, body.reason).await?;
    let lang = Lang::from_tag(&case.dossier.lang);
    let facts = Facts {
        reason: return_words(lang, body.reason).to_owned(),
        ..Facts::default()
    };
    queue::tell(
        &app,
        &mut case.tx,
        &case.dossier,
        Kind::PostReturned,
        facts,
        case.now,
    )
    .await?;
    case.answer(&app, &once, &staff).await
}

/// The post has handed the card over.
///
/// # Errors
/// `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/post-delivered", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), responses((status = 200, body = DeskDossier),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`")))]
pub async fn delivered(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    deliveries::is_carried(&case.dossier)?;
    case.step(&app, &staff, DossierState::HandedOver, None).await?;
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

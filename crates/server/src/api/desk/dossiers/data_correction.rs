//! `POST /api/desk/dossiers/{reference}/data-correction`.

use super::words;
use crate::{
    app::{
        corrections::{self, Asked},
        desk::{Case, Opened},
        staff::{Right, Staff},
    },
    notices::{
        Kind, queue,
        text::{Facts, asked as asked_words},
    },
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    dossier::State as DossierState,
    field::{FieldCode, FieldError},
    intake::Evidence,
    problem::Problem,
    wire::{Lang, desk::DeskDossier, intake::AskCorrection},
};

/// Sends the person to correct the population data first; the lawful clock does not run meanwhile.
///
/// # Errors
/// `invalid_fields`, `state_conflict`.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/data-correction", tag = "desk",
    params(("reference" = String, Path)), request_body = AskCorrection, security(("staff" = [])), responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem, description = "`state_conflict`"),
    (status = 422, body = Problem)))]
pub async fn data_correction(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<AskCorrection>,
) -> Result<Response, ApiError> {
    let reason = wanted(&body)?;
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let note = Some(reason.as_str()).filter(|reason| !reason.is_empty());
    case.dossier.message = note.map(str::to_owned);
    case.step(&app, &staff, DossierState::DataCorrection, note)
        .await?;
    let asked = Asked {
        by_ministry: false,
        what: &body.what,
        papers: &body.papers,
        words: &reason,
    };
    let until = corrections::ask(&app, &mut case.tx, &case.dossier, asked, case.now).await?;
    words::end_visit(&mut case.tx, &case.dossier.id).await?;
    let facts = Facts {
        reason: asked_words(
            Lang::from_tag(&case.dossier.lang),
            &body.what,
            &body.papers,
            &reason,
        ),
        day: Some(until),
        ..Facts::default()
    };
    queue::tell(
        &app,
        &mut case.tx,
        &case.dossier,
        Kind::Correction,
        facts,
        case.now,
    )
    .await?;
    case.answer(&app, &once, &staff).await
}

/// The words, trimmed; needed where what is ticked does not say it all. With which paper it is proved must be said too:
/// by a paper, by "none is needed", or in the words.
fn wanted(asked: &AskCorrection) -> Result<String, ApiError> {
    let mut errors = Vec::new();
    if asked.what.is_empty() {
        errors.push(FieldError::new("what", FieldCode::Required));
    }
    if asked.papers.is_empty() && asked.reason.trim().is_empty() && !asked.needs_words() {
        errors.push(FieldError::new("papers", FieldCode::Required));
    }
    if asked.papers.contains(&Evidence::None) && asked.papers.len() > 1 {
        errors.push(FieldError::new("papers", FieldCode::ChoiceUnknown));
    }
    if !errors.is_empty() {
        return Err(errors.into());
    }
    if asked.needs_words() {
        return words::reason(&asked.reason);
    }
    words::remark("reason", &asked.reason)
}

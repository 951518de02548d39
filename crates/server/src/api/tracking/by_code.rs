//! `POST /api/tracking/by-code`.

use crate::{
    app::keys,
    limits,
    problem::ApiError,
    proof,
    state::App,
    web::{
        client::Proved,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_date,
    field::FieldError,
    identity::BirthDate,
    problem::{Problem, ProblemCode},
    typed_code::TypedCode,
    wire::{
        dossiers::AccessScope,
        tracking::{Found, LookUpByCode},
    },
};
use eid_store::{
    Tx,
    dossiers::{self, Dossier},
};
use jiff::civil::Date;

/// Finds a dossier by its reference or code and the birth date. The key given sees the stages only.
///
/// # Errors
/// `no_match`: unknown code and wrong birth date are one answer.
#[utoipa::path(post, path = "/api/tracking/by-code", tag = "tracking", request_body = LookUpByCode, responses(
    (status = 200, body = Found), (status = 404, body = Problem, description = "`no_match`"),
    (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn by_code(
    State(app): State<App>,
    who: Proved,
    Mutation { body, once }: Mutation<LookUpByCode>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (code, birth) = parse(&body, office_date(now))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let limits = &app.config.limits;
    let subject = app.keys.blind("tracking code", &[code.as_str()]);
    proof::spend(&app, &mut tx, &limits.tracking_code_source, &who, now).await?;
    limits::spend(&mut tx, &limits.tracking_code_subject, &subject, now).await?;
    let found = find(&mut tx, &code)
        .await?
        .filter(|dossier| dossier.birth_date == birth.to_string());
    let Some(dossier) = found else {
        return once.refuse(tx, ProblemCode::NoMatch.into()).await;
    };
    let key = keys::issue(
        &app,
        &mut tx,
        &dossier.id,
        AccessScope::Read,
        keys::LOOK_UP_DAYS,
        now,
    )
    .await?;
    once.finish(
        tx,
        StatusCode::OK,
        &Found {
            reference: dossier.reference,
            key,
        },
    )
    .await
}

fn parse(typed: &LookUpByCode, today: Date) -> Result<(TypedCode, BirthDate), Vec<FieldError>> {
    let code = TypedCode::read(&typed.code);
    let birth = BirthDate::parse(&typed.birth_date, today);
    match (code, birth) {
        (Ok(code), Ok(birth)) => Ok((code, birth)),
        (code, birth) => {
            let code = code.err().map(|error| FieldError::new("code", error));
            let birth = birth.err().map(|error| FieldError::new("birth_date", error));
            Err(code.into_iter().chain(birth).collect())
        }
    }
}

async fn find(tx: &mut Tx, code: &TypedCode) -> Result<Option<Dossier>, ApiError> {
    Ok(match code {
        TypedCode::Reference(reference) => dossiers::by_reference(tx, reference.as_str()).await?,
        TypedCode::Dossier(code) => dossiers::by_code(tx, code.as_str()).await?,
    })
}

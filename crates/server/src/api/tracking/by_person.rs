//! `POST /api/tracking/by-person`.

use crate::{
    app::codes::{self, Purpose, Target},
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
    identity::{BirthDate, PersonalNumber},
    problem::Problem,
    wire::{
        Lang,
        tracking::{LookUpByPerson, LookUpStarted},
    },
};
use eid_store::{
    Tx,
    dossiers::{self, Dossier},
};
use jiff::civil::Date;

/// Sends a code to the phone on file, if there is one. The answer is always the same.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/tracking/by-person", tag = "tracking", request_body = LookUpByPerson, responses(
    (status = 202, body = LookUpStarted), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn by_person(
    State(app): State<App>,
    who: Proved,
    Mutation { body, once }: Mutation<LookUpByPerson>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let (number, birth) = parse(&body, office_date(now))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let limits = &app.config.limits;
    // By both: who knows the number alone can neither use up its owner's questions nor end the code under way.
    let subject = app
        .keys
        .blind("tracking person", &[number.as_str(), &birth.to_string()]);
    proof::spend(&app, &mut tx, &limits.tracking_person_source, &who, now).await?;
    limits::spend(&mut tx, &limits.tracking_person_subject, &subject, now).await?;
    let found = newest(&mut tx, &number, &birth).await?;
    let target = Target {
        purpose: Purpose::Tracking,
        subject,
        phone: found.as_ref().map(|dossier| dossier.otp_phone.clone()),
        lang: found
            .as_ref()
            .map_or(Lang::Vi, |dossier| Lang::from_tag(&dossier.lang)),
        payload: found.map(|dossier| dossier.id).unwrap_or_default(),
    };
    let row = codes::send(&app, &mut tx, target, now).await?;
    let started = LookUpStarted {
        expires_in_s: codes::expires_in(&row, now),
        resend_in_s: codes::resend_in(&row, now),
        id: row.id,
    };
    let answer = once.finish(tx, StatusCode::ACCEPTED, &started).await;
    app.wake.notify_one();
    answer
}

fn parse(typed: &LookUpByPerson, today: Date) -> Result<(PersonalNumber, BirthDate), Vec<FieldError>> {
    match (
        PersonalNumber::parse(&typed.personal_number),
        BirthDate::parse(&typed.birth_date, today),
    ) {
        (Ok(number), Ok(birth)) => Ok((number, birth)),
        (number, birth) => {
            let number = number
                .err()
                .map(|error| FieldError::new("personal_number", error));
            let birth = birth.err().map(|error| FieldError::new("birth_date", error));
            Err(number.into_iter().chain(birth).collect())
        }
    }
}

/// The open dossier, or else the newest.
async fn newest(
    tx: &mut Tx,
    number: &PersonalNumber,
    birth: &BirthDate,
) -> Result<Option<Dossier>, ApiError> {
    let all = dossiers::by_person(tx, number.as_str()).await?;
    let mut fitting: Vec<Dossier> = all
        .into_iter()
        .filter(|dossier| dossier.birth_date == birth.to_string())
        .collect();
    fitting.sort_by_key(|dossier| !dossier.is_open);
    Ok(fitting.into_iter().next())
}

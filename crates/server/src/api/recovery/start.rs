//! `POST /api/recovery`.

use crate::{
    app::{
        codes::{self, Purpose, Target},
        recovery,
    },
    limits,
    problem::ApiError,
    secret,
    state::App,
    web::{client::Source, cookies, json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use eid_domain::{
    field::FieldError,
    identity::{OtpPhone, PersonalNumber},
    problem::Problem,
    wire::recovery::{RecoveryBegun, StartRecovery},
};
use eid_store::{
    Tx, accounts, codes as sent,
    recoveries::{self, Recovery},
};
use jiff::Timestamp;

/// A code goes to the phone if it is the one on file of this number. The answer is always the same, and is never kept for a
/// repeat: it sets a cookie. Asked again within a minute, no second code is sent.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/recovery", tag = "account", request_body = StartRecovery, responses(
    (status = 201, body = RecoveryBegun), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    source: Source,
    Mutation { body, .. }: Mutation<StartRecovery>,
) -> Result<Response, ApiError> {
    let (number, phone) = parse(&body)?;
    let (now, limits) = (app.now(), &app.config.limits);
    let mut tx = app.store.begin().await?;
    limits::spend(&mut tx, &limits.recovery_source, &source.0, now).await?;
    let account = accounts::by_person(&mut tx, number.as_str()).await?;
    let account = account.filter(|one| one.phone == phone.as_str() && one.password_hash.is_some());
    let subject = app.keys.blind("recovery", &[number.as_str(), phone.as_str()]);
    let row = match unused(&mut tx, &subject, now).await? {
        Some(row) => row,
        None => {
            limits::spend(&mut tx, &limits.recovery_subject, &subject, now).await?;
            let target = Target {
                purpose: Purpose::Recovery,
                subject,
                phone: account.as_ref().map(|account| account.phone.clone()),
                lang: body.lang,
                payload: body.lang.as_str().to_owned(),
            };
            codes::send(&app, &mut tx, target, now).await?
        }
    };
    let token = secret::token::<32>(app.rng.as_ref())?;
    let begun = Recovery {
        hash: secret::digest(&token),
        account_id: account.map(|account| account.id),
        code_id: row.id.clone(),
        proved: false,
        expires_at: recovery::open_until(now),
    };
    recoveries::insert(&mut tx, &begun).await?;
    tx.commit().await?;
    app.wake.notify_one();
    let cookie = cookies::set(cookies::RECOVERY, &token);
    let told = recovery::told(&row, now);
    Ok((StatusCode::CREATED, [(header::SET_COOKIE, cookie)], Json(told)).into_response())
}

/// The code sent to the same person and phone less than a minute ago, where nobody has used it.
async fn unused(tx: &mut Tx, subject: &str, now: Timestamp) -> Result<Option<sent::OneTimeCode>, ApiError> {
    let last = sent::last_of_subject(tx, Purpose::Recovery.as_str(), subject).await?;
    Ok(last.filter(|code| code.used_at.is_none() && codes::resend_in(code, now) > 0))
}

fn parse(typed: &StartRecovery) -> Result<(PersonalNumber, OtpPhone), Vec<FieldError>> {
    match (
        PersonalNumber::parse(&typed.personal_number),
        OtpPhone::parse(&typed.phone),
    ) {
        (Ok(number), Ok(phone)) => Ok((number, phone)),
        (number, phone) => {
            let number = number
                .err()
                .map(|error| FieldError::new("personal_number", error));
            let phone = phone.err().map(|error| FieldError::new("phone", error));
            Err(number.into_iter().chain(phone).collect())
        }
    }
}

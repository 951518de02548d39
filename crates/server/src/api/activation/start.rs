//! `POST /api/activation`.

use crate::{
    app::{
        codes::{self, Purpose, Target},
        journey,
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
    field::{FieldCode, FieldError},
    identity::{OtpPhone, PersonalNumber},
    problem::Problem,
    wire::activation::{ActivationView, StartActivation, Step},
};
use eid_store::{
    Tx, accounts,
    activations::{self, Activation},
    codes as stored_codes,
};
use jiff::Timestamp;

/// Begins the journey: a code goes to the phone if it is the one on file. The answer is always the same, and
/// is never kept for a repeat: it sets a cookie. Asked again within a minute, no second code is sent.
///
/// # Errors
/// `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/activation", tag = "activation", request_body = StartActivation, responses(
    (status = 201, body = ActivationView), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    source: Source,
    Mutation { body, .. }: Mutation<StartActivation>,
) -> Result<Response, ApiError> {
    let (number, phone) = parse(&body)?;
    let now = app.now();
    let mut tx = app.store.begin().await?;
    let limits = &app.config.limits;
    limits::spend(&mut tx, &limits.activation_source, &source.0, now).await?;
    let account = accounts::by_person(&mut tx, number.as_str()).await?;
    let account = account.filter(|account| account.phone == phone.as_str());
    let subject = app.keys.blind("activation", &[number.as_str(), phone.as_str()]);
    let code_id = match unused(&mut tx, &subject, now).await? {
        Some(id) => id,
        None => {
            // By both: who knows the number alone cannot use up the tries of its owner.
            let person = app
                .keys
                .blind("activation person", &[number.as_str(), phone.as_str()]);
            limits::spend(&mut tx, &limits.activation_subject, &person, now).await?;
            let target = Target {
                purpose: Purpose::Activation,
                subject,
                phone: account.as_ref().map(|account| account.phone.clone()),
                lang: body.lang,
                // Another code on this way counts for the same person.
                payload: person,
            };
            codes::send(&app, &mut tx, target, now).await?.id
        }
    };
    let token = secret::token::<32>(app.rng.as_ref())?;
    let begun = Activation {
        hash: secret::digest(&token),
        account_id: account.map(|account| account.id),
        step: journey::word(Step::Code).to_owned(),
        code_id: Some(code_id),
        expires_at: journey::open_until(now),
        password_hash: None,
        passcode_hash: None,
        created_at: now,
    };
    activations::insert(&mut tx, &begun).await?;
    let view = journey::view(&mut tx, &begun, now).await?;
    tx.commit().await?;
    app.wake.notify_one();
    let cookie = cookies::set(cookies::ACTIVATION, &token);
    Ok((StatusCode::CREATED, [(header::SET_COOKIE, cookie)], Json(view)).into_response())
}

/// The code sent to the same person and phone less than a minute ago, where nobody has used it.
async fn unused(tx: &mut Tx, subject: &str, now: Timestamp) -> Result<Option<String>, ApiError> {
    let last = stored_codes::last_of_subject(tx, Purpose::Activation.as_str(), subject).await?;
    let last = last.filter(|code| code.used_at.is_none() && codes::resend_in(code, now) > 0);
    Ok(last.map(|code| code.id))
}

fn parse(typed: &StartActivation) -> Result<(PersonalNumber, OtpPhone), Vec<FieldError>> {
    let number = PersonalNumber::parse(&typed.personal_number);
    let phone = OtpPhone::parse(&typed.phone);
    match (number, phone, typed.own_device) {
        (Ok(number), Ok(phone), true) => Ok((number, phone)),
        (number, phone, own_device) => {
            let number = number
                .err()
                .map(|error| FieldError::new("personal_number", error));
            let phone = phone.err().map(|error| FieldError::new("phone", error));
            let device = (!own_device).then(|| FieldError::new("own_device", FieldCode::ConsentRequired));
            Err(number.into_iter().chain(phone).chain(device).collect())
        }
    }
}

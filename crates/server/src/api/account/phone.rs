//! `/api/account/phone`: another phone, by who has the one until now.

use crate::{
    app::{
        citizens::Citizen,
        codes::{self, Purpose, Tried},
        new_phone, passcodes,
    },
    limits,
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    field::FieldCode,
    problem::Problem,
    secret::OneTimeCode,
    wire::{
        Lang,
        new_phone::{NewPhoneCode, NewPhoneView, ResendNewPhone, StartNewPhone},
    },
};
use eid_store::phone_changes::{self, PhoneChange, Step};

/// Begins: the passcode proves the owner, a code goes to the number until now. Nothing goes to the new number yet.
///
/// # Errors
/// `not_signed_in`, `invalid_fields`, `locked_out`: five wrong passcodes lock until midnight; `too_many_requests`.
#[utoipa::path(post, path = "/api/account/phone", tag = "account", security(("citizen" = [])),
    request_body = StartNewPhone, responses((status = 201, body = NewPhoneView), (status = 401, body = Problem),
    (status = 422, body = Problem), (status = 423, body = Problem), (status = 429, body = Problem)))]
pub async fn start(
    State(app): State<App>,
    source: Source,
    citizen: Citizen,
    Mutation { body, once }: Mutation<StartNewPhone>,
) -> Result<Response, ApiError> {
    let (account, now) = (&citizen.account, app.now());
    let phone = body.parse()?;
    if phone.as_str() == account.phone {
        return Err(ApiError::field("phone", FieldCode::PhoneSame));
    }
    passcodes::prove(&app, &source, account, &body.passcode, now).await?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let change = PhoneChange {
        account_id: account.id.clone(),
        session_hash: citizen.session.hash.clone(),
        phone: phone.as_str().to_owned(),
        step: Step::Old,
        code_id: String::new(),
        expires_at: now,
    };
    let view = new_phone::send(&app, &mut tx, account, change, body.lang, now).await?;
    let answer = once.finish(tx, StatusCode::CREATED, &view).await;
    app.wake.notify_one();
    answer
}

/// Judges the code that was sent last. The right one of the number until now sends one to the new number; that one's right
/// code changes the phone, signs out everywhere else and tells both numbers. Only then is it said that another account has
/// the new number: who asks has proved to have it.
///
/// # Errors
/// `not_signed_in`, `journey_expired`, `invalid_fields`, `code_wrong` with the tries left, `code_expired`,
/// `too_many_requests`.
#[utoipa::path(post, path = "/api/account/phone/code", tag = "account", security(("citizen" = [])),
    request_body = NewPhoneCode, responses((status = 200, body = NewPhoneView), (status = 401, body = Problem),
    (status = 410, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn code(
    State(app): State<App>,
    source: Source,
    citizen: Citizen,
    Mutation { body, once }: Mutation<NewPhoneCode>,
) -> Result<Response, ApiError> {
    let typed = OneTimeCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let (account, now) = (&citizen.account, app.now());
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.code_try_source, &source.0, now).await?;
    let mut change = new_phone::live(&mut tx, &citizen, now).await?;
    let row = match codes::attempt(&app, &mut tx, Purpose::NewPhone, &change.code_id, &typed, now).await? {
        Tried::Right(row) => row,
        Tried::Refused(refusal) => return once.refuse(tx, refusal).await,
    };
    let view = match change.step {
        Step::Old => {
            change.step = Step::New;
            let lang = Lang::from_tag(&row.payload);
            new_phone::send(&app, &mut tx, account, change, lang, now).await?
        }
        Step::New if new_phone::is_taken(&mut tx, account, &change.phone, now).await? => {
            phone_changes::end_ways(&mut tx, &account.id).await?;
            return once
                .refuse(tx, ApiError::field("phone", FieldCode::PhoneTaken))
                .await;
        }
        Step::New => new_phone::finish(&app, &mut tx, &citizen, &change.phone, now).await?,
    };
    let answer = once.finish(tx, StatusCode::OK, &view).await;
    app.wake.notify_one();
    answer
}

/// Another code to the number whose turn it is.
///
/// # Errors
/// `not_signed_in`, `journey_expired`, `too_many_requests`.
#[utoipa::path(post, path = "/api/account/phone/resend", tag = "account", security(("citizen" = [])),
    request_body = ResendNewPhone, responses((status = 200, body = NewPhoneView), (status = 401, body = Problem),
    (status = 410, body = Problem), (status = 429, body = Problem)))]
pub async fn resend(
    State(app): State<App>,
    citizen: Citizen,
    Mutation { body, once }: Mutation<ResendNewPhone>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let change = new_phone::live(&mut tx, &citizen, now).await?;
    let view = new_phone::send(&app, &mut tx, &citizen.account, change, body.lang, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &view).await;
    app.wake.notify_one();
    answer
}

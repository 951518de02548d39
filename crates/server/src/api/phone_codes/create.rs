//! `POST /api/phone-codes`.

use crate::{
    app::{
        assist::Helper,
        codes::{self, FOR_STAFF, Purpose, Target},
    },
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
    identity::OtpPhone,
    problem::Problem,
    wire::phone_codes::{CodeSent, NewPhoneCode},
};

/// Sends a code to a Vietnamese mobile number.
///
/// # Errors
/// `invalid_fields`, `proof_required`, `too_many_requests`.
#[utoipa::path(post, path = "/api/phone-codes", tag = "booking", request_body = NewPhoneCode, responses(
    (status = 201, body = CodeSent), (status = 422, body = Problem), (status = 429, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    who: Proved,
    helper: Helper,
    Mutation { body, once }: Mutation<NewPhoneCode>,
) -> Result<Response, ApiError> {
    let phone = OtpPhone::parse(&body.phone).map_err(|code| ApiError::field("phone", code))?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let subject = app.keys.blind("phone", &[phone.as_str()]);
    let limits = &app.config.limits;
    if !helper.spend(&app, &mut tx, now).await? {
        proof::spend(&app, &mut tx, &limits.phone_code_source, &who, now).await?;
    }
    limits::spend(&mut tx, &limits.phone_code_phone, &subject, now).await?;
    let target = Target {
        purpose: Purpose::Phone,
        subject,
        phone: Some(phone.as_str().to_owned()),
        lang: body.lang,
        payload: helper
            .staff_id()
            .map_or_else(String::new, |_| FOR_STAFF.to_owned()),
    };
    let row = codes::send(&app, &mut tx, target, now).await?;
    let sent = CodeSent {
        phone_ends: phone.last_digits().to_owned(),
        expires_in_s: codes::expires_in(&row, now),
        resend_in_s: codes::resend_in(&row, now),
        id: row.id,
    };
    let answer = once.finish(tx, StatusCode::CREATED, &sent).await;
    app.wake.notify_one();
    answer
}

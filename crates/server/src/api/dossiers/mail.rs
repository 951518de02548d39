//! `/api/dossiers/{reference}/mail`: letters beside the messages, for who wishes them.

use crate::{
    app::{
        codes::{self, Purpose, Target, Tried},
        notice_wishes,
        owner::{Begun, Owner, nobody_else},
    },
    limits,
    problem::ApiError,
    state::App,
    web::{json::Nothing, once::Mutation},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    identity::MailAddress,
    problem::{Problem, ProblemCode},
    secret::OneTimeCode,
    wire::{
        Lang,
        notices::{AskForMail, ConfirmMail, MailCodeSent, NoticeWishesView},
    },
};
use eid_store::{Tx, codes as sent, dossiers::Dossier};

fn subject(app: &App, dossier: &Dossier) -> String {
    app.keys.blind("mail", &[&dossier.id])
}

/// Sends a code to an address, in the language of the messages. Nothing else goes there until the code was entered.
///
/// # Errors
/// `no_match`, `not_allowed`; `invalid_fields` at `address`; `too_many_requests` by source, by address, and within a minute.
#[utoipa::path(post, path = "/api/dossiers/{reference}/mail/code", tag = "tracking",
    params(("reference" = String, Path)), request_body = AskForMail, security(("access_key" = [])), responses(
    (status = 201, body = MailCodeSent), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn code(
    State(app): State<App>,
    owner: Owner,
    Mutation { body, once }: Mutation<AskForMail>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let limits = &app.config.limits;
    let address = MailAddress::parse(&body.address).map_err(|code| ApiError::field("address", code))?;
    let (mut tx, dossier) = match owner
        .begin(&app, &once, Some(&limits.mail_code_source), now)
        .await?
    {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    nobody_else()?;
    let reached = app.keys.blind("mail_address", &[address.as_str()]);
    limits::spend(&mut tx, &limits.mail_code_address, &reached, now).await?;
    let target = Target {
        purpose: Purpose::Mail,
        subject: subject(&app, &dossier),
        phone: Some(address.as_str().to_owned()),
        lang: Lang::from_tag(&dossier.lang),
        payload: String::new(),
    };
    let row = codes::send(&app, &mut tx, target, now).await?;
    let told = MailCodeSent {
        expires_in_s: codes::expires_in(&row, now),
        resend_in_s: codes::resend_in(&row, now),
    };
    let answer = once.finish(tx, StatusCode::CREATED, &told).await;
    app.wake.notify_one();
    answer
}

/// The code has come: letters go there from now on, in place of an address before. Every phone is told.
///
/// # Errors
/// `no_match`, `not_allowed`; `invalid_fields` at `code`; `code_wrong` with the tries left, `code_expired`; `too_many_requests`.
#[utoipa::path(put, path = "/api/dossiers/{reference}/mail", tag = "tracking",
    params(("reference" = String, Path)), request_body = ConfirmMail, security(("access_key" = [])), responses(
    (status = 200, body = NoticeWishesView), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 410, body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem)))]
pub async fn confirm(
    State(app): State<App>,
    owner: Owner,
    Mutation { body, once }: Mutation<ConfirmMail>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let typed = OneTimeCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let limit = &app.config.limits.code_try_source;
    let (mut tx, dossier) = match owner.begin(&app, &once, Some(limit), now).await? {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    nobody_else()?;
    let last = sent::last_of_subject(&mut tx, Purpose::Mail.as_str(), &subject(&app, &dossier)).await?;
    let row = last.ok_or(ApiError::from(ProblemCode::CodeExpired))?;
    match codes::attempt(&app, &mut tx, Purpose::Mail, &row.id, &typed, now).await? {
        Tried::Refused(refusal) => return once.refuse(tx, refusal).await,
        Tried::Right(row) => {
            let address = row.phone.unwrap_or_default();
            notice_wishes::change_mail(&app, &mut tx, &dossier, address, now).await?;
        }
    }
    finish(&app, tx, &dossier, &once).await
}

/// No letters any more; the address is forgotten. Every phone is told.
///
/// # Errors
/// `no_match`, `not_allowed`, `too_many_requests`.
#[utoipa::path(delete, path = "/api/dossiers/{reference}/mail", tag = "tracking",
    params(("reference" = String, Path)), security(("access_key" = [])), responses(
    (status = 200, body = NoticeWishesView), (status = 403, body = Problem),
    (status = 404, body = Problem, description = "`no_match`"), (status = 429, body = Problem)))]
pub async fn stop(
    State(app): State<App>,
    owner: Owner,
    Mutation { once, .. }: Mutation<Nothing>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let limit = &app.config.limits.notice_wish_source;
    let (mut tx, dossier) = match owner.begin(&app, &once, Some(limit), now).await? {
        Begun::First(tx, dossier) => (tx, dossier),
        Begun::Again(answer) => return Ok(answer),
    };
    nobody_else()?;
    notice_wishes::change_mail(&app, &mut tx, &dossier, String::new(), now).await?;
    finish(&app, tx, &dossier, &once).await
}

async fn finish(
    app: &App,
    mut tx: Tx,
    dossier: &Dossier,
    once: &crate::web::once::Once,
) -> Result<Response, ApiError> {
    let seen = notice_wishes::seen(&mut tx, dossier).await?;
    let answer = once.finish(tx, StatusCode::OK, &seen).await;
    app.wake.notify_one();
    answer
}

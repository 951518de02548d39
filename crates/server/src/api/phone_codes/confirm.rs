//! `POST /api/phone-codes/{id}/confirm`.

use crate::{
    app::codes::{self, Purpose, Tried},
    limits,
    problem::ApiError,
    secret,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
        path::Path,
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    problem::Problem,
    secret::OneTimeCode,
    wire::phone_codes::{ConfirmCode, PhoneProof},
};
use eid_store::proofs;
use jiff::{SignedDuration, Timestamp};

/// Minutes a proof is good for.
const PROOF_MINUTES: i64 = 30;

/// Proves the phone with the code that was sent.
///
/// # Errors
/// `code_wrong` with the tries left, `code_expired`.
#[utoipa::path(post, path = "/api/phone-codes/{id}/confirm", tag = "booking", params(("id" = String, Path)),
    request_body = ConfirmCode, responses((status = 200, body = PhoneProof),
    (status = 410, body = Problem, description = "`code_expired`"),
    (status = 422, body = Problem, description = "`code_wrong`")))]
pub async fn confirm(
    State(app): State<App>,
    Path(id): Path<String>,
    source: Source,
    Mutation { body, once }: Mutation<ConfirmCode>,
) -> Result<Response, ApiError> {
    let typed = OneTimeCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.code_try_source, &source.0, now).await?;
    let row = match codes::attempt(&app, &mut tx, Purpose::Phone, &id, &typed, now).await? {
        Tried::Right(row) => row,
        Tried::Refused(refusal) => return once.refuse(tx, refusal).await,
    };
    let proof = secret::token::<32>(app.rng.as_ref())?;
    let until = now
        .saturating_add(SignedDuration::from_mins(PROOF_MINUTES))
        .unwrap_or(Timestamp::MAX);
    proofs::insert(
        &mut tx,
        &secret::digest(&proof),
        &row.phone.unwrap_or_default(),
        until,
    )
    .await?;
    once.finish(tx, StatusCode::OK, &PhoneProof { proof }).await
}

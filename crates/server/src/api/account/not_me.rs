//! `POST /api/account/not-me`.

use crate::{
    app::{
        accounts as steps,
        audit::Who,
        citizens::{self, Citizen},
        ids, sessions,
    },
    problem::ApiError,
    state::App,
    web::{json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use eid_domain::{
    calendar::office_now,
    problem::Problem,
    wire::account::{NotMe, NotMeDone},
};
use eid_store::{
    Tx,
    accounts::Account,
    dossiers,
    sessions::SessionKind,
    tickets::{self, Ticket},
};
use jiff::Timestamp;

/// "This was not me": locks the account, signs out everywhere, and asks the office of the dossier to look into it.
///
/// # Errors
/// `not_signed_in`; `state_conflict` where it is not in use.
#[utoipa::path(post, path = "/api/account/not-me", tag = "account", security(("citizen" = [])), request_body = NotMe,
    responses((status = 200, body = NotMeDone), (status = 401, body = Problem), (status = 409, body = Problem)))]
pub async fn not_me(
    State(app): State<App>,
    citizen: Citizen,
    Mutation { body, .. }: Mutation<NotMe>,
) -> Result<Response, ApiError> {
    let (mut account, now) = (citizen.account, app.now());
    let mut tx = app.store.begin().await?;
    let asked = ask(&app, &mut tx, &account, body.at, now).await?;
    let id = account.id.clone();
    steps::note(&app, &mut tx, &account, "account.not_me", Who::Citizen(&id), now).await?;
    citizens::lock(&app, &mut tx, &mut account, now).await?;
    tx.commit().await?;
    let gone = sessions::clear(SessionKind::Citizen);
    Ok(([(header::SET_COOKIE, gone)], Json(NotMeDone { asked })).into_response())
}

/// Opens a question at the office of the dossier with which the account was asked for. False where there is no such office
/// any more; one that waits already is not asked twice, and counts.
async fn ask(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    at: Timestamp,
    now: Timestamp,
) -> Result<bool, ApiError> {
    let dossier = match &account.dossier_id {
        Some(id) => dossiers::by_id(tx, id).await?,
        None => None,
    };
    let Some(dossier) = dossier else {
        return Ok(false);
    };
    let when = office_now(at);
    let (date, time) = (when.date(), when.time());
    let text = format!(
        "Chủ tài khoản báo: không phải tôi. Việc xảy ra lúc {:02}:{:02} ngày {:02}/{:02}/{}. Tài khoản đã tự khóa; xin kiểm tra và gọi lại.",
        time.hour(),
        time.minute(),
        date.day(),
        date.month(),
        date.year(),
    );
    let ticket = Ticket {
        id: ids::handle(app.rng.as_ref())?,
        dossier_id: dossier.id,
        office_id: dossier.office_id,
        asked_at: now,
        text,
        answer: None,
    };
    tickets::ask(tx, &ticket).await?;
    Ok(true)
}

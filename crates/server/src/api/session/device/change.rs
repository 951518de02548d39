//! `POST /api/session/device`.

use crate::{
    app::{accounts as steps, citizens, devices, passcodes},
    limits,
    problem::ApiError,
    state::App,
    web::{client::Source, cookies, json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use eid_domain::{
    account::State as AccountState,
    field::FieldCode,
    problem::{Problem, ProblemCode},
    secret::OneTimeCode,
    wire::devices::{ChangeDevice, SignedIn},
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    devices::Change,
    passkeys,
    sessions::{Proved, SessionKind},
};
use jiff::Timestamp;

/// Moves the account to this device and signs in: with the code that the device until now shows, or with the one sent to the
/// phone and the passcode. The second way also opens what its owner has locked. The answer is never kept for a repeat: it
/// sets cookies.
///
/// # Errors
/// `not_signed_in` where no password was given in the last ten minutes; `invalid_fields`, `code_wrong`, `code_expired`,
/// `locked_out`: five wrong passcodes lock until midnight; `too_many_requests`; `account_locked`.
#[utoipa::path(post, path = "/api/session/device", tag = "account", request_body = ChangeDevice, responses(
    (status = 200, body = SignedIn), (status = 401, body = Problem), (status = 410, body = Problem),
    (status = 422, body = Problem), (status = 423, body = Problem), (status = 429, body = Problem)))]
pub async fn change(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<ChangeDevice>,
) -> Result<Response, ApiError> {
    let code = OneTimeCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let now = app.now();
    let none = || ApiError::from(ProblemCode::NotSignedIn);
    let mut tx = app.store.begin().await?;
    let mut change = devices::begun(&mut tx, &headers, now).await?;
    limits::spend(&mut tx, &app.config.limits.code_try_source, &source.0, now).await?;
    let account = accounts::lock(&mut tx, &change.account_id)
        .await?
        .ok_or_else(none)?;
    let locked = steps::state_of(&account)? == AccountState::Locked;
    let (mut tx, mut account) = match &body.passcode {
        None if locked => return Err(ApiError::field("passcode", FieldCode::Required)),
        None => {
            let refused = devices::judge_shown(&app, &mut tx, &account.id, &code, now).await?;
            (or_refuse(tx, refused).await?, account)
        }
        Some(passcode) => {
            let refused = devices::judge_sent(&app, &mut tx, &mut change, &code, now).await?;
            let tx = or_refuse(tx, refused).await?;
            by_passcode(&app, tx, (account, &source), passcode, now).await?
        }
    };
    let mut done = citizens::done();
    // Locked while the passcode was judged: this passcode was not given to open it.
    if !locked && steps::state_of(&account)? == AccountState::Locked {
        return Err(ProblemCode::AccountLocked.into());
    }
    if locked {
        citizens::unlock(&app, &mut tx, &mut account, now).await?;
        let passkeys = passkeys::of_subject(&mut tx, SessionKind::Citizen, &account.id).await?;
        done.check_passkeys = !passkeys.is_empty();
    }
    let set = open(&app, &mut tx, &headers, &account, &change, now).await?;
    tx.commit().await?;
    let gone = cookies::clear(cookies::BEGUN);
    let [session, device] = set;
    let set = [session, device, gone].map(|cookie| (header::SET_COOKIE, cookie));
    Ok((AppendHeaders(set), Json(done)).into_response())
}

/// Goes on, or keeps the try that was used up and refuses.
async fn or_refuse(tx: Tx, refused: Option<ApiError>) -> Result<Tx, ApiError> {
    match refused {
        None => Ok(tx),
        Some(refusal) => {
            tx.commit().await?;
            Err(refusal)
        }
    }
}

/// The passcode, judged outside of a transaction: it takes its time.
async fn by_passcode(
    app: &App,
    tx: Tx,
    (account, source): (Account, &Source),
    passcode: &str,
    now: Timestamp,
) -> Result<(Tx, Account), ApiError> {
    tx.commit().await?;
    passcodes::prove(app, source, &account, passcode, now).await?;
    let mut tx = app.store.begin().await?;
    let none = || ApiError::from(ProblemCode::NotSignedIn);
    let account = accounts::lock(&mut tx, &account.id).await?.ok_or_else(none)?;
    Ok((tx, account))
}

async fn open(
    app: &App,
    tx: &mut Tx,
    headers: &HeaderMap,
    account: &Account,
    change: &Change,
    now: Timestamp,
) -> Result<[HeaderValue; 2], ApiError> {
    // A second answer to the same question, a moment later, must not open another session.
    devices::end(tx, change, now).await?;
    citizens::begin(app, tx, headers, account, Proved::Password, now).await
}

//! `POST /api/session`.

use crate::{
    app::{
        accounts as steps,
        audit::{self, Done, Who},
        citizens, devices,
    },
    limits,
    problem::ApiError,
    state::App,
    web::{client::Source, json::Json, once::Mutation},
};
use axum::{
    extract::State,
    http::{HeaderMap, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use eid_domain::{
    account::State as AccountState,
    identity::PersonalNumber,
    problem::{Problem, ProblemCode},
    wire::{
        account::SignIn,
        devices::{SignedIn, SignedInNext},
    },
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    sessions::Proved,
};
use jiff::Timestamp;

/// What the audit writes for a number without an account: the number itself is nobody's business there.
const NOBODY: &str = "unknown";

/// Signs a citizen in, or says what is still to come: a code, where the account is in use on another device or was locked by
/// its owner. The answer is never kept for a repeat: it sets cookies.
///
/// # Errors
/// `sign_in_refused` with the tries left: unknown number and wrong password are one answer; `locked_out`;
/// with the right password `account_locked`, where its owner cannot open it by themselves, and `card_expired`.
#[utoipa::path(post, path = "/api/session", tag = "account", request_body = SignIn, responses(
    (status = 200, body = SignedIn), (status = 401, body = Problem, description = "`sign_in_refused`"),
    (status = 422, body = Problem), (status = 423, body = Problem)))]
pub async fn create(
    State(app): State<App>,
    source: Source,
    headers: HeaderMap,
    Mutation { body, .. }: Mutation<SignIn>,
) -> Result<Response, ApiError> {
    let number = PersonalNumber::parse(&body.personal_number);
    let number = number.map_err(|code| ApiError::field("personal_number", code))?;
    app.passwords.room()?;
    let now = app.now();
    let subject = app.keys.blind("sign in", &[number.as_str()]);
    let limits = &app.config.limits;
    let mut tx = app.store.begin().await?;
    // Counted before it is judged: as many at once as there are hands are no more than one after the other.
    limits::begin_try(&mut tx, &limits.sign_in_source, &source.0, now).await?;
    let left = limits::begin_try(&mut tx, &limits.sign_in_subject, &subject, now).await?;
    let account = accounts::by_person(&mut tx, number.as_str()).await?;
    tx.commit().await?;
    let stored = account
        .as_ref()
        .and_then(|account| account.password_hash.as_deref());
    let right = app.passwords.verify(stored, &body.password).await?;
    let mut tx = app.store.begin().await?;
    let Some(account) = keep_right(&app, &mut tx, account, right, now).await? else {
        tx.commit().await?;
        return Err(Problem::new(ProblemCode::SignInRefused).tries_left(left).into());
    };
    limits::forget(&mut tx, &limits.sign_in_subject, &subject).await?;
    limits::give_back(&mut tx, &limits.sign_in_source, &source.0, now).await?;
    let locked = steps::state_of(&account)? == AccountState::Locked;
    if locked && !citizens::may_unlock(&account) {
        tx.commit().await?;
        return Err(citizens::why_locked(&account, now).into());
    }
    let elsewhere = devices::elsewhere(&app, &mut tx, &headers, &account.id).await?;
    if !locked && elsewhere.is_none() {
        let set = citizens::begin(&app, &mut tx, &headers, &account, Proved::Password, now).await?;
        tx.commit().await?;
        let set = AppendHeaders(set.map(|cookie| (header::SET_COOKIE, cookie)));
        return Ok((set, Json(citizens::done())).into_response());
    }
    let cookie = devices::begin(&app, &mut tx, &account.id, now).await?;
    tx.commit().await?;
    let mut answer = citizens::locked(&account);
    answer.device = elsewhere.map(|device| device.agent);
    if !locked {
        answer.next = SignedInNext::Device;
    }
    Ok(([(header::SET_COOKIE, cookie)], Json(answer)).into_response())
}

/// The account, where the password was right and is still its password: locked or with another one meanwhile, it does not
/// open by what it was. A wrong one is what its owner sees in their history. One for a number that
/// nobody has is written down too: the auditor sees that numbers are tried, and the answer takes as long for both.
async fn keep_right(
    app: &App,
    tx: &mut Tx,
    account: Option<Account>,
    right: bool,
    now: Timestamp,
) -> Result<Option<Account>, ApiError> {
    if let Some(was) = account.as_ref().filter(|_| right) {
        let is = accounts::lock(tx, &was.id).await?;
        let is = is.filter(|is| is.password_hash == was.password_hash);
        if is.is_some() {
            return Ok(is);
        }
    }
    let refused = Done {
        who: Who::System,
        action: steps::REFUSED,
        kind: steps::KIND,
        id: account.as_ref().map_or(NOBODY, |account| &account.id),
        reason: None,
    };
    audit::note(app, tx, now, refused).await?;
    Ok(None)
}

//! `GET /api/account`.

use crate::{
    app::{accounts as steps, sessions, view},
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::{extract::State, http::HeaderMap};
use eid_domain::{
    problem::{Problem, ProblemCode},
    wire::account::{AccountEvent, AccountView},
};
use eid_store::{
    Tx,
    accounts::{self, Account},
    sessions::SessionKind,
};

/// The account of who is signed in.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = AccountView), (status = 401, body = Problem)))]
pub async fn read(State(app): State<App>, headers: HeaderMap) -> Result<Json<AccountView>, ApiError> {
    let session = sessions::current(&app, &headers, SessionKind::Citizen).await?;
    let mut tx = app.store.read().await?;
    let account = accounts::by_id(&mut tx, &session.subject_id).await?;
    let account = account.ok_or(ApiError::from(ProblemCode::NotSignedIn))?;
    Ok(Json(view_of(&mut tx, &account).await?))
}

/// A stored account as its holder sees it.
///
/// # Errors
/// When the database is out of reach.
pub async fn view_of(tx: &mut Tx, account: &Account) -> Result<AccountView, ApiError> {
    let log = steps::log_of(tx, &account.id).await?;
    // The newest sign-in is the one that looks at this.
    let before = log
        .iter()
        .filter(|entry| entry.action == "account.signed_in")
        .nth(1);
    Ok(AccountView {
        full_name: account.full_name.clone(),
        personal_number_masked: view::masked_number(&account.personal_number),
        birth_date: account.birth_date.clone(),
        phone_ends: view::phone_ends(&account.phone),
        level: account.level,
        state: steps::state_of(account)?,
        activated_at: account.activated_at,
        last_sign_in_at: before.map(|entry| entry.at),
        card_expires_on: account.card_expires_on,
        events: log
            .into_iter()
            .map(|entry| AccountEvent {
                at: entry.at,
                action: entry.action,
            })
            .collect(),
    })
}

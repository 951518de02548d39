//! `GET /api/account`.

use crate::{
    app::{
        accounts::{self as steps, Happened},
        attestations,
        citizens::{self, Citizen},
        looks, view,
    },
    problem::ApiError,
    state::App,
    web::json::Json,
};
use axum::extract::State;
use eid_domain::{
    account::State as AccountState,
    problem::Problem,
    wire::account::{AccountEvent, AccountView},
};
use eid_store::{Tx, accounts::Account, audit::Seen};

/// The account of who is signed in.
///
/// # Errors
/// `not_signed_in`.
#[utoipa::path(get, path = "/api/account", tag = "account", security(("citizen" = [])), responses(
    (status = 200, body = AccountView), (status = 401, body = Problem)))]
pub async fn read(State(app): State<App>, citizen: Citizen) -> Result<Json<AccountView>, ApiError> {
    let mut tx = app.store.read().await?;
    Ok(Json(view_of(&app, &mut tx, &citizen.account).await?))
}

/// A stored account as its holder sees it.
///
/// # Errors
/// When the database is out of reach.
async fn view_of(app: &App, tx: &mut Tx, account: &Account) -> Result<AccountView, ApiError> {
    let log = steps::log_of(tx, &account.id).await?;
    // The newest sign-in is the one that looks at this.
    let before = log
        .iter()
        .filter(|entry| citizens::is_sign_in(&entry.action))
        .nth(1);
    // Not at the account's dossier alone: who books again for a lost card, maybe elsewhere, has another one.
    let looks = looks::of(app, tx, Seen::Person(&account.personal_number)).await?;
    let home_looks = looks::at_home(app, tx, &account.personal_number).await?;
    let shown = attestations::shown(tx, account, app.now()).await?;
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
        events: events(&log),
        looks,
        home_looks,
        checks: shown.shown.into_iter().flat_map(|one| one.checks).collect(),
    })
}

/// What the log says, newest first. What was locked and is in use again was unlocked, not activated anew; what was overdue and
/// waits again was given its days anew, not approved a second time.
fn events(log: &[Happened]) -> Vec<AccountEvent> {
    let state = |entry: &Happened| AccountState::parse(entry.action.strip_prefix("account.")?);
    let event = |(index, entry): (usize, &Happened)| {
        let before = log.iter().skip(index + 1).find_map(state);
        let action = match (before, state(entry)) {
            (Some(AccountState::Locked), Some(now)) if now != AccountState::Locked => "unlocked",
            (Some(AccountState::L2Overdue), Some(AccountState::L2Approved)) => "reopened",
            _ => entry.action.strip_prefix("account.").unwrap_or(&entry.action),
        };
        AccountEvent {
            at: entry.at,
            action: format!("{}.{action}", steps::KIND),
            times: entry.times,
        }
    };
    log.iter().enumerate().map(event).collect()
}

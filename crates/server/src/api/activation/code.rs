//! `POST /api/activation/code`.

use crate::{
    app::{
        accounts as steps, children,
        codes::{self, Purpose, Tried},
        journey::{self, JourneyCookie},
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
    account::{ACTIVATE_WITHIN_DAYS, State as AccountState, activate_by},
    calendar::office_date,
    problem::{Problem, ProblemCode},
    secret::OneTimeCode,
    wire::activation::{ActivationView, GiveCode, Step},
};
use eid_store::accounts::{self, Account};
use jiff::Timestamp;

/// Proves the phone. Only from here on the journey tells anything about the account.
///
/// # Errors
/// `code_wrong`, `code_expired`, `journey_expired`; once the phone is proved `account_not_approved`,
/// `account_refused` with what the authority wrote, `account_not_requested`,
/// `account_already_active`, `account_locked`, `activation_overdue`, `representative_needed`.
#[utoipa::path(post, path = "/api/activation/code", tag = "activation", request_body = GiveCode,
    security(("activation" = [])), responses((status = 200, body = ActivationView),
    (status = 409, body = Problem, description = "What the account's state does not allow"),
    (status = 410, body = Problem, description = "`code_expired`, `journey_expired`"),
    (status = 422, body = Problem, description = "`code_wrong`")))]
pub async fn code(
    State(app): State<App>,
    source: Source,
    cookie: JourneyCookie,
    Mutation { body, once }: Mutation<GiveCode>,
) -> Result<Response, ApiError> {
    let typed = OneTimeCode::parse(&body.code).map_err(|code| ApiError::field("code", code))?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.code_try_source, &source.0, now).await?;
    let mut found = cookie.journey_at(&mut tx, Step::Code, now).await?;
    let id = found.code_id.clone().unwrap_or_default();
    if let Tried::Refused(refusal) =
        codes::attempt(&app, &mut tx, Purpose::Activation, &id, &typed, now).await?
    {
        return once.refuse(tx, refusal).await;
    }
    let account = match &found.account_id {
        Some(id) => accounts::by_id(&mut tx, id).await?,
        None => None,
    };
    let account = account.ok_or(ApiError::from(ProblemCode::CodeExpired))?;
    if let Err(refusal) = may_activate(&app, &account, now) {
        let mut problem = refusal.problem().clone();
        if problem.code == ProblemCode::AccountRefused {
            // The phone is proved: what was written to its owner may be read.
            problem = problem.words(accounts::refusal(&mut tx, &account.id).await?);
        }
        return once.refuse(tx, problem.into()).await;
    }
    journey::advance(&mut tx, &mut found, Step::Code, Step::Password, now).await?;
    let view = journey::view(&mut tx, &found, now).await?;
    once.finish(tx, StatusCode::OK, &view).await
}

/// Whether the account can be activated now (Decree 69/2024, art. 14).
///
/// # Errors
/// Why not.
pub(super) fn may_activate(app: &App, account: &Account, now: Timestamp) -> Result<(), ApiError> {
    // A child's is activated by the consent of who represents the child, in their account.
    if children::is_childs(account, now)? {
        return Err(ProblemCode::RepresentativeNeeded.into());
    }
    let over = account.notified_at.is_some_and(|notified| {
        activate_by(notified, ACTIVATE_WITHIN_DAYS, &app.catalog.calendar()).is_over(office_date(now))
    });
    Err(match steps::state_of(account)? {
        AccountState::L2Approved if !over => return Ok(()),
        // Activated before; with another phone it is activated again, and no days are counted.
        AccountState::DeviceReset => return Ok(()),
        AccountState::L2Approved | AccountState::L2Overdue => ProblemCode::ActivationOverdue,
        AccountState::L2Active => ProblemCode::AccountAlreadyActive,
        AccountState::Locked => ProblemCode::AccountLocked,
        AccountState::L2Requested | AccountState::L2Review => ProblemCode::AccountNotApproved,
        AccountState::L2Refused => ProblemCode::AccountRefused,
        AccountState::None | AccountState::L1Active => ProblemCode::AccountNotRequested,
    }
    .into())
}

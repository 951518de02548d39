//! `POST /api/desk/dossiers/{reference}/lock-account` and `…/unlock-account`.

use crate::{
    app::{
        accounts as steps,
        audit::{self, Done, Who},
        desk::{Case, Opened, REVEALED},
        locks,
        staff::{Right, Staff},
    },
    problem::ApiError,
    state::App,
    web::{once::Mutation, path::Path},
};
use axum::{extract::State, response::Response};
use eid_domain::{
    account::{LockReason, State as AccountState},
    dossier::Actor,
    field::FieldCode,
    problem::{Problem, ProblemCode},
    wire::{
        desk::{DeskDossier, Role},
        staff_lock::{LockAccount, UnlockAccount},
    },
};
use eid_store::{accounts::Account, sessions};
use jiff::Timestamp;

/// Locks the account of a dossier's person, who calls or stands at the counter; officers also for the other reasons of the
/// law (Law on Identification 26/2023, art. 34). A reason to see the person's data comes first. Everybody is signed out, the
/// holder is told, and what was locked at their wish they open by themselves.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`; `invalid_fields` where the role may not give the reason; `state_conflict`
/// where no reason to look was given yet, there is no account in use, or it is locked already.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/lock-account", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), request_body = LockAccount, responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
pub async fn lock(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<LockAccount>,
) -> Result<Response, ApiError> {
    staff.need(Right::Lock)?;
    let actor = actor(&staff);
    if !body.reason.may_be_given_by(actor) {
        return Err(ApiError::field("reason", FieldCode::ChoiceUnknown));
    }
    let mut case = match Case::open(&app, &once, &staff, Right::Lock, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let mut account = revealed(&mut case, &staff).await?;
    let by = (actor, Who::Staff(&staff.id));
    locks::lock(&app, &mut case.tx, &mut account, body.reason, by, case.now).await?;
    note(&app, &mut case, &staff, ("dossier.lock_account", body.reason)).await?;
    case.answer(&app, &once, &staff).await
}

/// Opens it again at the counter, once card and face were compared. What the authority has locked, what the last day of the
/// card has, and what was locked by a death is not opened here.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `no_match`; `invalid_fields` for what was not compared; `state_conflict` where no reason
/// to look was given yet or the account is not locked; `account_locked`, `card_expired` where it is not opened here.
#[utoipa::path(post, path = "/api/desk/dossiers/{reference}/unlock-account", tag = "desk",
    params(("reference" = String, Path)), security(("staff" = [])), request_body = UnlockAccount, responses(
    (status = 200, body = DeskDossier), (status = 401, body = Problem), (status = 403, body = Problem),
    (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem),
    (status = 423, body = Problem)))]
pub async fn unlock(
    State(app): State<App>,
    staff: Staff,
    Path(reference): Path<String>,
    Mutation { body, once }: Mutation<UnlockAccount>,
) -> Result<Response, ApiError> {
    staff.need(Right::Receive)?;
    body.parse()?;
    let mut case = match Case::open(&app, &once, &staff, Right::Receive, &reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let mut account = revealed(&mut case, &staff).await?;
    if steps::state_of(&account)? != AccountState::Locked {
        return Err(ProblemCode::StateConflict.into());
    }
    let reason = account.lock_reason.as_deref().and_then(LockReason::parse);
    if locks::card_is_over(&account, case.now) {
        return Err(ProblemCode::CardExpired.into());
    }
    let Some(reason) = reason.filter(|reason| reason.opens_at_the_counter()) else {
        return Err(ProblemCode::AccountLocked.into());
    };
    let by = (Actor::Officer, Who::Staff(&staff.id));
    locks::unlock(&app, &mut case.tx, &mut account, by, case.now).await?;
    note(&app, &mut case, &staff, ("dossier.unlock_account", reason)).await?;
    case.answer(&app, &once, &staff).await
}

const fn actor(staff: &Staff) -> Actor {
    match staff.role {
        Role::HelpDesk => Actor::HelpDesk,
        _ => Actor::Officer,
    }
}

/// The person's account, where this member of staff has said why they look at the person.
async fn revealed(case: &mut Case, staff: &Staff) -> Result<Account, ApiError> {
    let conflict = || ApiError::from(ProblemCode::StateConflict);
    let since = case.now.saturating_sub(REVEALED).unwrap_or(Timestamp::MIN);
    if !sessions::is_revealed(&mut case.tx, &staff.session_hash, &case.dossier.id, since).await? {
        return Err(conflict());
    }
    let account = steps::of_person(&mut case.tx, &case.dossier).await?;
    account.ok_or_else(conflict)
}

async fn note(
    app: &App,
    case: &mut Case,
    staff: &Staff,
    (action, reason): (&'static str, LockReason),
) -> Result<(), ApiError> {
    let id = case.dossier.id.clone();
    let done = Done {
        who: Who::Staff(&staff.id),
        action,
        kind: "dossier",
        id: &id,
        reason: Some(reason.as_str()),
    };
    audit::note(app, &mut case.tx, case.now, done).await
}

//! `POST /api/activation/questions`.

use super::code::may_activate;
use crate::{
    app::{
        accounts as steps,
        audit::Who,
        journey::{self, JourneyCookie},
        wallet,
    },
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    account::State as AccountState,
    dossier::Actor,
    field::FieldError,
    problem::{Problem, ProblemCode},
    secret::{AnswerKeys, SecurityQuestion, all_different, answer_keys},
    wire::activation::{ActivationView, SetQuestions, Step},
};
use eid_store::{
    accounts::{self, SecurityAnswer},
    dossiers,
};

/// Chooses two security questions, and activates the account.
///
/// # Errors
/// `invalid_fields`, `journey_expired`, `state_conflict`, `activation_overdue`.
#[utoipa::path(post, path = "/api/activation/questions", tag = "activation", request_body = SetQuestions,
    security(("activation" = [])), responses((status = 200, body = ActivationView),
    (status = 409, body = Problem), (status = 410, body = Problem), (status = 422, body = Problem)))]
pub async fn questions(
    State(app): State<App>,
    cookie: JourneyCookie,
    Mutation { body, once }: Mutation<SetQuestions>,
) -> Result<Response, ApiError> {
    let plain = checked(&body)?;
    let now = app.now();
    let answers = match cookie.stands_at(&app, Step::Questions, now).await? {
        true => hashed(&app, plain).await?,
        false => Vec::new(),
    };
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let mut found = cookie.journey_at(&mut tx, Step::Questions, now).await?;
    let expired = || ApiError::from(ProblemCode::JourneyExpired);
    let id = found.account_id.clone().ok_or_else(expired)?;
    let mut account = accounts::by_id(&mut tx, &id).await?.ok_or_else(expired)?;
    may_activate(&app, &account, now)?;
    account.password_hash = Some(found.password_hash.take().ok_or_else(expired)?);
    account.passcode_hash = Some(found.passcode_hash.take().ok_or_else(expired)?);
    account.level = 2;
    // With another phone it is activated again: it is in use since the first time, and papers that its owner has removed
    // are not asked for anew.
    let again = steps::state_of(&account)? == AccountState::DeviceReset && account.activated_at.is_some();
    if !again {
        account.activated_at = Some(now);
    }
    let by = (Actor::Citizen, Who::Citizen(&id));
    steps::step(&app, &mut tx, &mut account, AccountState::L2Active, by, now).await?;
    accounts::set_answers(&mut tx, &id, &answers).await?;
    journey::advance(&mut tx, &mut found, Step::Questions, Step::Done, now).await?;
    let dossier = match &account.dossier_id {
        Some(dossier_id) => dossiers::by_id(&mut tx, dossier_id).await?,
        None => None,
    };
    let (kind, facts) = (Kind::Activated, Facts::default());
    queue::tell_holder(&app, &mut tx, &account, dossier.as_ref(), kind, facts, now).await?;
    if !again {
        wallet::ask_as_wished(&app, &mut tx, &account, Who::Citizen(&account.id), now).await?;
    }
    let view = journey::view(&mut tx, &found, now).await?;
    let answer = once.finish(tx, StatusCode::OK, &view).await;
    app.wake.notify_one();
    answer
}

/// Kept without diacritics and case: a phone that types none must not lock its owner out.
fn checked(given: &SetQuestions) -> Result<Vec<(SecurityQuestion, AnswerKeys)>, ApiError> {
    let questions = given.answers.each_ref().map(|answer| answer.question);
    all_different(&questions).map_err(|code| ApiError::field("answers.1.question", code))?;
    let mut wrong = Vec::new();
    let mut plain = Vec::new();
    for (index, answer) in given.answers.iter().enumerate() {
        match answer_keys(&answer.answer) {
            Ok(keys) => plain.push((answer.question, keys)),
            Err(code) => wrong.push(FieldError::new(&format!("answers.{index}.answer"), code)),
        }
    }
    if wrong.is_empty() {
        Ok(plain)
    } else {
        Err(wrong.into())
    }
}

async fn hashed(
    app: &App,
    plain: Vec<(SecurityQuestion, AnswerKeys)>,
) -> Result<Vec<SecurityAnswer>, ApiError> {
    let mut answers = Vec::new();
    for (question, keys) in plain {
        let answer_hash = app.passwords.hash(app.rng.as_ref(), &keys.plain).await?;
        answers.push(SecurityAnswer {
            question: question.as_str().to_owned(),
            answer_hash,
        });
    }
    Ok(answers)
}

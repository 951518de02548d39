//! The activation journey: kept on the server under a cookie, fifteen minutes from step to step. Until the
//! code was given, a journey for nobody looks like every other.

use crate::app::codes;
use crate::{problem::ApiError, secret, state::App, web::cookies};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use eid_domain::{
    problem::ProblemCode,
    wire::activation::{ActivationView, Step},
};
use eid_store::{
    Tx, accounts,
    activations::{self, Activation},
    codes as stored_codes,
};
use jiff::{SignedDuration, Timestamp};

/// Minutes a journey stays open without a step.
const OPEN_MINUTES: i64 = 15;

/// The stored word of a step.
#[must_use]
pub const fn word(step: Step) -> &'static str {
    match step {
        Step::Code => "code",
        Step::Password => "password",
        Step::Passcode => "passcode",
        Step::Questions => "questions",
        Step::Done => "done",
    }
}

fn step_of(journey: &Activation) -> Result<Step, ApiError> {
    let steps = [
        Step::Code,
        Step::Password,
        Step::Passcode,
        Step::Questions,
        Step::Done,
    ];
    let found = steps.into_iter().find(|step| word(*step) == journey.step);
    found.ok_or_else(|| ApiError::internal("activation step", &journey.step))
}

/// When a journey that moves now closes.
#[must_use]
pub fn open_until(now: Timestamp) -> Timestamp {
    now.saturating_add(SignedDuration::from_mins(OPEN_MINUTES))
        .unwrap_or(Timestamp::MAX)
}

/// Digest of the journey's cookie.
#[derive(Clone, Debug)]
pub struct JourneyCookie(Option<String>);

impl FromRequestParts<App> for JourneyCookie {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, ApiError> {
        Ok(Self::of(&parts.headers))
    }
}

impl JourneyCookie {
    /// From a request's headers.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        Self(cookies::get(headers, cookies::ACTIVATION).map(secret::digest))
    }

    /// The open journey.
    ///
    /// # Errors
    /// `journey_expired`, also where there was none.
    pub async fn journey(&self, tx: &mut Tx, now: Timestamp) -> Result<Activation, ApiError> {
        let expired = || ApiError::from(ProblemCode::JourneyExpired);
        let hash = self.0.as_deref().ok_or_else(expired)?;
        activations::live(tx, hash, now).await?.ok_or_else(expired)
    }

    /// Whether the open journey stands at this step: asked before a secret is hashed for it, so that nobody without a proved
    /// journey has the server do that work.
    ///
    /// # Errors
    /// `journey_expired`; `unavailable` where too many wait for that work.
    pub async fn stands_at(&self, app: &App, step: Step, now: Timestamp) -> Result<bool, ApiError> {
        let journey = self.journey(&mut app.store.peek().await?, now).await?;
        let here = journey.step == word(step);
        if here {
            app.passwords.room()?;
        }
        Ok(here)
    }

    /// The hash of a secret chosen at this step; `None` at another one, where nothing is hashed.
    ///
    /// # Errors
    /// As [`JourneyCookie::stands_at`]; when no random bytes are to be had.
    pub async fn hashed_at(
        &self,
        app: &App,
        step: Step,
        secret: &str,
        now: Timestamp,
    ) -> Result<Option<String>, ApiError> {
        if !self.stands_at(app, step, now).await? {
            return Ok(None);
        }
        app.passwords.hash(app.rng.as_ref(), secret).await.map(Some)
    }

    /// The open journey, standing at this step.
    ///
    /// # Errors
    /// `journey_expired`; `state_conflict` at another step.
    pub async fn journey_at(&self, tx: &mut Tx, step: Step, now: Timestamp) -> Result<Activation, ApiError> {
        let journey = self.journey(tx, now).await?;
        if journey.step == word(step) {
            Ok(journey)
        } else {
            Err(ProblemCode::StateConflict.into())
        }
    }
}

/// Moves a journey a step further and stores what was changed in it.
///
/// # Errors
/// `state_conflict` where it has moved meanwhile.
pub async fn advance(
    tx: &mut Tx,
    journey: &mut Activation,
    from: Step,
    to: Step,
    now: Timestamp,
) -> Result<(), ApiError> {
    journey.step = word(to).to_owned();
    journey.expires_at = open_until(now);
    Ok(activations::advance(tx, word(from), journey).await?)
}

/// Where the journey stands, as the client sees it.
///
/// # Errors
/// When the database is out of reach.
pub async fn view(tx: &mut Tx, journey: &Activation, now: Timestamp) -> Result<ActivationView, ApiError> {
    let step = step_of(journey)?;
    let code = match (&journey.code_id, step) {
        (Some(id), Step::Code) => stored_codes::by_id(tx, id).await?,
        _ => None,
    };
    let account = match (&journey.account_id, step) {
        (Some(id), Step::Password | Step::Passcode | Step::Questions | Step::Done) => {
            accounts::by_id(tx, id).await?
        }
        _ => None,
    };
    Ok(ActivationView {
        step,
        expires_in_s: codes::seconds_until(journey.expires_at, now),
        code_expires_in_s: code.as_ref().map(|code| codes::expires_in(code, now)),
        resend_in_s: code.as_ref().map(|code| codes::resend_in(code, now)),
        activate_by: account.and_then(|account| account.activate_by),
    })
}

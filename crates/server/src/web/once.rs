//! A mutation is done once: its idempotency key, its work and its answer are one transaction. A repeat gets
//! the first answer. A refusal that changed nothing is not kept: the repeat is judged anew.

use super::{cookies, json, request_id};
use crate::{problem::ApiError, secret, state::App};
use axum::{
    extract::{FromRequest, Request},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use eid_domain::{
    problem::ProblemCode,
    wire::{ACCESS_KEY, IDEMPOTENCY_KEY},
};
use eid_store::{
    Tx,
    idempotency::{self, Answer, Begun},
};
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, de::DeserializeOwned};

/// The body of a mutation, and what makes it one.
pub struct Mutation<T> {
    /// The parsed body.
    pub body: T,
    /// The key.
    pub once: Once,
}

/// A mutation's identity: the key given, who gave it, for what, and what was asked. What is kept of the question is a keyed
/// digest, for a passcode is soon guessed from a plain one; the answer is sealed, for some hold a key.
#[derive(Clone)]
pub struct Once {
    app: App,
    key_hash: String,
    scope: String,
    request_hash: String,
}

/// Whether there is work to do.
pub enum Work {
    /// The first time: do it in this transaction, then [`Once::finish`].
    First(Tx),
    /// A repeat: this is the answer.
    Again(Response),
}

impl<T: DeserializeOwned> FromRequest<App> for Mutation<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, app: &App) -> Result<Self, ApiError> {
        let headers = request.headers().clone();
        let key = key_of(&headers)?;
        let scope = format!("{} {}", request.method(), request.uri().path());
        let body = json::read_body(request, app).await?;
        let parsed = json::parse(&headers, &body)?;
        let caller = caller_of(&headers);
        let parts = [key.as_bytes(), scope.as_bytes(), caller.as_bytes()];
        let once = Once {
            key_hash: secret::digest_parts(&parts),
            scope: secret::digest(&scope),
            request_hash: app.keys.blind("request", &[&secret::digest_parts(&[&body])]),
            app: app.clone(),
        };
        Ok(Self { body: parsed, once })
    }
}

fn key_of(headers: &HeaderMap) -> Result<String, ApiError> {
    let key = headers
        .get(IDEMPOTENCY_KEY)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let fits = (16..=64).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if fits {
        Ok(key.to_owned())
    } else {
        Err(ProblemCode::IdempotencyKeyMissing.into())
    }
}

/// Whoever holds these gets the stored answer, nobody else.
fn caller_of(headers: &HeaderMap) -> String {
    let cookie = |name| cookies::get(headers, name).unwrap_or_default();
    let key = headers
        .get(ACCESS_KEY)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    [
        cookie(cookies::CITIZEN),
        cookie(cookies::BEGUN),
        cookie(cookies::DESK),
        cookie(cookies::DESK_BEGUN),
        cookie(cookies::ACTIVATION),
        cookie(cookies::VENUE),
        cookie(cookies::RECOVERY),
        key,
    ]
    .join("\n")
}

impl Once {
    /// The first answer, where this is a repeat: asked first by what ends the very thing that lets the caller ask, a session or
    /// a journey. An answer that was lost on the way would else come back as a refusal.
    ///
    /// # Errors
    /// When the database is out of reach.
    pub async fn before(&self) -> Result<Option<Response>, ApiError> {
        let mut tx = self.app.store.peek().await?;
        let known = idempotency::known(&mut tx, &self.key_hash, &self.scope, &self.request_hash).await?;
        match known {
            Some(Begun::Replay(answer)) => Ok(Some(self.replay(answer)?)),
            _ => Ok(None),
        }
    }

    /// Opens the transaction and takes the key.
    ///
    /// # Errors
    /// `idempotency_key_reused`, `request_in_progress`, or the database is out of reach.
    pub async fn begin(&self, app: &App, now: Timestamp) -> Result<Work, ApiError> {
        let mut tx = app.store.begin().await?;
        let stale = now.checked_sub(SignedDuration::from_mins(1)).unwrap_or(now);
        let begun = idempotency::begin(
            &mut tx,
            &self.key_hash,
            &self.scope,
            &self.request_hash,
            now,
            stale,
        )
        .await?;
        match begun {
            Begun::Fresh => Ok(Work::First(tx)),
            Begun::Replay(answer) => Ok(Work::Again(self.replay(answer)?)),
            Begun::InProgress => Err(ProblemCode::RequestInProgress.into()),
            Begun::Mismatch => Err(ProblemCode::IdempotencyKeyReused.into()),
        }
    }

    /// Keeps the answer, commits, and answers.
    ///
    /// # Errors
    /// When the commit fails; then nothing was done.
    pub async fn finish(
        &self,
        mut tx: Tx,
        status: StatusCode,
        body: &impl Serialize,
    ) -> Result<Response, ApiError> {
        let body = serde_json::to_string(body)?;
        let answer = Answer {
            status: status.as_u16(),
            body: self.sealed(&body)?,
            headers: String::new(),
        };
        idempotency::finish(&mut tx, &self.key_hash, &answer).await?;
        tx.commit().await?;
        Ok(json::bytes(status, body))
    }

    /// As [`Once::finish`], without a body.
    ///
    /// # Errors
    /// As [`Once::finish`].
    pub async fn finish_empty(&self, mut tx: Tx) -> Result<Response, ApiError> {
        let status = StatusCode::NO_CONTENT;
        let answer = Answer {
            status: status.as_u16(),
            body: String::new(),
            headers: String::new(),
        };
        idempotency::finish(&mut tx, &self.key_hash, &answer).await?;
        tx.commit().await?;
        Ok(empty(status))
    }

    /// Commits what was done and keeps no answer: one that is long, or new each time. A repeat works anew.
    ///
    /// # Errors
    /// When the commit fails; then nothing was done.
    pub async fn forget(&self, mut tx: Tx) -> Result<(), ApiError> {
        idempotency::abandon(&mut tx, &self.key_hash).await?;
        Ok(tx.commit().await?)
    }

    /// Commits a refusal that changed something (a try was used up), and refuses. A repeat is refused with
    /// the same words and uses up nothing.
    ///
    /// # Errors
    /// Always: the refusal, or that the commit failed.
    pub async fn refuse(&self, mut tx: Tx, refusal: ApiError) -> Result<Response, ApiError> {
        let mut problem = refusal.problem().clone();
        problem.request_id = request_id::current();
        let body = serde_json::to_string(&problem)?;
        let answer = Answer {
            status: problem.status,
            body: self.sealed(&body)?,
            headers: PROBLEM.to_owned(),
        };
        idempotency::finish(&mut tx, &self.key_hash, &answer).await?;
        tx.commit().await?;
        Err(refusal)
    }

    fn sealed(&self, body: &str) -> Result<String, ApiError> {
        let (keys, rng) = (&self.app.keys, self.app.rng.as_ref());
        Ok(keys.seal(rng, ANSWER, &self.key_hash, body.as_bytes())?)
    }

    fn replay(&self, answer: Answer) -> Result<Response, ApiError> {
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = if answer.body.is_empty() {
            empty(status)
        } else {
            let body = self.app.keys.open(ANSWER, &self.key_hash, &answer.body);
            json::bytes(
                status,
                body.ok_or_else(|| ApiError::internal("kept answer", &"does not open"))?,
            )
        };
        let headers = response.headers_mut();
        if answer.headers == PROBLEM {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
        }
        headers.insert(
            HeaderName::from_static("idempotent-replayed"),
            HeaderValue::from_static("true"),
        );
        Ok(response)
    }
}

/// What the answers are sealed for.
const ANSWER: &str = "kept answer";

const PROBLEM: &str = "application/problem+json";

fn empty(status: StatusCode) -> Response {
    let mut response = Response::default();
    *response.status_mut() = status;
    response
}

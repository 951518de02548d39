//! One request and its answer: limit of time, repeats, idempotency key, problem document.

use super::{ApiError, proof, repeat};
use crate::browser::{assisted, http, json, timer};
use eid_domain::problem::{Problem, ProblemCode};
use eid_domain::wire::{ACCESS_KEY, ASSISTED, IDEMPOTENCY_KEY};
use serde::{Serialize, de::DeserializeOwned};

/// A request is given up after this time.
const TIMEOUT_MS: i32 = 10_000;
/// Pauses before the second and the third try.
const PAUSES_MS: [u32; 2] = [600, 2_000];

/// So many proofs of work are given for one request: a phone may change its network while it works on the first.
const PROOFS: u8 = 2;

/// An answer, and when it was kept on the device where it does not come from the server now.
pub struct Kept<T> {
    /// The answer.
    pub value: T,
    /// Milliseconds since 1970 by the device's clock.
    pub at_ms: Option<f64>,
}

/// A call being made up.
///
/// Reading calls are repeated when the connection breaks. Changing calls are too, under the same idempotency key, so
/// that the server does the work once; the key also stays when the person presses the button again after a failure.
pub struct Call {
    request: http::Request,
}

impl Call {
    /// Reads.
    pub fn get(path: impl Into<String>) -> Self {
        Self::new(http::Method::GET, path.into())
    }

    /// Changes something, with a body.
    pub fn post<B: Serialize>(path: impl Into<String>, body: &B) -> Self {
        Self::new(http::Method::POST, path.into()).body(body)
    }

    /// Brings a text that is no JSON, and may take its time.
    pub fn post_text(path: impl Into<String>, media_type: &str, text: String, timeout_ms: i32) -> Self {
        let mut call = Self::new(http::Method::POST, path.into());
        call.request.headers.push(("content-type", media_type.to_owned()));
        call.request.body = Some(text);
        call.request.timeout_ms = timeout_ms;
        call
    }

    /// Changes something, without a body.
    pub fn post_empty(path: impl Into<String>) -> Self {
        Self::new(http::Method::POST, path.into())
    }

    /// Replaces something.
    pub fn put<B: Serialize>(path: impl Into<String>, body: &B) -> Self {
        Self::new(http::Method::PUT, path.into()).body(body)
    }

    /// Takes something away.
    pub fn delete(path: impl Into<String>) -> Self {
        Self::new(http::Method::DELETE, path.into())
    }

    fn new(method: http::Method, path: String) -> Self {
        let mut headers = vec![("accept", "application/json".to_owned())];
        if assisted::is_on() {
            headers.push((ASSISTED, "1".to_owned()));
        }
        Self {
            request: http::Request {
                method,
                path,
                headers,
                body: None,
                timeout_ms: TIMEOUT_MS,
            },
        }
    }

    fn body<B: Serialize>(mut self, body: &B) -> Self {
        self.request
            .headers
            .push(("content-type", "application/json".to_owned()));
        self.request.body = json::write(body);
        self
    }

    /// Shows the key of a receipt.
    #[must_use]
    pub fn access_key(mut self, key: &str) -> Self {
        self.request.headers.push((ACCESS_KEY, key.to_owned()));
        self
    }

    /// Adds a header of its own.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.request.headers.push((name, value.to_owned()));
        self
    }

    /// As [`send`](Self::send); says also whether the answer was kept on the device because there is no network.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn send_or_kept<T: DeserializeOwned>(self) -> Result<Kept<T>, ApiError> {
        let response = deliver(self.request).await?;
        let value = json::read(&response.body).ok_or(ApiError::Unexpected)?;
        Ok(Kept {
            value,
            at_ms: response.kept_at_ms,
        })
    }

    /// Sends it and reads the answer; for an answer without content `T` is `()`.
    ///
    /// # Errors
    /// Everything that can go wrong on the way, as [`ApiError`].
    pub async fn send<T: DeserializeOwned>(self) -> Result<T, ApiError> {
        let body = deliver(self.request).await?.body;
        let text = if body.is_empty() { "null" } else { &body };
        json::read(text).ok_or(ApiError::Unexpected)
    }

    /// Sends it and gives the answer as the text it is: a file.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    pub async fn send_for_text(self) -> Result<String, ApiError> {
        deliver(self.request).await.map(|response| response.body)
    }
}

/// Sends until there is an answer that counts. Not generic: once in the program, not once a type.
async fn deliver(mut request: http::Request) -> Result<http::Response, ApiError> {
    let ticket = (request.method != http::Method::GET).then(|| repeat::ticket(&request));
    if let Some(ticket) = &ticket {
        request.headers.push((IDEMPOTENCY_KEY, ticket.key.clone()));
    }
    let mut pauses = PAUSES_MS.into_iter();
    let mut proofs = PROOFS;
    loop {
        let error = match http::send(&request).await {
            Ok(response) => match judge(&response) {
                // The same request once more, under the same key, with the proof that was asked for.
                Judged::Final(error) if proofs > 0 && proof::given(&error, &mut request.headers).await => {
                    proofs -= 1;
                    continue;
                }
                Judged::Good => {
                    repeat::answered(ticket);
                    return Ok(response);
                }
                Judged::Final(error) => {
                    repeat::answered(ticket);
                    return Err(error);
                }
                Judged::Passing(error) => error,
            },
            Err(http::Failure::Offline) => ApiError::Offline,
            Err(http::Failure::Timeout) => ApiError::Timeout,
        };
        match pauses.next() {
            Some(pause) => timer::sleep(pause).await,
            None => return Err(error),
        }
    }
}

enum Judged {
    /// The work is done.
    Good,
    /// The server has decided.
    Final(ApiError),
    /// Nobody has decided; the same again may work.
    Passing(ApiError),
}

fn judge(response: &http::Response) -> Judged {
    if (200..300).contains(&response.status) {
        return Judged::Good;
    }
    let problem: Option<Problem> = json::read(&response.body);
    let passing = match &problem {
        Some(problem) => matches!(
            problem.code,
            ProblemCode::RequestInProgress | ProblemCode::Unavailable
        ),
        // A proxy's own page.
        None => matches!(response.status, 502..=504),
    };
    let error = problem.map_or(ApiError::Unexpected, |problem| {
        ApiError::Problem(Box::new(problem))
    });
    if passing {
        Judged::Passing(error)
    } else {
        Judged::Final(error)
    }
}

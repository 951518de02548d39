//! The one envelope for everything that goes wrong on the wire (RFC 9457, `application/problem+json`).
//!
//! The `code` is stable and is what clients act on; words for people are the client's business, in the
//! person's language. Server text is never shown.

use crate::field::FieldError;
use serde::{Deserialize, Serialize};

macro_rules! problem_codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $status:literal;)+) => {
        /// Every kind of failure a request can end in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum ProblemCode { $($(#[$doc])* $name,)+ }

        impl ProblemCode {
            /// Every code, so that translations can be checked for completeness.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The stable text of the code.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// The HTTP status that goes with the code.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)+ }
            }
        }
    };
}

problem_codes! {
    /// The body is not JSON of the expected shape.
    MalformedBody = "malformed_body", 400;
    /// One or more fields are wrong; see `fields`.
    InvalidFields = "invalid_fields", 422;
    /// The body is larger than the endpoint accepts.
    BodyTooLarge = "body_too_large", 413;
    /// The media type is not `application/json`.
    UnsupportedMediaType = "unsupported_media_type", 415;
    /// No such path.
    NotFound = "not_found", 404;
    /// The path exists, the method does not.
    MethodNotAllowed = "method_not_allowed", 405;
    /// A mutating request came without an `Idempotency-Key`.
    IdempotencyKeyMissing = "idempotency_key_missing", 400;
    /// The key was used before with another request.
    IdempotencyKeyReused = "idempotency_key_reused", 409;
    /// The first request with this key is still being worked on.
    RequestInProgress = "request_in_progress", 409;
    /// The request came from another origin.
    CrossOrigin = "cross_origin", 403;
    /// Nobody is signed in, or the session ended.
    NotSignedIn = "not_signed_in", 401;
    /// Signed in, but not allowed to do this.
    NotAllowed = "not_allowed", 403;
    /// A named limit was reached; `retry_after_s` says when to come back.
    TooManyRequests = "too_many_requests", 429;
    /// There were many requests from this source: `challenge` is to be worked off first. None is asked for any more
    /// after `retry_after_s`.
    ProofRequired = "proof_required", 429;
    /// The place at this time went to somebody else.
    SlotTaken = "slot_taken", 409;
    /// The office does not receive people at this time.
    SlotNotOffered = "slot_not_offered", 422;
    /// The hold has lapsed or was given back.
    HoldExpired = "hold_expired", 410;
    /// The hold was extended as often as is allowed.
    HoldNotExtendable = "hold_not_extendable", 409;
    /// This phone already has as many live holds or bookings as is allowed.
    PhoneLimit = "phone_limit", 409;
    /// The phone was not proved, or the proof is too old.
    PhoneNotProved = "phone_not_proved", 422;
    /// The code is wrong; `tries_left` says how many tries are left.
    CodeWrong = "code_wrong", 422;
    /// The code is too old, used up or was replaced.
    CodeExpired = "code_expired", 410;
    /// The person has an open dossier already.
    BookingExists = "booking_exists", 409;
    /// No dossier for what was given. The same answer for unknown and for no match.
    NoMatch = "no_match", 404;
    /// Too late, or too often changed already.
    ChangeNotAllowed = "change_not_allowed", 409;
    /// The state of the dossier or account does not allow this step.
    StateConflict = "state_conflict", 409;
    /// Somebody else has changed the office since; `count` is its version now.
    OfficeChanged = "office_changed", 409;
    /// The change would leave people without their place, and nobody said that they are to be moved; `count` says how many.
    PeopleConcerned = "people_concerned", 409;
    /// The visitor's own session of a journey (activation) ended.
    JourneyExpired = "journey_expired", 410;
    /// Sign-in refused. The same answer for an unknown number and a wrong password.
    SignInRefused = "sign_in_refused", 401;
    /// The passkey opens nothing here: unknown, removed, or its answer is not one to our question.
    PasskeyRefused = "passkey_refused", 401;
    /// The passkey's counter went back: two devices have the same key. It opens nothing any more.
    PasskeyCloned = "passkey_cloned", 401;
    /// Needs a sign-in of the last minutes.
    FreshSignInNeeded = "fresh_sign_in_needed", 403;
    /// Signed in with a password that an administrator has set: another one must be chosen first.
    PasswordChangeNeeded = "password_change_needed", 403;
    /// Locked after too many tries; `retry_after_s` says until when.
    LockedOut = "locked_out", 423;
    /// The other of password and passcode was set anew a short while ago; `retry_after_s` says when this one can be.
    ResetTooSoon = "reset_too_soon", 423;
    /// The account cannot be used: locked, with the reason shown once signed in.
    AccountLocked = "account_locked", 423;
    /// The account is locked because the card has expired; told to its holder only.
    CardExpired = "card_expired", 423;
    /// The seven days are over; staff can reopen the activation.
    ActivationOverdue = "activation_overdue", 409;
    /// The authority has not decided yet.
    AccountNotApproved = "account_not_approved", 409;
    /// No account of level 2 was ever asked for.
    AccountNotRequested = "account_not_requested", 409;
    /// The authority has refused the account; `words` says why, where it was told.
    AccountRefused = "account_refused", 409;
    /// The account is a child's: it is opened in the account of who represents it.
    RepresentativeNeeded = "representative_needed", 409;
    /// The account is active already.
    AccountAlreadyActive = "account_already_active", 409;
    /// The database or another part is out of reach for the moment.
    Unavailable = "unavailable", 503;
    /// Our fault. Logged under the request id.
    Internal = "internal", 500;
}

/// A problem document: `{"type":"/problems/slot_taken","code":"slot_taken","status":409,"request_id":"…"}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A relative URI that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The stable code.
    pub code: ProblemCode,
    /// The HTTP status, repeated for logs and proxies.
    pub status: u16,
    /// The id under which the request is logged.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub request_id: String,
    /// What is wrong with which field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldError>,
    /// Seconds until a new try makes sense.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u32>,
    /// Tries left before a code or a sign-in is blocked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tries_left: Option<u32>,
    /// The number that the code speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// What is to be worked off before the same request is sent again with the proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub challenge: Option<String>,
    /// What an authority has written to the person, in Vietnamese; never words of the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Problem {
    /// A problem of this code with nothing more to say.
    pub fn new(code: ProblemCode) -> Self {
        Self {
            kind: format!("/problems/{}", code.as_str()),
            code,
            status: code.status(),
            request_id: String::new(),
            fields: Vec::new(),
            retry_after_s: None,
            tries_left: None,
            count: None,
            challenge: None,
            words: None,
        }
    }

    /// A problem that points at fields.
    pub fn invalid(fields: Vec<FieldError>) -> Self {
        Self {
            fields,
            ..Self::new(ProblemCode::InvalidFields)
        }
    }

    /// The same problem, telling when to come back.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after_s = Some(seconds);
        self
    }

    /// The same problem, telling how many tries are left.
    #[must_use]
    pub fn tries_left(mut self, tries: u32) -> Self {
        self.tries_left = Some(tries);
        self
    }

    /// The same problem, with the number that its code speaks of.
    #[must_use]
    pub fn count(mut self, count: i64) -> Self {
        self.count = Some(count);
        self
    }

    /// The same problem, with what an authority has written.
    #[must_use]
    pub fn words(mut self, words: Option<String>) -> Self {
        self.words = words;
        self
    }

    /// The same problem, with what is to be worked off.
    #[must_use]
    pub fn challenge(mut self, challenge: String) -> Self {
        self.challenge = Some(challenge);
        self
    }
}

//! Passkeys of citizens and of staff, and signing in with one.

use super::{ApiError, Call};
use eid_domain::wire::devices::SignedIn;
use eid_domain::wire::passkeys::{AddPasskey, CeremonyBegun, CeremonyDone, PasskeyView, Passkeys};
use eid_domain::wire::second_factor::StaffSignedIn;

/// Whose passkeys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The citizen's who is signed in.
    Citizen,
    /// One's own, as a member of staff.
    Staff,
}

impl Whose {
    const fn passkeys(self) -> &'static str {
        match self {
            Self::Citizen => "/api/account/passkeys",
            Self::Staff => "/api/desk/passkeys",
        }
    }

    const fn session(self) -> &'static str {
        match self {
            Self::Citizen => "/api/session/passkey",
            Self::Staff => "/api/desk/session/passkey",
        }
    }
}

/// The list.
///
/// # Errors
/// `not_signed_in`
pub async fn list(whose: Whose) -> Result<Passkeys, ApiError> {
    Call::get(whose.passkeys()).send().await
}

/// A challenge for a new one.
///
/// # Errors
/// `fresh_sign_in_needed`, `state_conflict`
pub async fn begin_add(whose: Whose) -> Result<CeremonyBegun, ApiError> {
    Call::post_empty(format!("{}/begin", whose.passkeys()))
        .send()
        .await
}

/// The answer to it.
///
/// # Errors
/// `passkey_refused`, `journey_expired`
pub async fn add(whose: Whose, answered: &AddPasskey) -> Result<PasskeyView, ApiError> {
    Call::post(whose.passkeys(), answered).send().await
}

/// Takes one away.
///
/// # Errors
/// `not_found`
pub async fn remove(whose: Whose, id: &str) -> Result<(), ApiError> {
    Call::delete(format!("{}/{id}", whose.passkeys())).send().await
}

/// A challenge to sign in.
///
/// # Errors
/// `too_many_requests`
pub async fn begin_sign_in(whose: Whose) -> Result<CeremonyBegun, ApiError> {
    Call::post_empty(format!("{}/begin", whose.session()))
        .send()
        .await
}

/// A citizen's answer to it.
///
/// # Errors
/// `passkey_refused`, `passkey_cloned`, `journey_expired`, `account_locked`
pub async fn sign_in(answered: &CeremonyDone) -> Result<SignedIn, ApiError> {
    Call::post(Whose::Citizen.session(), answered).send().await
}

/// The answer of a member of staff.
///
/// # Errors
/// `passkey_refused`, `passkey_cloned`, `journey_expired`
pub async fn sign_in_staff(answered: &CeremonyDone) -> Result<StaffSignedIn, ApiError> {
    Call::post(Whose::Staff.session(), answered).send().await
}

//! What belongs to the owner of an account: there, or why it is not.

use super::ApiError;
use eid_domain::problem::ProblemCode;

/// What came of asking for it.
#[derive(Clone)]
pub enum Owned<T> {
    /// Here it is.
    Here(T),
    /// The account has not reached level 2.
    NotActive,
    /// Nobody is signed in.
    SignedOut,
}

impl<T> Owned<T> {
    /// By the server's answer.
    ///
    /// # Errors
    /// What else went wrong, in words.
    pub fn of(answer: Result<T, ApiError>) -> Result<Self, String> {
        match answer {
            Ok(here) => Ok(Self::Here(here)),
            Err(error) if error.is(ProblemCode::NotSignedIn) => Ok(Self::SignedOut),
            Err(error) if error.is(ProblemCode::StateConflict) => Ok(Self::NotActive),
            Err(error) => Err(error.words()),
        }
    }
}

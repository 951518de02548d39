//! The proof that a phone answers: given for a right code, and used up by the one thing it is shown for.

use crate::{problem::ApiError, secret};
use eid_domain::problem::ProblemCode;
use eid_store::{Tx, proofs};
use jiff::Timestamp;

/// Whether this proof, as it was given, is of this phone.
///
/// # Errors
/// `phone_not_proved`.
pub async fn need(tx: &mut Tx, proof: &str, phone: &str, now: Timestamp) -> Result<(), ApiError> {
    if proofs::phone(tx, &secret::digest(proof), now).await?.as_deref() == Some(phone) {
        Ok(())
    } else {
        Err(ProblemCode::PhoneNotProved.into())
    }
}

/// Uses it up. Of those who show one proof at the same moment, one is first; for the others there is none any more.
///
/// # Errors
/// `phone_not_proved`.
pub async fn use_up(tx: &mut Tx, proof: &str, now: Timestamp) -> Result<(), ApiError> {
    match proofs::consume(tx, &secret::digest(proof), now).await? {
        Some(_) => Ok(()),
        None => Err(ProblemCode::PhoneNotProved.into()),
    }
}

//! Words that an officer writes for the person.

use crate::problem::ApiError;
use eid_domain::field::FieldCode;
use eid_store::{
    Tx,
    appointments::{self, AppointmentState},
};

const SHORTEST: usize = 5;
const LONGEST: usize = 500;

/// A reason of 5 to 500 characters, trimmed.
///
/// # Errors
/// `invalid_fields` at `reason`.
pub fn reason(text: &str) -> Result<&str, ApiError> {
    let text = remark("reason", text)?;
    if text.chars().count() < SHORTEST {
        Err(ApiError::field("reason", FieldCode::Required))
    } else {
        Ok(text)
    }
}

/// A remark of at most 500 characters, trimmed.
///
/// # Errors
/// `invalid_fields` at the field.
pub fn remark<'a>(field: &str, text: &'a str) -> Result<&'a str, ApiError> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        Err(ApiError::field(field, FieldCode::TextTooLong))
    } else {
        Ok(text)
    }
}

/// Ends the visit of a dossier that has left the counter.
///
/// # Errors
/// When the database is out of reach.
pub async fn end_visit(tx: &mut Tx, dossier_id: &str) -> Result<(), ApiError> {
    if let Some(visit) = appointments::latest_of_dossier(tx, dossier_id).await? {
        let (from, to) = (AppointmentState::CheckedIn, AppointmentState::Done);
        appointments::set_state(tx, &visit.id, from, to, None).await?;
    }
    Ok(())
}

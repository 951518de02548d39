//! Words that an officer writes for the person.

use crate::{
    app::{desk::Case, staff::Staff},
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{dossier::State, field::FieldCode, shown};
use eid_store::{
    Tx,
    appointments::{self, AppointmentState},
};

const SHORTEST: usize = 5;
const LONGEST: usize = 500;

/// A reason of 5 to 500 characters, trimmed, without what nobody sees.
///
/// # Errors
/// `invalid_fields` at `reason`.
pub fn reason(text: &str) -> Result<String, ApiError> {
    let text = remark("reason", text)?;
    if text.chars().count() < SHORTEST {
        Err(ApiError::field("reason", FieldCode::Required))
    } else {
        Ok(text)
    }
}

/// A remark of at most 500 characters, trimmed, without what nobody sees.
///
/// # Errors
/// `invalid_fields` at the field.
pub fn remark(field: &str, text: &str) -> Result<String, ApiError> {
    let text = shown(text).trim().to_owned();
    if text.chars().count() > LONGEST {
        Err(ApiError::field(field, FieldCode::TextTooLong))
    } else {
        Ok(text)
    }
}

/// Ends a dossier at the counter with a reason that the person reads, on their page and in a message.
///
/// # Errors
/// `state_conflict`.
pub async fn turn_away(
    app: &App,
    case: &mut Case,
    staff: &Staff,
    (to, kind): (State, Kind),
    reason: String,
) -> Result<(), ApiError> {
    case.dossier.message = Some(reason.clone());
    case.step(app, staff, to, Some(&reason)).await?;
    end_visit(&mut case.tx, &case.dossier.id).await?;
    let facts = Facts {
        reason,
        ..Facts::default()
    };
    queue::tell(app, &mut case.tx, &case.dossier, kind, facts, case.now).await
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

//! Words that an officer writes for the person.

use crate::{
    app::{
        desk::{Case, Opened},
        dossiers as cases,
        staff::{Right, Staff},
    },
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
    web::once::Mutation,
};
use axum::response::Response;
use eid_domain::{dossier::State, field::FieldCode, problem::ProblemCode, shown, wire::intake::WithReason};
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

/// How a dossier ends at the counter.
#[derive(Clone, Copy)]
pub struct End {
    /// What becomes of it.
    pub to: State,
    /// What its owner is told.
    pub kind: Kind,
    /// From where; anywhere the state machine allows where left out.
    pub from: Option<&'static [State]>,
}

/// Ends a dossier at the counter with a reason that the person reads, on their page and in a message.
///
/// # Errors
/// `invalid_fields` at `reason`, `state_conflict`.
pub async fn turn_away(
    app: &App,
    staff: &Staff,
    reference: &str,
    Mutation { body, once }: &Mutation<WithReason>,
    end: End,
) -> Result<Response, ApiError> {
    let reason = reason(&body.reason)?;
    let mut case = match Case::open(app, once, staff, Right::Receive, reference).await? {
        Opened::Case(case) => *case,
        Opened::Again(answer) => return Ok(answer),
    };
    let state = cases::state_of(&case.dossier)?;
    if end.from.is_some_and(|from| !from.contains(&state)) {
        return Err(ProblemCode::StateConflict.into());
    }
    case.dossier.message = Some(reason.clone());
    case.step(app, staff, end.to, Some(&reason)).await?;
    end_visit(&mut case.tx, &case.dossier.id).await?;
    let facts = Facts {
        reason,
        ..Facts::default()
    };
    queue::tell(app, &mut case.tx, &case.dossier, end.kind, facts, case.now).await?;
    case.answer(app, once, staff).await
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

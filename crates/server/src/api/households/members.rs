//! Everybody of a family that changes its visits: opened by the receipts of each, and told together.

use crate::{
    app::{
        keys::{self, AccessKey},
        view,
    },
    limits,
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
    web::client::Source,
};
use eid_domain::{
    calendar::office_now,
    field::{FieldCode, FieldError},
    household::{FEWEST_MEMBERS, MOST_MEMBERS},
    problem::{Problem, ProblemCode},
    wire::{bookings::Booked, dossiers::AccessScope, household::HouseholdChanged},
};
use eid_store::{Tx, dossiers::Dossier, waiting};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// The dossiers in the order they were named; their visits are locked until the transaction ends.
///
/// # Errors
/// `invalid_fields` where they are too few, too many or one twice; `no_match` and `not_allowed` with the member named;
/// `too_many_requests`.
pub async fn open(
    app: &App,
    tx: &mut Tx,
    source: &Source,
    receipts: &[Booked],
    now: Timestamp,
) -> Result<Vec<Dossier>, ApiError> {
    limits::spend(tx, &app.config.limits.household_change_source, &source.0, now).await?;
    if !(FEWEST_MEMBERS..=MOST_MEMBERS).contains(&receipts.len()) {
        return Err(ApiError::field("members", FieldCode::ChoiceUnknown));
    }
    let mut family = Vec::with_capacity(receipts.len());
    for (at, receipt) in receipts.iter().enumerate() {
        let key = AccessKey::of(&receipt.key);
        let dossier = keys::open_to_change(tx, &receipt.reference, &key, now).await;
        family.push(dossier.map_err(|error| of_member(at, error))?);
    }
    let ids: BTreeSet<&str> = family.iter().map(|dossier| dossier.id.as_str()).collect();
    if ids.len() != family.len() {
        return Err(ApiError::field("members", FieldCode::PersonRepeated));
    }
    let ids: Vec<&str> = ids.into_iter().collect();
    waiting::lock_visits(tx, &ids).await?;
    Ok(family)
}

/// Says whose fault it is where somebody's visit cannot be opened or changed: `members[2]`.
#[must_use]
pub fn of_member(at: usize, error: ApiError) -> ApiError {
    match error.problem().code {
        code @ (ProblemCode::NoMatch | ProblemCode::NotAllowed | ProblemCode::ChangeNotAllowed) => {
            let mut problem = Problem::new(code);
            problem.fields = vec![FieldError::new(
                &format!("members[{at}]"),
                FieldCode::ChoiceUnknown,
            )];
            problem.into()
        }
        _ => error,
    }
}

/// Tells the family what became of its visits, by the first of them.
///
/// # Errors
/// When the database is out of reach.
pub async fn tell(
    app: &App,
    tx: &mut Tx,
    family: &[Dossier],
    kind: Kind,
    visits: &[(&str, Timestamp)],
    now: Timestamp,
) -> Result<(), ApiError> {
    let first = visits.iter().min_by_key(|(_, starts_at)| *starts_at);
    let facts = Facts {
        visit: first.map(|(_, starts_at)| office_now(*starts_at)),
        ..Facts::default()
    };
    let office_id = first.map_or("", |(office_id, _)| *office_id);
    queue::tell_household(app, tx, family, kind, office_id, facts, now).await
}

/// Everybody's dossier as it is now.
///
/// # Errors
/// When the database is out of reach.
pub async fn seen(
    app: &App,
    tx: &mut Tx,
    family: &[Dossier],
    now: Timestamp,
) -> Result<HouseholdChanged, ApiError> {
    let mut members = Vec::with_capacity(family.len());
    for dossier in family {
        members.push(view::of(app, tx, dossier, AccessScope::Manage, now).await?);
    }
    Ok(HouseholdChanged { members })
}

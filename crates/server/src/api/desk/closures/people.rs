//! The people whom a closure concerns, names masked.

use crate::{
    app::{desk::masked_name, dossiers as cases},
    jobs::closures as work,
    problem::ApiError,
};
use eid_domain::{
    calendar::office_now,
    dossier::State,
    wire::closures::{Concerned, Moving},
};
use eid_store::{
    Tx,
    appointments::Visit,
    closures::Closure,
    dossiers::{self, Dossier},
    holds,
    waiting::{self, EntryState},
};
use jiff::Timestamp;

/// Those who have a visit in a stretch of time.
///
/// # Errors
/// When the database is out of reach.
pub async fn booked(
    tx: &mut Tx,
    office_id: &str,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<Concerned>, ApiError> {
    let visits = work::concerned(tx, office_id, from, to).await?;
    let places: Vec<&str> = visits
        .iter()
        .map(|visit| visit.appointment.reservation_id.as_str())
        .collect();
    let households = holds::households(tx, &places).await?;
    let mut families = Families::default();
    let mut people = Vec::with_capacity(visits.len());
    for Visit {
        appointment, dossier, ..
    } in &visits
    {
        let household = households.get(&appointment.reservation_id);
        let family = household.map(|household| format!("{household} {}", dossier.otp_phone));
        people.push(row(
            dossier,
            appointment.starts_at,
            Moving::Booked,
            families.number(family),
        )?);
    }
    Ok(alone_by_themselves(people))
}

/// Those who had one when it was closed, and where they stand.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(tx: &mut Tx, closure: &Closure) -> Result<Vec<Concerned>, ApiError> {
    let mut families = Families::default();
    let mut people = Vec::new();
    for one in waiting::of_exception(tx, &closure.id).await? {
        let Some(dossier) = dossiers::by_id(tx, &one.dossier_id).await? else {
            continue;
        };
        let moving = match one.state {
            EntryState::Waiting => Moving::Looking,
            EntryState::Offered => Moving::Offered,
            EntryState::Taken => Moving::Moved,
            EntryState::Withdrawn | EntryState::Expired => Moving::Ended,
        };
        people.push(row(
            &dossier,
            one.visit_at,
            moving,
            families.number(one.family_id),
        )?);
    }
    Ok(alone_by_themselves(people))
}

/// Counts families as they come.
#[derive(Default)]
struct Families(Vec<String>);

impl Families {
    fn number(&mut self, family: Option<String>) -> Option<u16> {
        let family = family?;
        let known = self.0.iter().position(|known| *known == family);
        let at = known.unwrap_or_else(|| {
            self.0.push(family);
            self.0.len() - 1
        });
        u16::try_from(at + 1).ok()
    }
}

/// One alone is no family.
fn alone_by_themselves(mut people: Vec<Concerned>) -> Vec<Concerned> {
    let numbers: Vec<Option<u16>> = people.iter().map(|one| one.family).collect();
    for one in &mut people {
        let together = numbers.iter().filter(|number| **number == one.family).count();
        one.family = one.family.filter(|_| together > 1);
    }
    people
}

fn row(dossier: &Dossier, at: Timestamp, moving: Moving, family: Option<u16>) -> Result<Concerned, ApiError> {
    let state: State = cases::state_of(dossier)?;
    Ok(Concerned {
        reference: dossier.reference.clone(),
        name_masked: masked_name(&dossier.full_name),
        time: office_now(at).time(),
        state,
        moving,
        family,
    })
}

//! A family answers as one: who says yes or no says it for all.

use super::view::booked;
use crate::{
    app::{moves, waiting as queue_of},
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    state::App,
};
use eid_domain::{calendar::office_now, problem::ProblemCode};
use eid_store::{
    Tx,
    appointments::Appointment,
    dossiers::{self, Dossier},
    holds::{self, Moved},
    waiting::{self, EntryState, Offer, OfferState},
};
use jiff::Timestamp;

/// The family with which somebody waits, where they do not wait alone.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(tx: &mut Tx, dossier: &Dossier) -> Result<Option<String>, ApiError> {
    let Some(entry) = waiting::open_of_dossier(tx, &dossier.id).await? else {
        return Ok(None);
    };
    let waits_with = queue_of::family::with(tx, &entry).await?;
    Ok(entry.family_id.filter(|_| waits_with.is_some()))
}

/// Everybody's visit, locked in the order in which everybody locks them.
async fn lock(tx: &mut Tx, family_id: &str) -> Result<Vec<String>, ApiError> {
    let family = waiting::family(tx, family_id).await?;
    let dossiers: Vec<String> = family.into_iter().map(|entry| entry.dossier_id).collect();
    let ids: Vec<&str> = dossiers.iter().map(String::as_str).collect();
    waiting::lock_visits(tx, &ids).await?;
    Ok(dossiers)
}

/// Takes the window that is kept, for everybody: all move, or nobody does. Not counted as a change by anybody. Returns the
/// offices whose free places have changed.
///
/// # Errors
/// `hold_expired` where the window is not kept any more; `change_not_allowed` where one has no visit to come.
pub async fn take(
    app: &App,
    tx: &mut Tx,
    family_id: &str,
    offer_id: &str,
    now: Timestamp,
) -> Result<Vec<String>, ApiError> {
    let ids = lock(tx, family_id).await?;
    let mut people: Vec<(Dossier, Appointment)> = Vec::new();
    for id in &ids {
        let dossier = dossiers::by_id(tx, id).await?;
        let dossier = dossier.ok_or(ApiError::from(ProblemCode::ChangeNotAllowed))?;
        let visit = booked(tx, &dossier).await?;
        people.push((
            dossier,
            visit.ok_or(ApiError::from(ProblemCode::ChangeNotAllowed))?,
        ));
    }
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let old: Vec<String> = people
        .iter()
        .map(|(_, visit)| visit.reservation_id.clone())
        .collect();
    let old: Vec<&str> = old.iter().map(String::as_str).collect();
    waiting::lock_changes(tx, &ids, &old).await?;
    let offers = settle(tx, family_id, offer_id, OfferState::Taken, now).await?;
    let places = exchange(tx, &old, &offers, now).await?;
    let mut changed = Vec::new();
    for (dossier, visit) in &mut people {
        let offer = offers.iter().find(|offer| offer.dossier_id == dossier.id);
        let offer = offer.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
        let place = places.iter().find(|place| place.id == offer.reservation_id);
        let place = place.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
        waiting::end(tx, &offer.entry_id, EntryState::Taken, now).await?;
        moves::relocate(app, tx, dossier, visit, place, now).await?;
        changed.extend([visit.office_id.clone(), place.office_id.clone()]);
    }
    changed.sort();
    changed.dedup();
    for office in &changed {
        queue_of::nudge(app, tx, office, now).await?;
    }
    let people: Vec<Dossier> = people.into_iter().map(|(dossier, _)| dossier).collect();
    let first = offers.first();
    let facts = Facts {
        visit: first.map(|offer| office_now(offer.starts_at)),
        ..Facts::default()
    };
    let office_id = first.map_or("", |offer| offer.office_id.as_str());
    queue::tell_household(app, tx, &people, Kind::HouseholdMoved, office_id, facts, now).await?;
    Ok(changed)
}

/// The open offers of all, this one among them.
async fn settle(
    tx: &mut Tx,
    family_id: &str,
    offer_id: &str,
    state: OfferState,
    now: Timestamp,
) -> Result<Vec<Offer>, ApiError> {
    let offers = waiting::settle_family(tx, family_id, state, now).await?;
    let asked = |offer: &Offer| offer.id == offer_id && offer.expires_at > now;
    if offers.iter().any(asked) {
        Ok(offers)
    } else {
        Err(ProblemCode::HoldExpired.into())
    }
}

/// Books the window and gives everybody's old place back.
async fn exchange(
    tx: &mut Tx,
    old: &[&str],
    offers: &[Offer],
    now: Timestamp,
) -> Result<Vec<holds::Reservation>, ApiError> {
    let expired = || ApiError::from(ProblemCode::HoldExpired);
    let first = offers.first().ok_or_else(expired)?;
    let places = holds::households(tx, &[first.reservation_id.as_str()]).await?;
    let household = places.get(&first.reservation_id).ok_or_else(expired)?;
    match holds::move_group(tx, old, household, now).await? {
        Moved::To(places) => Ok(places),
        Moved::NotHeld => Err(expired()),
        Moved::NotBooked => Err(ProblemCode::StateConflict.into()),
    }
}

/// Says no for everybody: the window is given back whole, and another is looked for.
///
/// # Errors
/// `hold_expired` where it is not kept any more.
pub async fn decline(
    app: &App,
    tx: &mut Tx,
    family_id: &str,
    offer_id: &str,
    now: Timestamp,
) -> Result<(), ApiError> {
    lock(tx, family_id).await?;
    let offers = settle(tx, family_id, offer_id, OfferState::Declined, now).await?;
    waiting::give_back(tx, &offers).await?;
    for offer in offers.iter().take(1) {
        app.days.forget(&offer.office_id);
        queue_of::nudge(app, tx, &offer.office_id, now).await?;
    }
    Ok(())
}

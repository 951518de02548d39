//! What one who waits sees.

use crate::{
    app::{codes::seconds_until, dossiers as cases, waiting as queue_of},
    problem::ApiError,
    state::App,
};
use eid_domain::{
    calendar::{office_date, office_now},
    capacity::TICK_MINUTES,
    dossier::State,
    problem::ProblemCode,
    wire::{
        places::Place,
        waiting::{Offer, Waiting, WaitingView},
    },
};
use eid_store::{
    Tx,
    appointments::{self, Appointment, AppointmentState},
    closures,
    dossiers::Dossier,
    waiting,
};
use jiff::Timestamp;

/// Puts it together.
///
/// # Errors
/// When the database is out of reach.
pub async fn of(
    app: &App,
    tx: &mut Tx,
    dossier: &Dossier,
    may_change: bool,
    now: Timestamp,
) -> Result<WaitingView, ApiError> {
    let visit = booked(tx, dossier).await?;
    let entry = waiting::open_of_dossier(tx, &dossier.id).await?;
    let offer = match &entry {
        Some(entry) => waiting::open_offer(tx, &entry.id).await?,
        None => None,
    };
    let reason = match entry.as_ref().and_then(|entry| entry.exception_id.as_ref()) {
        Some(id) => closures::by_id(tx, id).await?.map(|closure| closure.reason),
        None => None,
    };
    let waiting = match entry {
        Some(entry) => Some(Waiting {
            kind: queue_of::kind_of(&entry)?,
            wish: queue_of::wish_of(&entry),
            silent: entry.silent,
            since: entry.created_at,
            reason,
        }),
        None => None,
    };
    let offer = offer.filter(|offer| offer.expires_at > now);
    let wished = waiting.iter().flat_map(|waiting| waiting.wish.offices.iter());
    let offered = offer.iter().map(|offer| &offer.office_id);
    let mut named: Vec<&String> = wished.chain(offered).chain([&dossier.office_id]).collect();
    named.sort();
    named.dedup();
    let places = named.into_iter().filter_map(|id| app.catalog.office(id));
    Ok(WaitingView {
        today: office_date(now),
        places: places.map(|office| Place::of(&office)).collect(),
        may_change,
        office_id: dossier.office_id.clone(),
        visit: visit.map(|visit| office_now(visit.starts_at)),
        waiting,
        offer: offer.map(|offer| Offer {
            id: offer.id,
            office_id: offer.office_id,
            starts_at: office_now(offer.starts_at),
            minutes: u16::from(offer.ticks) * u16::from(TICK_MINUTES),
            expires_at: offer.expires_at,
            expires_in_s: seconds_until(offer.expires_at, now),
        }),
    })
}

/// The visit that stands, if one does.
///
/// # Errors
/// When the database is out of reach.
pub async fn booked(tx: &mut Tx, dossier: &Dossier) -> Result<Option<Appointment>, ApiError> {
    let visit = appointments::latest_of_dossier(tx, &dossier.id).await?;
    let state = cases::state_of(dossier)?;
    let open = state == State::Booked || state.asks_to_return();
    Ok(visit.filter(|visit| open && visit.state == AppointmentState::Booked))
}

/// The offer that a person answers: theirs, open, of this id.
///
/// # Errors
/// `hold_expired` for any other.
pub async fn answered(
    tx: &mut Tx,
    dossier: &Dossier,
    offer_id: &str,
    now: Timestamp,
) -> Result<waiting::Offer, ApiError> {
    waiting::open_offer_of_dossier(tx, &dossier.id)
        .await?
        .filter(|offer| offer.id == offer_id && offer.expires_at > now)
        .ok_or(ProblemCode::HoldExpired.into())
}

//! What one who waits sees.

use crate::{
    app::{codes::seconds_until, desk::masked_name, dossiers as cases, waiting as queue_of},
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
        waiting::{Offer, Relative, Waiting, WaitingView},
    },
};
use eid_store::{
    Tx,
    appointments::{self, Appointment, AppointmentState},
    closures,
    dossiers::{self, Dossier},
    waiting::{self, Entry},
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
    let family = match &entry {
        Some(entry) => queue_of::family::with(tx, entry).await?,
        None => None,
    };
    let family = relatives(tx, family.unwrap_or_default(), now).await?;
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
        family,
        waiting,
        offer: offer.map(|offer| Offer {
            id: offer.id,
            office_id: offer.office_id,
            starts_at: office_now(offer.starts_at),
            minutes: minutes(offer.ticks),
            expires_at: offer.expires_at,
            expires_in_s: seconds_until(offer.expires_at, now),
        }),
    })
}

fn minutes(ticks: u8) -> u16 {
    u16::from(ticks) * u16::from(TICK_MINUTES)
}

/// Everybody of a family, names masked: whoever has the link of the message reads it.
async fn relatives(tx: &mut Tx, entries: Vec<Entry>, now: Timestamp) -> Result<Vec<Relative>, ApiError> {
    let mut relatives = Vec::with_capacity(entries.len());
    for entry in entries {
        let Some(dossier) = dossiers::by_id(tx, &entry.dossier_id).await? else {
            continue;
        };
        let offer = waiting::open_offer(tx, &entry.id).await?;
        let offer = offer.filter(|offer| offer.expires_at > now);
        relatives.push(Relative {
            name_masked: masked_name(&dossier.full_name),
            visit: office_now(entry.visit_at),
            minutes: minutes(offer.as_ref().map_or(entry.ticks, |offer| offer.ticks)),
            offered: offer.map(|offer| office_now(offer.starts_at)),
        });
    }
    // As they go to the counter.
    relatives.sort_by(|one, other| {
        (one.offered, one.visit, &one.name_masked).cmp(&(other.offered, other.visit, &other.name_masked))
    });
    Ok(relatives)
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

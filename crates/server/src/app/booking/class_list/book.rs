//! Booking what was planned.

use super::{
    plan::{Planned, Seat},
    read::Pupil,
};
use crate::{
    api::{
        bookings::insert::{self, Asked},
        households::view::{in_order, reservation_id},
    },
    app::{
        ids,
        keys::{self, Link, RECEIPT_DAYS},
        plan as days,
    },
    notices::{
        Kind,
        queue::{self, Sending},
        text::Facts,
    },
    problem::ApiError,
    secret,
    state::App,
};
use eid_domain::{
    booking::{AgeGroup, Service, hold_until},
    calendar::{office_now, office_timestamp},
    capacity::{TICK_MINUTES, Tick},
    problem::ProblemCode,
    reason::Reason,
    wire::{
        bookings::Applicant,
        class_list::{ClassListView, Outcome},
    },
};
use eid_store::{
    Tx,
    holds::{self, GroupVisit, NewGroup, Reservation},
    pupils,
    stops::Stop,
};
use jiff::{SignedDuration, Timestamp, civil::Time};

/// A day has fewer; a parent's key lives as long as any receipt's.
const DAY_S: i64 = 86_400;

/// Books every seat. Gives the list as it is now.
///
/// # Errors
/// `state_conflict` where a place has gone meanwhile, `booking_exists` where somebody has just booked by themselves;
/// drop the transaction then.
pub async fn all(
    app: &App,
    tx: &mut Tx,
    stop: &Stop,
    mut planned: Planned,
    staff_id: &str,
    now: Timestamp,
) -> Result<ClassListView, ApiError> {
    let places = take(app, tx, stop, &planned, now).await?;
    let seats = std::mem::take(&mut planned.seats);
    for (seat, place) in seats.into_iter().zip(&places) {
        let reference = one(app, tx, stop, planned.service, seat.pupil, place, staff_id, now).await?;
        if let Some(row) = planned.rows.get_mut(seat.row) {
            row.outcome = Outcome::Booked {
                at: seat.at,
                reference,
            };
        }
    }
    planned.view()
}

/// The places of all seats, in their order. Each stretch of time without a gap is taken by one guarded statement, as for
/// a family.
async fn take(
    app: &App,
    tx: &mut Tx,
    stop: &Stop,
    planned: &Planned,
    now: Timestamp,
) -> Result<Vec<Reservation>, ApiError> {
    let gone = || ApiError::from(ProblemCode::StateConflict);
    let office = app.catalog.office(&stop.id).ok_or_else(gone)?;
    let plan = days::ticks(&office, &app.catalog.calendar(), stop.date);
    let mut places = Vec::with_capacity(planned.seats.len());
    for stretch in stretches(&planned.seats, planned.ticks) {
        let token = ids::handle(app.rng.as_ref())?;
        let visits = visits(stretch, planned, &token)?;
        let Some(first) = stretch.first() else { continue };
        let group = NewGroup {
            household_id: &secret::digest(&token),
            office_id: &stop.id,
            starts_at: office_timestamp(first.at),
            capacities: &capacities(&plan, stretch, planned.ticks),
            visits: &visits,
            expires_at: hold_until(now),
            source_hash: "class list",
            now,
        };
        holds::create_group(tx, &group).await?.ok_or_else(gone)?;
        let booked = holds::book_group(tx, group.household_id, now).await?;
        places.extend(in_order(&token, &booked, stretch.len()).ok_or_else(gone)?);
    }
    Ok(places)
}

/// Seats in order of time, cut where nobody is at the counter in between.
fn stretches(seats: &[Seat], ticks: u8) -> impl Iterator<Item = &[Seat]> {
    seats.chunk_by(move |one, next| next.at <= end(one, ticks))
}

fn end(seat: &Seat, ticks: u8) -> jiff::civil::DateTime {
    eid_domain::calendar::minutes_after(seat.at, u16::from(TICK_MINUTES) * u16::from(ticks))
}

fn visits<'a>(stretch: &[Seat], planned: &Planned, token: &str) -> Result<Vec<GroupVisit<'a>>, ApiError> {
    let Some(begin) = stretch.first().map(|seat| seat.at) else {
        return Ok(Vec::new());
    };
    let visit = |(nth, seat): (usize, &Seat)| {
        let minutes = begin.duration_until(seat.at).as_mins();
        let first = u8::try_from(minutes / i64::from(TICK_MINUTES));
        Ok(GroupVisit {
            id: reservation_id(token, nth),
            first: first.map_err(|error| ApiError::internal("class list", &error))?,
            ticks: planned.ticks,
            service: planned.service.as_str(),
            age_group: AgeGroup::From14To59.as_str(),
        })
    };
    stretch.iter().enumerate().map(visit).collect()
}

fn capacities(plan: &[Tick], stretch: &[Seat], ticks: u8) -> Vec<u16> {
    let begin = stretch.first().map_or(Time::MAX, |seat| seat.at.time());
    let close = stretch.last().map_or(Time::MIN, |seat| end(seat, ticks).time());
    let within = plan
        .iter()
        .filter(|tick| begin <= tick.start && tick.start < close);
    within.map(|tick| tick.capacity).collect()
}

#[expect(clippy::too_many_arguments, reason = "the parts of one booking")]
async fn one(
    app: &App,
    tx: &mut Tx,
    stop: &Stop,
    service: Service,
    pupil: Pupil,
    place: &Reservation,
    staff_id: &str,
    now: Timestamp,
) -> Result<String, ApiError> {
    let asked = Asked {
        service,
        reason: service.has_card().then_some(Reason::New14),
        lang: pupil.lang,
        by: Some(staff_id),
        note: None,
    };
    let personal_number = pupil.personal_number.as_str().to_owned();
    let person = Applicant {
        full_name: pupil.full_name,
        personal_number: pupil.personal_number,
        birth_date: pupil.birth_date,
        otp_phone: pupil.phone,
        contact_phone: None,
        representative_name: None,
    };
    let dossier = insert::rows_of(app, tx, &asked, person, place, now).await?;
    let about = Link::Receipt.about(&dossier.id);
    let until = SignedDuration::from_secs(RECEIPT_DAYS * DAY_S);
    let until = now.saturating_add(until).unwrap_or(Timestamp::MAX);
    keys::issue_link(app, tx, &dossier.id, Link::Receipt, &about, until, now).await?;
    let facts = Facts {
        visit: Some(office_now(place.starts_at)),
        link: keys::address(app, Link::Receipt, &dossier.reference),
        ..Facts::default()
    };
    let sending = Sending {
        link: Some(&about),
        ..Sending::of_visit(&place.office_id, now)
    };
    queue::tell_with(app, tx, &dossier, Kind::PupilBooked, facts, sending, now).await?;
    let listed = pupils::Pupil {
        stop_id: stop.id.clone(),
        personal_number,
        class_name: pupil.class_name,
        dossier_id: dossier.id,
        created_at: now,
    };
    if !pupils::insert(tx, &listed).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    Ok(dossier.reference)
}

//! The rows of a new booking.

use crate::{
    app::{
        aid::exempt,
        assist::Helper,
        audit::Who,
        dossiers::{self as cases, Move},
        ids, visits,
    },
    problem::ApiError,
    rng,
    state::App,
};
use eid_domain::{
    booking::Service,
    calendar::office_date,
    dossier::{Actor, State},
    problem::ProblemCode,
    reason::Reason,
    reference::Reference,
    wire::{
        Lang,
        bookings::{Applicant, NewBooking},
        desk::ASSISTED,
    },
};
use eid_store::{
    Constraint, StoreError, Tx,
    dossiers::{self, Dossier},
    holds::Reservation,
};
use jiff::Timestamp;

/// Stores dossier, visit, event and audit.
///
/// # Errors
/// `booking_exists` where the person has got an open dossier in this very moment.
pub async fn rows(
    app: &App,
    tx: &mut Tx,
    wanted: &NewBooking,
    helper: &Helper,
    person: Applicant,
    place: &Reservation,
    now: Timestamp,
) -> Result<Dossier, ApiError> {
    let asked = Asked {
        service: wanted.service,
        reason: wanted.reason,
        lang: wanted.lang,
        by: helper.staff_id(),
        note: helper.staff_id().map(|_| ASSISTED),
    };
    rows_of(app, tx, &asked, person, place, now).await
}

/// What a visit is booked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What is to be done.
    pub service: Service,
    /// On what ground.
    pub reason: Option<Reason>,
    /// Language of notices.
    pub lang: Lang,
    /// The member of staff who books; `None` for the person.
    pub by: Option<&'a str>,
    /// Remark of the event.
    pub note: Option<&'a str>,
}

/// The same, for whoever books.
///
/// # Errors
/// As [`rows`].
pub async fn rows_of(
    app: &App,
    tx: &mut Tx,
    asked: &Asked<'_>,
    person: Applicant,
    place: &Reservation,
    now: Timestamp,
) -> Result<Dossier, ApiError> {
    let mut dossier = Dossier {
        id: ids::time_ordered(app.rng.as_ref(), now)?,
        reference: Reference::from_random(rng::bytes::<16>(app.rng.as_ref())?)
            .as_str()
            .to_owned(),
        code: None,
        state: State::Booked.as_str().to_owned(),
        state_at: now,
        is_open: true,
        service: asked.service.as_str().to_owned(),
        reason: asked.reason.map(|reason| reason.as_str().to_owned()),
        office_id: app.catalog.home_of(&place.office_id),
        name_key: person.full_name.search_key(),
        full_name: person.full_name.as_str().to_owned(),
        personal_number: person.personal_number.as_str().to_owned(),
        birth_date: person.birth_date.to_string(),
        otp_phone: person.otp_phone.as_str().to_owned(),
        contact_phone: person.contact_phone.map(|phone| phone.as_str().to_owned()),
        representative_name: person.representative_name.map(|name| name.as_str().to_owned()),
        lang: asked.lang.as_str().to_owned(),
        created_at: now,
        received_at: None,
        due_on: None,
        paused_on: None,
        pauses: "[]".to_owned(),
        message: None,
        reschedules: 0,
        version: 1,
    };
    dossiers::insert(tx, &dossier).await.map_err(refusal)?;
    let owner = dossier.id.clone();
    let booked = Move {
        to: State::Booked,
        actor: asked.by.map_or(Actor::Citizen, |_| Actor::Officer),
        who: asked.by.map_or(Who::Citizen(&owner), Who::Staff),
        note: asked.note,
    };
    cases::record(app, tx, &mut dossier, booked, now).await?;
    visits::insert(app, tx, &dossier.id, place, now).await?;
    exempt::note(tx, &dossier, asked.reason, office_date(place.starts_at)).await?;
    Ok(dossier)
}

fn refusal(error: StoreError) -> ApiError {
    match error.constraint() {
        Some(Constraint::DossierOneOpenPerPerson) => ProblemCode::BookingExists.into(),
        // One in 78 thousand millions; a repeat draws another.
        Some(Constraint::DossierReferenceUnique) => ProblemCode::Unavailable.into(),
        _ => error.into(),
    }
}

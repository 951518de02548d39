//! `POST /api/bookings`.

use super::{check, insert};
use crate::{
    app::{assist::Helper, keys, phone_proofs},
    limits,
    notices::{
        Kind,
        queue::{self, Sending},
        text::Facts,
    },
    problem::ApiError,
    secret,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Once, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    booking::AgeGroup,
    calendar::{office_date, office_now},
    field::FieldCode,
    problem::{Problem, ProblemCode},
    wire::{
        bookings::{Applicant, Booked, NewBooking},
        dossiers::AccessScope,
    },
};
use eid_store::{Tx, dossiers, holds};
use jiff::Timestamp;

/// A family shares a phone; a hoarder does not get more than a family.
pub const BOOKED_A_PHONE: u32 = 6;

/// Turns a hold into a booked visit.
///
/// # Errors
/// `invalid_fields`, `hold_expired`, `phone_not_proved`, `phone_limit`, `booking_exists`, `slot_not_offered`;
/// `not_signed_in` where staff hold the place and their session has ended.
#[utoipa::path(post, path = "/api/bookings", tag = "booking", request_body = NewBooking, responses(
    (status = 201, body = Booked),
    (status = 409, body = Problem, description = "`booking_exists`, `phone_limit`"),
    (status = 410, body = Problem, description = "`hold_expired`"),
    (status = 422, body = Problem, description = "`invalid_fields`, `phone_not_proved`")))]
pub async fn create(
    State(app): State<App>,
    source: Source,
    helper: Helper,
    Mutation { body: wanted, once }: Mutation<NewBooking>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let person = check::booking(&wanted, office_date(now))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    if !helper.spend(&app, &mut tx, now).await? {
        limits::spend(&mut tx, &app.config.limits.booking_source, &source.0, now).await?;
    }
    phone_proofs::need(&mut tx, &wanted.phone_proof, person.otp_phone.as_str(), now).await?;
    if let Some(open) = dossiers::open_by_person(&mut tx, person.personal_number.as_str()).await? {
        return refuse_second(&app, tx, &once, &open, &person, now).await;
    }
    phone_proofs::use_up(&mut tx, &wanted.phone_proof, now).await?;
    if dossiers::count_booked_of_phone(&mut tx, person.otp_phone.as_str()).await? >= BOOKED_A_PHONE {
        return Err(ProblemCode::PhoneLimit.into());
    }
    let place = holds::book(&mut tx, &secret::digest(&wanted.hold_id), now).await?;
    let place = place.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
    helper.may_book(&place)?;
    // A place of a closed stop is held to move a visit there, never for somebody new.
    if app.catalog.open_to_all(&place.office_id).is_none() {
        return Err(ProblemCode::SlotNotOffered.into());
    }
    if place.service != wanted.service.as_str() {
        return Err(ApiError::field("service", FieldCode::ChoiceUnknown));
    }
    let needed = app.catalog.lengths_at(&place.office_id).ticks(
        wanted.service,
        AgeGroup::of(&person.birth_date, office_date(place.starts_at)),
    );
    if needed > place.ticks {
        // The place was held for another age group.
        return Err(ApiError::field("applicant.birth_date", FieldCode::TimeTooShort));
    }
    let dossier = insert::rows(&app, &mut tx, &wanted, &helper, person, &place, now).await?;
    let key = match helper.staff_id() {
        // The receipt is the person's alone.
        Some(_) => String::new(),
        None => {
            let (scope, days) = (AccessScope::Manage, keys::RECEIPT_DAYS);
            keys::issue(&app, &mut tx, &dossier.id, scope, days, now).await?
        }
    };
    let facts = Facts {
        visit: Some(office_now(place.starts_at)),
        ..Facts::default()
    };
    let sending = Sending::of_visit(&place.office_id, now);
    queue::tell_with(&app, &mut tx, &dossier, Kind::Booked, facts, sending, now).await?;
    let booked = Booked {
        reference: dossier.reference,
        key,
    };
    let answer = once.finish(tx, StatusCode::CREATED, &booked).await;
    app.days.forget(&place.office_id);
    app.wake.notify_one();
    answer
}

/// The person has an open dossier. Who has just proved its phone is sent its reference there; nobody else
/// learns more than that it exists.
async fn refuse_second(
    app: &App,
    mut tx: Tx,
    once: &Once,
    open: &dossiers::Dossier,
    person: &Applicant,
    now: Timestamp,
) -> Result<Response, ApiError> {
    if open.otp_phone == person.otp_phone.as_str() {
        queue::tell(app, &mut tx, open, Kind::ExistingBooking, Facts::default(), now).await?;
    }
    let refused = once.refuse(tx, ProblemCode::BookingExists.into()).await;
    app.wake.notify_one();
    refused
}

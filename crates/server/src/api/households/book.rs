//! `POST /api/household-bookings`.

use super::view;
use crate::{
    api::bookings::{create::BOOKED_A_PHONE, insert},
    app::{assist::Helper, keys, phone_proofs},
    limits,
    notices::{Kind, queue, text::Facts},
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
    field::{FieldCode, FieldError},
    problem::{Problem, ProblemCode},
    wire::{
        bookings::{Applicant, ApplicantInput, Booked, NewBooking},
        dossiers::AccessScope,
        household::{HouseholdBooked, HouseholdMember, NewHouseholdBooking},
    },
};
use eid_store::{
    Tx,
    dossiers::{self, Dossier},
    holds::{self, Reservation},
};
use jiff::Timestamp;

/// Turns a family's hold into booked visits: everybody gets a dossier of their own, or nobody does.
///
/// # Errors
/// `invalid_fields`, `hold_expired`, `phone_not_proved`, `phone_limit`; `booking_exists` with the members named.
#[utoipa::path(post, path = "/api/household-bookings", tag = "household", request_body = NewHouseholdBooking,
    responses((status = 201, body = HouseholdBooked),
    (status = 409, body = Problem, description = "`booking_exists`, `phone_limit`"),
    (status = 410, body = Problem, description = "`hold_expired`"),
    (status = 422, body = Problem, description = "`invalid_fields`, `phone_not_proved`")))]
pub async fn book(
    State(app): State<App>,
    source: Source,
    helper: Helper,
    Mutation { body: wanted, once }: Mutation<NewHouseholdBooking>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let people = wanted.parse(office_date(now))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    // A family costs as much as its members would one by one.
    for _ in &people {
        if !helper.spend(&app, &mut tx, now).await? {
            limits::spend(&mut tx, &app.config.limits.booking_source, &source.0, now).await?;
        }
    }
    let phone = people.first().map(|person| person.otp_phone.as_str().to_owned());
    let phone = phone.ok_or(ApiError::from(ProblemCode::PhoneNotProved))?;
    phone_proofs::need(&mut tx, &wanted.phone_proof, &phone, now).await?;
    let open = open_already(&mut tx, &people).await?;
    if !open.is_empty() {
        return refuse(&app, tx, &once, &open, &phone, now).await;
    }
    phone_proofs::use_up(&mut tx, &wanted.phone_proof, now).await?;
    let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
    if dossiers::count_booked_of_phone(&mut tx, &phone)
        .await?
        .saturating_add(count)
        > BOOKED_A_PHONE
    {
        return Err(ProblemCode::PhoneLimit.into());
    }
    let places = holds::book_group(&mut tx, &secret::digest(&wanted.hold_id), now).await?;
    let places = view::in_order(&wanted.hold_id, &places, people.len());
    let places = places.ok_or(ApiError::from(ProblemCode::HoldExpired))?;
    places.iter().try_for_each(|place| helper.may_book(place))?;
    check_places(&app, &wanted.members, &people, &places)?;
    let (booked, dossiers) = insert_all(&app, &mut tx, &wanted, &helper, people, &places, now).await?;
    let first = places.iter().map(|place| place.starts_at).min();
    let facts = Facts {
        visit: first.map(office_now),
        ..Facts::default()
    };
    let office_id = places.first().map_or("", |place| place.office_id.as_str());
    queue::tell_household(
        &app,
        &mut tx,
        &dossiers,
        Kind::HouseholdBooked,
        office_id,
        facts,
        now,
    )
    .await?;
    let answer = once.finish(tx, StatusCode::CREATED, &booked).await;
    places.iter().for_each(|place| app.days.forget(&place.office_id));
    app.wake.notify_one();
    answer
}

/// Members who have an open dossier: their place in the family, and the dossier.
async fn open_already(tx: &mut Tx, people: &[Applicant]) -> Result<Vec<(usize, Dossier)>, ApiError> {
    let mut open = Vec::new();
    for (at, person) in people.iter().enumerate() {
        let found = dossiers::open_by_person(tx, person.personal_number.as_str()).await?;
        open.extend(found.map(|dossier| (at, dossier)));
    }
    Ok(open)
}

/// Somebody has an open dossier. Who has just proved its phone is sent its reference there; nobody else learns more
/// than that it exists.
async fn refuse(
    app: &App,
    mut tx: Tx,
    once: &Once,
    open: &[(usize, Dossier)],
    phone: &str,
    now: Timestamp,
) -> Result<Response, ApiError> {
    for (_, dossier) in open.iter().filter(|(_, dossier)| dossier.otp_phone == phone) {
        queue::tell(
            app,
            &mut tx,
            dossier,
            Kind::ExistingBooking,
            Facts::default(),
            now,
        )
        .await?;
    }
    let named = open.iter().map(|(at, _)| has_booking(*at)).collect();
    let refused = once.refuse(tx, exists(named)).await;
    app.wake.notify_one();
    refused
}

fn has_booking(at: usize) -> FieldError {
    let field = format!("members[{at}].applicant.personal_number");
    FieldError::new(&field, FieldCode::PersonHasBooking)
}

fn exists(fields: Vec<FieldError>) -> ApiError {
    let mut problem = Problem::new(ProblemCode::BookingExists);
    problem.fields = fields;
    problem.into()
}

/// Each place must be the member's: their service, and long enough for their age on that day.
fn check_places(
    app: &App,
    members: &[HouseholdMember],
    people: &[Applicant],
    places: &[Reservation],
) -> Result<(), Vec<FieldError>> {
    let mut wrong = Vec::new();
    for (at, ((member, person), place)) in members.iter().zip(people).zip(places).enumerate() {
        let group = AgeGroup::of(&person.birth_date, office_date(place.starts_at));
        let (field, code) = if place.service != member.service.as_str() {
            ("service", FieldCode::ChoiceUnknown)
        } else if app
            .catalog
            .lengths_at(&place.office_id)
            .ticks(member.service, group)
            > place.ticks
        {
            ("applicant.birth_date", FieldCode::TimeTooShort)
        } else {
            continue;
        };
        wrong.push(FieldError::new(&format!("members[{at}].{field}"), code));
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

async fn insert_all(
    app: &App,
    tx: &mut Tx,
    wanted: &NewHouseholdBooking,
    helper: &Helper,
    people: Vec<Applicant>,
    places: &[Reservation],
    now: Timestamp,
) -> Result<(HouseholdBooked, Vec<Dossier>), ApiError> {
    let mut booked = Vec::new();
    let mut dossiers = Vec::new();
    let members = wanted.members.iter().zip(people).zip(places);
    for (at, ((member, person), place)) in members.enumerate() {
        let single = NewBooking {
            hold_id: String::new(),
            reason: member.reason,
            service: member.service,
            applicant: ApplicantInput::default(),
            phone_proof: String::new(),
            lang: wanted.lang,
            declared: wanted.declared,
        };
        let dossier = insert::rows(app, tx, &single, helper, person, place, now).await;
        let dossier = dossier.map_err(|error| match error.problem().code {
            // They got one in this very moment.
            ProblemCode::BookingExists => exists(vec![has_booking(at)]),
            _ => error,
        })?;
        let (scope, days) = (AccessScope::Manage, keys::RECEIPT_DAYS);
        let key = match helper.staff_id() {
            // The receipt is the person's alone.
            Some(_) => String::new(),
            None => keys::issue(app, tx, &dossier.id, scope, days, now).await?,
        };
        booked.push(Booked {
            reference: dossier.reference.clone(),
            key,
        });
        dossiers.push(dossier);
    }
    Ok((HouseholdBooked { members: booked }, dossiers))
}

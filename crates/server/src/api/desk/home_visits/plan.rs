//! `POST /api/desk/home-visits/plan`.

use super::{row, wish};
use crate::{
    api::{
        bookings::insert::{self, Asked},
        desk::stops::own_locked,
    },
    app::{
        audit::{self, Done, Who},
        availability, ids,
        keys::{self, Link, RECEIPT_DAYS},
        staff::{Right, Staff},
        waiting::stretch,
    },
    limits,
    notices::{
        Kind,
        queue::{self, Sending},
        text::Facts,
    },
    problem::ApiError,
    secret,
    state::App,
    web::once::{Mutation, Work},
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    booking::{AgeGroup, Service, hold_until},
    calendar::{office_now, office_timestamp},
    campaign::{StopKind, round},
    field::{FieldCode, FieldError},
    identity::{BirthDate, OtpPhone, PersonName, PersonalNumber},
    problem::{Problem, ProblemCode},
    reason::Reason,
    wire::{
        Lang,
        bookings::Applicant,
        home_visits::{HomeVisitPlanned, HomeVisitsPlanned, MOST_AT_ONCE, PlanHomeVisits},
    },
};
use eid_store::{
    Tx, dossiers,
    holds::{self, NewHold, Taken},
    home_visits::{self, HomeVisit, Settled},
    stops::{Stop, StopState},
};
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
};
use std::collections::BTreeSet;

const DAY_S: i64 = 86_400;

/// Puts people onto a home stop, in the order given: each gets an appointment and a message, or nobody does.
///
/// # Errors
/// `not_signed_in`, `not_allowed`, `not_found` for the stop, `no_match` for a wish, `invalid_fields`; `state_conflict`
/// where the stop or a wish is settled; `slot_taken` where there is not room for all; `booking_exists` where somebody has
/// booked by themselves meanwhile, with the field.
#[utoipa::path(post, path = "/api/desk/home-visits/plan", tag = "desk", request_body = PlanHomeVisits,
    security(("staff" = [])), responses((status = 201, body = HomeVisitsPlanned), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, body = Problem, description = "`state_conflict`, `slot_taken`, `booking_exists`"),
    (status = 422, body = Problem)))]
pub async fn plan(
    State(app): State<App>,
    staff: Staff,
    Mutation { body, once }: Mutation<PlanHomeVisits>,
) -> Result<Response, ApiError> {
    staff.need(Right::Plan)?;
    check(&body)?;
    let now = app.now();
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.home_visit_staff, &staff.id, now).await?;
    let stop = own_locked(&mut tx, &staff, &body.stop_id).await?;
    let open = stop.state == StopState::Planned && app.today() < stop.date;
    if stop.kind != StopKind::Home.as_str() || !open {
        return Err(ProblemCode::StateConflict.into());
    }
    let people = people(&app, &mut tx, &staff, &body.references, stop.date).await?;
    not_booked(&mut tx, &people).await?;
    let mut turns = turns(&app, &mut tx, &stop, people, now).await?;
    // Ticks are taken in ascending order.
    turns.sort_by_key(|turn| turn.at);
    let mut visits = Vec::new();
    for turn in turns {
        visits.push(one(&app, &mut tx, &stop, &staff, turn, now).await?);
    }
    let answer = once
        .finish(tx, StatusCode::CREATED, &HomeVisitsPlanned { visits })
        .await;
    app.days.forget(&stop.id);
    app.wake.notify_one();
    answer
}

fn check(body: &PlanHomeVisits) -> Result<(), ApiError> {
    let wrong = |code| Err(ApiError::field("references", code));
    let distinct: BTreeSet<&String> = body.references.iter().collect();
    match body.references.len() {
        0 => wrong(FieldCode::Required),
        count if count > MOST_AT_ONCE => wrong(FieldCode::TextTooLong),
        count if count > distinct.len() => wrong(FieldCode::PersonRepeated),
        _ => Ok(()),
    }
}

/// Somebody to be visited.
struct Person {
    wish: HomeVisit,
    applicant: Applicant,
    group: AgeGroup,
    service: Service,
    ticks: u8,
}

/// The same with a time.
struct Turn {
    person: Person,
    at: DateTime,
}

async fn people(
    app: &App,
    tx: &mut Tx,
    staff: &Staff,
    references: &[String],
    day: Date,
) -> Result<Vec<Person>, ApiError> {
    // Locked in one order by everybody, kept in the order given.
    let mut order: Vec<usize> = (0..references.len()).collect();
    order.sort_by_key(|at| references.get(*at));
    let mut found = Vec::new();
    for at in order {
        let Some(reference) = references.get(at) else {
            continue;
        };
        found.push((at, wish(app, tx, staff, reference).await?));
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, wish)| person(wish, day)).collect()
}

fn person(wish: HomeVisit, day: Date) -> Result<Person, ApiError> {
    let wrong = |code: FieldCode| ApiError::internal("home visit", &code);
    let representative = wish.representative_name.as_deref().map(PersonName::parse);
    let applicant = Applicant {
        full_name: PersonName::parse(&wish.full_name).map_err(wrong)?,
        personal_number: PersonalNumber::parse(&wish.personal_number).map_err(wrong)?,
        birth_date: BirthDate::from_iso(&wish.birth_date).map_err(wrong)?,
        otp_phone: OtpPhone::parse(&wish.phone).map_err(wrong)?,
        contact_phone: None,
        representative_name: representative.transpose().map_err(wrong)?,
    };
    let service = Service::parse(&wish.service);
    Ok(Person {
        group: AgeGroup::of(&applicant.birth_date, day),
        ticks: row::ticks(&wish, &applicant.birth_date, day)?,
        service: service.ok_or_else(|| wrong(FieldCode::ChoiceUnknown))?,
        applicant,
        wish,
    })
}

/// Nobody has booked by themselves meanwhile.
async fn not_booked(tx: &mut Tx, people: &[Person]) -> Result<(), ApiError> {
    let numbers: Vec<&str> = people
        .iter()
        .map(|person| person.wish.personal_number.as_str())
        .collect();
    let open = dossiers::open_among(tx, &numbers).await?;
    let named: Vec<FieldError> = people
        .iter()
        .filter(|person| open.contains(&person.wish.personal_number))
        .map(|person| FieldError::new(&person.wish.id, FieldCode::PersonHasBooking))
        .collect();
    if named.is_empty() {
        return Ok(());
    }
    let mut problem = Problem::new(ProblemCode::BookingExists);
    problem.fields = named;
    Err(problem.into())
}

async fn turns(
    app: &App,
    tx: &mut Tx,
    stop: &Stop,
    people: Vec<Person>,
    now: Timestamp,
) -> Result<Vec<Turn>, ApiError> {
    let office = app.catalog.office(&stop.id);
    let office = office.ok_or_else(|| ApiError::internal("home visits", &"a stop that is not known yet"))?;
    let taken = availability::touched(tx, &office, stop.date, stop.date, now).await?;
    let free = availability::free_ticks(app, &office, stop.date, &taken, availability::Asking::online(now));
    let lengths: Vec<u8> = people.iter().map(|person| person.ticks).collect();
    let times: Option<Vec<_>> = round(&free, &lengths).into_iter().collect();
    let times = times.ok_or(ApiError::from(ProblemCode::SlotTaken))?;
    let turn = |(person, at)| Turn {
        person,
        at: stop.date.to_datetime(at),
    };
    Ok(people.into_iter().zip(times).map(turn).collect())
}

async fn one(
    app: &App,
    tx: &mut Tx,
    stop: &Stop,
    staff: &Staff,
    Turn { person, at }: Turn,
    now: Timestamp,
) -> Result<HomeVisitPlanned, ApiError> {
    let gone = || ApiError::from(ProblemCode::SlotTaken);
    let office = app.catalog.office(&stop.id).ok_or_else(gone)?;
    let stretch = stretch(app, &office, at, person.ticks, now).ok_or_else(gone)?;
    let hash = secret::digest(&ids::handle(app.rng.as_ref())?);
    let place = NewHold {
        id: &hash,
        office_id: &stop.id,
        starts_at: office_timestamp(at),
        capacities: &stretch.capacities,
        service: person.service.as_str(),
        age_group: person.group.as_str(),
        expires_at: hold_until(now),
        source_hash: "home visit",
        now,
    };
    if holds::create(tx, &place).await? == Taken::Full {
        return Err(gone());
    }
    let place = holds::book(tx, &hash, now).await?.ok_or_else(gone)?;
    let lang = Lang::from_tag(&person.wish.lang);
    let asked = Asked {
        service: person.service,
        reason: ground(&person),
        lang,
        by: Some(&staff.id),
        note: None,
    };
    let dossier = insert::rows_of(app, tx, &asked, person.applicant, &place, now).await?;
    let settled = Settled::Planned {
        stop_id: &stop.id,
        dossier_id: &dossier.id,
    };
    if !home_visits::settle(tx, &person.wish.id, settled, stop.ends_at).await? {
        return Err(ProblemCode::StateConflict.into());
    }
    let about = Link::Receipt.about(&dossier.id);
    let until = now.saturating_add(SignedDuration::from_secs(RECEIPT_DAYS * DAY_S));
    let until = until.unwrap_or(Timestamp::MAX);
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
    queue::tell_with(app, tx, &dossier, Kind::HomePlanned, facts, sending, now).await?;
    let done = Done {
        who: Who::Staff(&staff.id),
        action: "home_visit.plan",
        kind: "home_visit",
        id: &person.wish.id,
        reason: None,
    };
    audit::note(app, tx, now, done).await?;
    Ok(HomeVisitPlanned {
        reference: person.wish.id,
        dossier: dossier.reference,
        at,
    })
}

/// "No card yet" means another procedure for a child.
fn ground(person: &Person) -> Option<Reason> {
    let ground = Reason::parse(&person.wish.ground)?;
    Some(match (ground, person.group) {
        (Reason::New14, AgeGroup::Under6) => Reason::NewUnder6,
        (Reason::New14, AgeGroup::From6To13) => Reason::New6To14,
        (ground, _) => ground,
    })
}

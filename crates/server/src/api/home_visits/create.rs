//! `POST /api/home-visits`.

use crate::{
    app::{
        audit::{self, Done, Who},
        keys::{self, Link},
        phone_proofs,
    },
    data, limits,
    notices::{Kind, queue, text::Facts},
    problem::ApiError,
    rng, secret,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Once, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_date,
    field::FieldCode,
    place::Commune,
    problem::{Problem, ProblemCode},
    reference::Reference,
    wire::{
        Lang,
        home_visits::{HomeVisitMade, HomeVisitWish, NewHomeVisit},
    },
};
use eid_store::{
    Tx, dossiers,
    home_visits::{self, HomeVisit, HomeVisitState},
};
use jiff::Timestamp;

/// Stores the wish of somebody who cannot walk. One open wish a person, and none beside an open dossier.
///
/// # Errors
/// `invalid_fields`, `phone_not_proved`, `too_many_requests`; `booking_exists` for an open wish and for an open dossier
/// alike.
#[utoipa::path(post, path = "/api/home-visits", tag = "home-visits", request_body = NewHomeVisit, responses(
    (status = 201, body = HomeVisitMade), (status = 409, body = Problem, description = "`booking_exists`"),
    (status = 422, body = Problem, description = "`invalid_fields`, `phone_not_proved`")))]
pub async fn create(
    State(app): State<App>,
    source: Source,
    Mutation { body, once }: Mutation<NewHomeVisit>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let wish = body.parse(office_date(now))?;
    let commune = data::commune(wish.commune_code);
    let commune = commune.map_err(|error| ApiError::internal("communes", &error))?;
    let commune = commune.ok_or_else(|| ApiError::field("commune_code", FieldCode::ChoiceUnknown))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    limits::spend(&mut tx, &app.config.limits.home_visit_source, &source.0, now).await?;
    let phone = wish.person.otp_phone.as_str().to_owned();
    phone_proofs::need(&mut tx, &body.phone_proof, &phone, now).await?;
    let number = wish.person.personal_number.as_str().to_owned();
    let dossier = dossiers::open_by_person(&mut tx, &number).await?;
    let before = home_visits::open_by_person(&mut tx, &number).await?;
    if dossier.is_some() || before.is_some() {
        return refuse_second(&app, tx, &once, before, &phone, now).await;
    }
    let row = row(&app, &body, wish, commune, now)?;
    if !home_visits::insert(&mut tx, &row).await? {
        return Err(ProblemCode::BookingExists.into());
    }
    phone_proofs::use_up(&mut tx, &body.phone_proof, now).await?;
    tell(&app, &mut tx, &row, now).await?;
    let done = Done {
        who: Who::Citizen(&row.id),
        action: "home_visit.ask",
        kind: "home_visit",
        id: &row.id,
        reason: None,
    };
    audit::note(&app, &mut tx, now, done).await?;
    let made = HomeVisitMade {
        key: keys::link_key(&app, &Link::Home.about(&row.id)),
        reference: row.id,
    };
    let answer = once.finish(tx, StatusCode::CREATED, &made).await;
    app.wake.notify_one();
    answer
}

fn row(
    app: &App,
    body: &NewHomeVisit,
    wish: HomeVisitWish,
    commune: Commune,
    now: Timestamp,
) -> Result<HomeVisit, ApiError> {
    let id = Reference::from_random(rng::bytes::<16>(app.rng.as_ref())?)
        .as_str()
        .to_owned();
    let representative = wish.person.representative_name;
    Ok(HomeVisit {
        key_hash: secret::digest(&keys::link_key(app, &Link::Home.about(&id))),
        id,
        state: HomeVisitState::Open,
        cause: wish.cause.as_str().to_owned(),
        service: body.service.as_str().to_owned(),
        ground: wish.ground.as_str().to_owned(),
        full_name: wish.person.full_name.as_str().to_owned(),
        personal_number: wish.person.personal_number.as_str().to_owned(),
        birth_date: wish.person.birth_date.to_string(),
        representative_name: representative.map(|name| name.as_str().to_owned()),
        neighbourhood: wish.neighbourhood,
        street: wish.street,
        commune: commune.label(),
        commune_code: commune.code.to_string(),
        province_code: commune.province.to_string(),
        phone: wish.person.otp_phone.as_str().to_owned(),
        wishes: wish.wishes,
        lang: body.lang.as_str().to_owned(),
        reason: None,
        stop_id: None,
        dossier_id: None,
        created_at: now,
        ended_at: None,
    })
}

/// Who has just proved the phone of the first wish is sent the way to it; nobody else learns more than that there is
/// something.
async fn refuse_second(
    app: &App,
    mut tx: Tx,
    once: &Once,
    before: Option<HomeVisit>,
    phone: &str,
    now: Timestamp,
) -> Result<Response, ApiError> {
    if let Some(before) = before.filter(|before| before.phone == phone) {
        tell(app, &mut tx, &before, now).await?;
    }
    let refused = once.refuse(tx, ProblemCode::BookingExists.into()).await;
    app.wake.notify_one();
    refused
}

async fn tell(app: &App, tx: &mut Tx, wish: &HomeVisit, now: Timestamp) -> Result<(), ApiError> {
    let facts = Facts {
        reference: wish.id.clone(),
        link: keys::address(app, Link::Home, &wish.id),
        ..Facts::default()
    };
    let to = queue::Phone {
        number: &wish.phone,
        lang: Lang::from_tag(&wish.lang),
        link: &Link::Home.about(&wish.id),
    };
    queue::tell_phone(app, tx, to, Kind::HomeAsked, &facts, now)
        .await
        .map(|_| ())
}

//! `POST /api/bookings/existing`.

use super::proved::{Asked, prove};
use crate::{
    app::{
        assist::Helper,
        audit::{self, Done, Who},
        keys,
    },
    problem::ApiError,
    state::App,
    web::{
        client::Source,
        once::{Mutation, Work},
    },
};
use axum::{extract::State, http::StatusCode, response::Response};
use eid_domain::{
    calendar::office_date,
    problem::{Problem, ProblemCode},
    wire::{bookings::ExistingBooking, dossiers::AccessScope, tracking::Found},
};
use eid_store::dossiers;

/// The way to the open dossier that stood in the way of a booking, for who has just proved its phone and knows its
/// number and birth date: the same three things as a look-up by person asks for. For everybody else there is none. Staff who
/// book for a person learn the reference, and get no key.
///
/// # Errors
/// `no_match`, `phone_not_proved`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/bookings/existing", tag = "booking", request_body = ExistingBooking, responses(
    (status = 200, body = Found), (status = 404, body = Problem, description = "`no_match`"),
    (status = 422, body = Problem, description = "`invalid_fields`, `phone_not_proved`")))]
pub async fn existing(
    State(app): State<App>,
    source: Source,
    helper: Helper,
    Mutation { body, once }: Mutation<ExistingBooking>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let person = body.applicant.parse(office_date(now))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let limits = &app.config.limits;
    let asked = Asked {
        source: (&limits.tracking_person_source, &source),
        subject: (&limits.tracking_person_subject, "tracking person"),
        phone_proof: &body.phone_proof,
    };
    prove(&app, &mut tx, &helper, &person, &asked, now).await?;
    let open = dossiers::open_by_person(&mut tx, person.personal_number.as_str()).await?;
    let birth = person.birth_date.to_string();
    let mine =
        open.filter(|dossier| dossier.otp_phone == person.otp_phone.as_str() && dossier.birth_date == birth);
    let Some(dossier) = mine else {
        return once.refuse(tx, ProblemCode::NoMatch.into()).await;
    };
    let key = match helper.staff_id() {
        // The receipt is the person's alone; staff have the desk.
        Some(staff) => {
            let done = Done {
                who: Who::Staff(staff),
                action: "dossier.find_for_person",
                kind: "dossier",
                id: &dossier.id,
                reason: None,
            };
            audit::note(&app, &mut tx, now, done).await?;
            String::new()
        }
        None => {
            let (scope, days) = (AccessScope::Manage, keys::LOOK_UP_DAYS);
            keys::issue(&app, &mut tx, &dossier.id, scope, days, now).await?
        }
    };
    let found = Found {
        reference: dossier.reference,
        key,
    };
    once.finish(tx, StatusCode::OK, &found).await
}

//! `POST /api/bookings/exemption`.

use super::proved::{Asked, prove};
use crate::{
    app::{
        aid::exempt::{self, Person},
        assist::Helper,
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
    problem::Problem,
    wire::aid::{AskExemption, KnownExemption},
};

/// What frees a person from the fee, by a list of social assistance, for who has just proved the phone that the list or the
/// person's own account knows. For everybody else the answer is that nothing does: being on a list is nobody else's business.
///
/// # Errors
/// `phone_not_proved`, `invalid_fields`, `too_many_requests`.
#[utoipa::path(post, path = "/api/bookings/exemption", tag = "booking", request_body = AskExemption, responses(
    (status = 200, body = KnownExemption), (status = 429, body = Problem),
    (status = 422, body = Problem, description = "`invalid_fields`, `phone_not_proved`")))]
pub async fn exemption(
    State(app): State<App>,
    source: Source,
    helper: Helper,
    Mutation { body, once }: Mutation<AskExemption>,
) -> Result<Response, ApiError> {
    let now = app.now();
    let applicant = body.applicant.parse(office_date(now))?;
    let mut tx = match once.begin(&app, now).await? {
        Work::First(tx) => tx,
        Work::Again(answer) => return Ok(answer),
    };
    let limits = &app.config.limits;
    let asked = Asked {
        source: (&limits.exemption_source, &source),
        subject: (&limits.exemption_subject, "exemption"),
        phone_proof: &body.phone_proof,
    };
    prove(&app, &mut tx, &helper, &applicant, &asked, now).await?;
    let phone = applicant.otp_phone.as_str();
    let (name_key, birth_date) = (applicant.full_name.search_key(), applicant.birth_date.to_string());
    let person = Person {
        number: applicant.personal_number.as_str(),
        name_key: &name_key,
        birth_date: &birth_date,
    };
    let exemption = exempt::for_phone(&mut tx, person, phone, body.on).await?;
    once.finish(tx, StatusCode::OK, &KnownExemption { exemption })
        .await
}
